/** The register of confidentiality incidents, as Québec's law asks for it. */
export const REGISTER = "/comite/incidents";
export const incidentPath = (id: number): string => `${REGISTER}/${id}`;

/** What the register notes by itself, in the order in which it usually comes. */
export const STEP_WORDS = {
  reported: "Signalé par une personne de la communauté",
  concealed: "Masqué pour tout le monde, sauf la personne qui l’a écrit et le comité",
  echoes: "Passages repris ailleurs, masqués aussi",
  mailed: "Personnes à qui un courriel avait annoncé le message",
  redacted: "Renseignement retiré, avec ses versions, brouillons et citations",
  deleted: "Supprimé, avec ses versions, brouillons et citations",
  restored: "Remis en place\u00a0: personne n’est reconnaissable",
  recorded: "Fiche complétée",
} as const;
export type StepAct = keyof typeof STEP_WORDS;

export const RISKS = ["to-assess", "not-serious", "serious"] as const;
export type Risk = (typeof RISKS)[number];
export const RISK_WORDS: Record<Risk, string> = { "to-assess": "À évaluer", "not-serious": "Pas de risque de préjudice sérieux", serious: "Risque de préjudice sérieux" };

/** The fields that the law asks for, by the names they have in a form. */
export type IncidentFields = {
  information: string;
  circumstances: string;
  happened: string;
  known: string;
  persons: number | null;
  risk: Risk;
  reasoning: string;
  commissionNotified: string;
  personsNotified: string;
  measures: string;
};

export const FIELD_WORDS: Record<keyof IncidentFields, { label: string; hint?: string }> = {
  information: { label: "Renseignements visés", hint: "Leur nature, sans les redire\u00a0: un prénom et un âge, une adresse…" },
  circumstances: { label: "Circonstances" },
  happened: { label: "Date ou période de l’incident" },
  known: { label: "Date à laquelle on l’a su" },
  persons: { label: "Nombre de personnes visées", hint: "Une estimation convient." },
  risk: { label: "Risque de préjudice sérieux" },
  reasoning: { label: "Ce qui mène à cette conclusion", hint: "Sensibilité des renseignements, usages possibles, conséquences, probabilité." },
  commissionNotified: { label: "Avis à la Commission d’accès à l’information", hint: "La date, si le risque est sérieux." },
  personsNotified: { label: "Avis aux personnes visées", hint: "Les dates, ou la raison de ne pas aviser." },
  measures: { label: "Mesures prises pour diminuer le risque" },
};

/** One cell of a table of values: quoted, and never a formula for the program that opens it. */
export function cell(value: string | number | null): string {
  const text = String(value ?? "");
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
