import type { Reportable } from "~/features/shell/components/report-link";

/** The texts outside of messages, titles and files that can be reported: where they stand, and how an address names that. */

export const TEXT_SUBJECTS = {
  resume: "summary",
  choix: "choices",
  moment: "meeting",
  article: "article",
  charte: "charter",
  commentaire: "comment",
  proposition: "proposal",
  consentement: "consent",
  sondage: "survey",
  reponses: "answer",
  sujet: "topic",
  archive: "archive",
} as const satisfies Partial<Record<Reportable, string>>;
export type TextSubject = keyof typeof TEXT_SUBJECTS;
export type TextKind = (typeof TEXT_SUBJECTS)[TextSubject];
export const isTextSubject = (text: string): text is TextSubject => Object.hasOwn(TEXT_SUBJECTS, text);

export const TEXT_WORDS: Record<TextKind, string> = {
  summary: "Résumé d’une discussion",
  choices: "Choix d’un sondage éclair",
  meeting: "Moment d’échange",
  article: "Article de la charte",
  charter: "Charte",
  comment: "Commentaire sur la charte",
  proposal: "Proposition pour la charte",
  consent: "Réponse à la consultation",
  survey: "Sondage",
  answer: "Réponse écrite à un sondage",
  topic: "Sujet",
  archive: "Archive du groupe Facebook",
};

/** One text of a thing: the thing by its kind and number, the text by its part. */
export type TextRef = { kind: TextKind; id: number; part: string };

/** What stands where one line was taken out of sight. */
export const MASKED_LINE = "Passage masqué";
