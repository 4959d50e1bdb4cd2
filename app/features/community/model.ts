/** The time zones a community of the country can live in; the first is the default. */
export const TIME_ZONES = [
  "America/Toronto",
  "America/Blanc-Sablon",
  "America/Halifax",
  "America/Moncton",
  "America/St_Johns",
  "America/Winnipeg",
  "America/Regina",
  "America/Edmonton",
  "America/Vancouver",
] as const;

export type TimeZone = (typeof TIME_ZONES)[number];

/** Who a community is, whom it answers to, and whom to ask about personal information. */
export type Community = {
  name: string;
  territory: string;
  timeZone: string;
  responsibleOrganisation: string;
  privacyOfficer: { name: string; title: string; contact: string };
};
