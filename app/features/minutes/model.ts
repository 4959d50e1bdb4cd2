/** What is written of a meeting: notes of each sitting, what they have in common, and the minutes. */

export const MAX_TEXT = 20_000;
export const MAX_WORDS = 1_000;
export const MAX_REASON = 500;
/** For so long the minutes are open to correction. */
export const CORRECTION_DAYS = 7;

export const notesPath = (meetingId: number, sittingId: number): string => `/moments/${meetingId}/rencontres/${sittingId}/notes`;
export const synthesisPath = (meetingId: number): string => `/moments/${meetingId}/synthese`;
export const minutesPath = (meetingId: number): string => `/moments/${meetingId}/compte-rendu`;
export const writingPath = (meetingId: number): string => `${minutesPath(meetingId)}/redaction`;
export const correctionsPath = (meetingId: number): string => `${minutesPath(meetingId)}/corrections`;
export const correctionPath = (meetingId: number, id: number): string => `${correctionsPath(meetingId)}/${id}`;
export const versionPath = (meetingId: number, number: number): string => `${minutesPath(meetingId)}/versions/${number}`;

export type MinutesState = "draft" | "open" | "adopted";

export const minutesStateOf = ({ openedAt, adoptedAt }: { openedAt: unknown; adoptedAt: unknown }): MinutesState => (adoptedAt ? "adopted" : openedAt ? "open" : "draft");

export const stateNames: Record<MinutesState, string> = { draft: "Ébauche", open: "Ouvert à la correction", adopted: "Adopté" };

export type CorrectionOutcome = "accepted" | "declined" | "withdrawn";
export const outcomeNames: Record<CorrectionOutcome, string> = { accepted: "Acceptée", declined: "Refusée", withdrawn: "Retirée" };

export type Material = {
  present: readonly { organisation: string; count: number }[];
  topics: readonly string[];
  synthesis: string;
  notes: readonly { name: string; body: string }[];
  cards: readonly string[];
  followUps: readonly { body: string; name: string; due: string }[];
};

const listOf = (lines: readonly string[], none: string): string => (lines.length > 0 ? lines.map((line) => `- ${line}`).join("\n") : none);

/**
 * The minutes as they begin: those present counted by organisation and never listed, then what
 * is known already, under the headings that are always the same.
 */
export function minutesTemplate({ present, topics, synthesis, notes, cards, followUps }: Material): string {
  const total = present.reduce((sum, { count }) => sum + count, 0);
  const said = synthesis.trim() || notes.map(({ name, body }) => (notes.length > 1 ? `### ${name}\n\n${body.trim()}` : body.trim())).join("\n\n");
  const sections: [string, string][] = [
    ["Présences", listOf([...present.map(({ organisation, count }) => `${organisation || "Sans organisation"}\u00a0: ${count}`), ...(total > 0 ? [`En tout\u00a0: ${total}`] : [])], "À compléter.")],
    ["Sujets", listOf(topics, "À compléter.")],
    ["Ce qu’on retient", said || "À compléter."],
    ["Ressources", "À compléter."],
    ["Suites", listOf(followUps.map(({ body, name, due }) => `${body} (${name}, d’ici le ${due})`), "Aucune.")],
    ["La prochaine fois", listOf(cards, "À compléter.")],
  ];
  return cutTo(sections.map(([title, text]) => `## ${title}\n\n${text}`).join("\n\n"), MAX_TEXT);
}

const cutTo = (text: string, most: number): string => (text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, ""));

/** The text with the words replaced, where they stand in it exactly once; otherwise a person has to look. */
export function corrected(body: string, { words, instead }: { words: string; instead: string }): string | null {
  const at = body.indexOf(words);
  if (at < 0 || body.includes(words, at + 1)) return null;
  return body.slice(0, at) + instead + body.slice(at + words.length);
}
