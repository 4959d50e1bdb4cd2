/** What a survey is, how it is promised to be answered, and the addresses that lead to it. */

export const MAX_TITLE = 160;
export const MAX_INTRO = 2_000;

/** Meetings that were held, whose people can be asked: the latest ones. */
export const MOST_SITTINGS = 40;

/** Under this many people no count is shown: one would say who they are. */
export const FEWEST = 5;

export type PromiseKind = "named" | "confidential" | "anonymous";

export const promiseNames: Record<PromiseKind, string> = {
  named: "Avec votre nom",
  confidential: "Confidentiel (comité seul)",
  anonymous: "Anonyme",
};

/** What is printed on the form, in plain words. */
export const promiseWords: Record<PromiseKind, string> = {
  named: "Vos réponses paraissent avec votre nom, pour toutes les personnes à qui ce sondage s’adresse. Vous pourrez les changer jusqu’à la fin.",
  confidential:
    "Le comité seul voit vos réponses avec votre nom. Les autres voient les totaux, à partir de cinq réponses, et ce que le comité a relu de ce qui est écrit, sans nom. Vous pourrez changer vos réponses jusqu’à la fin.",
  anonymous: "Personne ne peut savoir qui a répondu quoi, pas même le comité. Une fois envoyées, vos réponses ne peuvent donc plus être changées.",
};

/** Why an anonymous answer stays so, and where that ends. */
export const anonymousWhy =
  "Le Fil note dans une liste que vous avez répondu, et dépose vos réponses dans une boîte à part, sans nom, sans numéro et sans heure. À chaque réponse, la liste et la boîte sont réécrites au complet, dans un ordre tiré au sort\u00a0: même la personne qui administre le serveur ne peut donc pas rapprocher l’une de l’autre.";
export const anonymousEnds =
  "Cette promesse s’arrête où Le Fil s’arrête\u00a0: qui lirait sur le disque le journal interne de la base de données, ou ce qu’elle n’y a pas encore effacé (d’ordinaire, moins d’une minute après), ou garderait deux copies de sauvegarde faites juste avant et juste après votre réponse, pourrait comparer ce qui a changé. Et ce que vous écrivez en toutes lettres peut dire qui vous êtes.";

export type SurveyState = "draft" | "scheduled" | "open" | "closed";

export const stateNames: Record<SurveyState, string> = { draft: "Ébauche", scheduled: "À venir", open: "Ouvert", closed: "Clos" };

export type Course = { openedAt: Date | null; opensAt: Date | null; closesAt: Date | null; closedAt: Date | null };

export function stateOf({ openedAt, opensAt, closesAt, closedAt }: Course, present: Date): SurveyState {
  if (!openedAt) return "draft";
  if (closedAt || (closesAt && closesAt <= present)) return "closed";
  return opensAt && opensAt > present ? "scheduled" : "open";
}

export const SURVEYS = "/sondages";
export const DESK = "/comite/sondages";
export const surveyPath = (id: number): string => `${SURVEYS}/${id}`;
export const resultsPath = (id: number): string => `${SURVEYS}/${id}/resultats`;
export const buildPath = (id: number): string => `${DESK}/${id}`;

/** Whom a survey can be for, beside everyone; each is a box to tick. */
export type AudienceChoice = { name: string; label: string; group: "Organisations" | "Pôles" | "Rôles" | "Rencontres" };

export const ROLE_CHOICES: readonly AudienceChoice[] = [
  { name: "role-committee", label: "Comité de travail", group: "Rôles" },
  { name: "role-manager", label: "Gestionnaires", group: "Rôles" },
  { name: "role-administrator", label: "Administration", group: "Rôles" },
];

/** One of these, as a box names it. */
export type AudienceRow = { organisationId?: number; poleId?: number; sittingId?: number; role?: "committee" | "administrator" | "manager" };

export function audienceOf(name: string): AudienceRow | null {
  const role = /^role-(committee|administrator|manager)$/.exec(name)?.[1];
  if (role) return { role: role as "committee" };
  const parts = /^(organisation|pole|rencontre)-([1-9]\d{0,14})$/.exec(name);
  if (!parts) return null;
  const id = Number(parts[2]);
  return parts[1] === "organisation" ? { organisationId: id } : parts[1] === "pole" ? { poleId: id } : { sittingId: id };
}
