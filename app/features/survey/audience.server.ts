import type { MemberActor } from "~/kit/actor";
import { formatShortDate } from "~/kit/format";
import { listOrganisations } from "~/features/organisation/queries.server";
import { listPoles } from "~/features/pole/queries.server";
import { ROLE_CHOICES, type AudienceChoice } from "./model";
import { mayRunSurveys } from "./policy";
import { listPastSittings } from "./queries.server";

/** Whom a survey can be for, beside everyone. A pole's people are those who answered that they come to one of its sittings. */
export async function audienceChoices(actor: MemberActor): Promise<AudienceChoice[]> {
  mayRunSurveys(actor);
  const [organisations, poles, sittings] = await Promise.all([listOrganisations(actor), listPoles(actor), listPastSittings(actor)]);
  return [
    ...organisations.map(({ id, name }) => ({ name: `organisation-${id}`, label: name, group: "Organisations" as const })),
    ...poles.map(({ id, name }) => ({ name: `pole-${id}`, label: name, group: "Pôles" as const })),
    ...ROLE_CHOICES,
    ...sittings.map(({ id, title, pole, localStart }) => ({
      name: `rencontre-${id}`,
      label: [title, pole, formatShortDate(new Date(`${localStart}T12:00:00Z`), "UTC")].filter(Boolean).join(", "),
      group: "Rencontres" as const,
    })),
  ];
}
