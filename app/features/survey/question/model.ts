import type { KeptAnswers } from "../answer/model";

/** What can be asked, and what each kind needs. */

export type QuestionKind = "section" | "one" | "several" | "ranking" | "scale" | "dots" | "matrix" | "short" | "long" | "topic";

type KindFacts = { name: string; hint: string; options?: string; levels?: string; text?: boolean };

export const KINDS: Record<QuestionKind, KindFacts> = {
  one: { name: "Un seul choix", hint: "Une réponse parmi une liste.", options: "Choix" },
  several: { name: "Plusieurs choix", hint: "Autant de réponses que l’on veut.", options: "Choix" },
  ranking: { name: "Classement", hint: "Mettre des choix en ordre de préférence.", options: "Choix à classer" },
  scale: { name: "Échelle de 1 à 5", hint: "De 1, pas du tout, à 5, tout à fait." },
  dots: { name: "Cinq points à répartir", hint: "Cinq points entre des choix, comme avec des gommettes.", options: "Choix" },
  matrix: { name: "Grille d’intérêt", hint: "Des sujets, et un niveau pour chacun.", options: "Sujets", levels: "Niveaux" },
  short: { name: "Réponse courte", hint: "Une ligne.", text: true },
  long: { name: "Réponse longue", hint: "Quelques phrases.", text: true },
  topic: { name: "Proposer un sujet", hint: "Un sujet dont on voudrait parler, en quelques mots.", text: true },
  section: { name: "Section", hint: "Un titre, pour séparer les questions." },
};

export const QUESTION_KINDS = Object.keys(KINDS) as QuestionKind[];

export const isQuestionKind = (text: string | null): text is QuestionKind => text !== null && Object.hasOwn(KINDS, text);

export const MAX_LABEL = 300;
export const MAX_HINT = 500;
export const MAX_OPTIONS = 20;
export const MAX_LEVELS = 6;
export const MAX_OPTION = 160;
/** Questions and sections. */
export const MOST_QUESTIONS = 60;
/** The form's fields, which one request can carry. */
export const MOST_FIELDS = 180;

export const DOTS = 5;
export const SCALE = [1, 2, 3, 4, 5] as const;
export const MAX_SHORT = 300;
export const MAX_LONG = 4_000;
export const MAX_TOPIC = 80;

export type Question = { id: number; kind: QuestionKind; label: string; hint: string; required: boolean; options: string[]; levels: string[] };

/** How many fields a question takes on the form. */
export const fieldsOf = ({ kind, options }: Pick<Question, "kind" | "options">): number =>
  kind === "section" ? 0 : kind === "one" || kind === "scale" || KINDS[kind].text ? 1 : options.length;

/** By which of them results may be shown: those that put each person in one group. */
export const mayCross = ({ kind }: Pick<Question, "kind">): boolean => kind === "one" || kind === "scale";

/** A list as it is typed: one line each, without the signs that people put before them; each once. */
export const parseLines = (text: string): string[] => [
  ...new Set(
    text
      .split("\n")
      .map((line) => line.replace(/\s+/g, " ").replace(/^[-•*] /, "").trim())
      .filter(Boolean),
  ),
];

/** The name of a question's field, and of one of its lines (counted from 1). */
export const fieldOf = (questionId: number, line?: number): string => (line === undefined ? `q${questionId}` : `q${questionId}-${line}`);

export type { KeptAnswers };
