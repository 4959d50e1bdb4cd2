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

export const zoneNames: Record<TimeZone, string> = {
  "America/Toronto": "Heure de l’Est (Québec, Ontario)",
  "America/Blanc-Sablon": "Heure de l’Atlantique, toute l’année (Basse-Côte-Nord)",
  "America/Halifax": "Heure de l’Atlantique (Îles-de-la-Madeleine, Nouvelle-Écosse)",
  "America/Moncton": "Heure de l’Atlantique (Nouveau-Brunswick)",
  "America/St_Johns": "Heure de Terre-Neuve",
  "America/Winnipeg": "Heure du Centre (Manitoba)",
  "America/Regina": "Heure du Centre, toute l’année (Saskatchewan)",
  "America/Edmonton": "Heure des Rocheuses (Alberta)",
  "America/Vancouver": "Heure du Pacifique (Colombie-Britannique)",
};

/** Who a community is, whom it answers to, and whom to ask about personal information. */
export type Community = {
  name: string;
  territory: string;
  timeZone: string;
  responsibleOrganisation: string;
  privacyOfficer: { name: string; title: string; contact: string };
};
