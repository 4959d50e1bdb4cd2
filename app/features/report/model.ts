import { replaceMentions } from "~/kit/markdown-mention";
import { isTextSubject, type TextSubject } from "./text/model";

export const CAUSES = ["personal-information", "tone", "frame", "advertising", "other"] as const;
export type Cause = (typeof CAUSES)[number];

export const CAUSE_WORDS: Record<Cause, string> = {
  "personal-information": "Un renseignement personnel",
  tone: "Un ton blessant",
  frame: "Hors du cadre de la charte",
  advertising: "Publicité ou pourriel",
  other: "Autre chose",
};

/** What can be reported, as its address says it: what a discussion is made of, and the texts that stand elsewhere. */
export const SUBJECTS = { message: "message", discussion: "title", fichier: "file" } as const;
export type Subject = keyof typeof SUBJECTS | TextSubject;
export type ThreadKind = (typeof SUBJECTS)[keyof typeof SUBJECTS];
export type ReportKind = ThreadKind | "text";
export const isSubject = (text: string): text is Subject => Object.hasOwn(SUBJECTS, text) || isTextSubject(text);
/** Of what kind it is to reports. */
export const kindOf = (subject: Subject): ReportKind => (isTextSubject(subject) ? "text" : SUBJECTS[subject]);

export const KIND_WORDS: Record<ThreadKind, string> = { message: "Message", title: "Titre d’une discussion", file: "Fichier" };

export type Outcome = "redacted" | "restored" | "concealed" | "deleted" | "dismissed" | "gone";
export const OUTCOME_WORDS: Record<Outcome, string> = {
  redacted: "Renseignement retiré",
  restored: "Remis en place",
  concealed: "Masqué par le comité",
  deleted: "Supprimé",
  dismissed: "Sans suite",
  gone: "Supprimé par la personne elle-même",
};

export type LetterAct = "concealed" | "redacted" | "restored" | "deleted" | "dismissed" | "thread-removed" | "thread-restored" | "word";
export const LETTER_WORDS: Record<LetterAct, string> = {
  concealed: "Masqué, le temps que le comité regarde",
  redacted: "Un renseignement a été retiré",
  restored: "Remis en place",
  deleted: "Supprimé par le comité",
  dismissed: "Rien n’a changé",
  "thread-removed": "Discussion retirée",
  "thread-restored": "Discussion remise en place",
  word: "Un mot du comité",
};

/** The words of an author's letter when a report takes their text out of sight: who reported it is not said. */
export const CONCEALED_BY_REPORT =
  "Quelqu’un s’est demandé si un enfant ou une famille pouvait être reconnu. Par prudence, votre texte est masqué; vous et le comité le voyez encore. Le comité le regarde et vous écrit. Rien ne vous est reproché.";

export const QUEUE = "/comite/signalements";
export const casePath = (reportId: number): string => `${QUEUE}/${reportId}`;
/** Where an author reads what the committee did. */
export const letterPath = (reportId: number): string => `/signalements/${reportId}`;
export const subjectRef = (reportId: number): string => `report-${reportId}`;

/** What the committee can do to a case: each is a page of its own, where it says why to the author. */
export const ACTS = {
  caviardage: { title: "Retirer le renseignement", verb: "Retirer le renseignement", word: "Un renseignement qui pouvait faire reconnaître un enfant ou une famille a été retiré. Le reste de votre texte est en place." },
  retablissement: { title: "Remettre en place", verb: "Remettre en place", word: "Le comité a regardé\u00a0: personne n’est reconnaissable. Votre texte est de nouveau en place." },
  suppression: { title: "Supprimer pour tout le monde", verb: "Supprimer", word: "" },
  masquage: { title: "Masquer", verb: "Masquer", word: "" },
  cloture: { title: "Clore sans rien changer", verb: "Clore sans suite", word: "Le comité a regardé, et n’a rien changé." },
  mot: { title: "Écrire à la personne", verb: "Envoyer", word: "" },
} as const;
export type CaseAct = keyof typeof ACTS;
export const isAct = (text: string): text is CaseAct => text in ACTS;

export const MAX_NOTE = 1_000;
export const MAX_WORD = 2_000;

/** What stands where something was taken out of sight. */
export const MASK = "*Passage masqué*";
export const MASKED_TITLE = "Titre masqué";
export const REDACTED = "[renseignement retiré]";

/** A line as it is compared: no marks, no accents, no capitals, no quote signs; a cut end counts for nothing. */
const plainLine = (line: string): string =>
  replaceMentions(line, ({ name }) => name)
    .replace(/^[\s>]+/, "")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** Shorter than this, the same words are said by chance. */
const TELLING = 20;
const TELLING_IN_QUOTE = 8;

/**
 * The text with each line that repeats the secret masked: quoted, quoted within a quote, or copied. Null when none does.
 * @param quotes it is known to quote the secret: should no line be recognised, all that it quotes is masked.
 */
export function maskPassages(text: string, secret: string, quotes = false): string | null {
  const secrets = secret.split("\n").map(plainLine).filter(Boolean);
  const whole = secrets.join(" ");
  const repeats = (line: string): boolean => {
    const said = plainLine(line);
    if (said === "") return false;
    if (secrets.includes(said) && (said.length >= TELLING_IN_QUOTE || said === whole)) return true;
    const telling = /^\s*>/.test(line) ? TELLING_IN_QUOTE : TELLING;
    return (said.length >= telling && whole.includes(said)) || secrets.some((one) => one.length >= telling && said.includes(one));
  };
  const lines = text.split("\n");
  const isQuote = (line: string): boolean => /^\s*>/.test(line) && plainLine(line) !== "";
  let masked = lines.map(repeats);
  if (!masked.includes(true) && quotes) masked = lines.map(isQuote);
  if (!masked.includes(true)) return null;
  const result: string[] = [];
  lines.forEach((line, index) => {
    if (!masked[index]) return void result.push(line);
    const mask = (/^\s*(?:>\s?)*/.exec(line)?.[0] ?? "") + MASK;
    if (result.at(-1) !== mask) result.push(mask);
  });
  return result.join("\n");
}

/** The words by which other places are looked through for the same passage: the longest line, and no more than a search takes. */
export const tellingWords = (secret: string): string =>
  secret.split("\n").map(plainLine).sort((a, b) => b.length - a.length)[0]?.split(" ").slice(0, 10).join(" ") ?? "";
