import { DOTS, fieldOf, KINDS, type Question } from "../question/model";

/** By question: the numbers of options and levels counted from 1, or a text. As db/schema/survey.ts keeps them. */
export type KeptAnswers = Record<string, number | number[] | string>;

/** What a form held, by field. */
export type Typed = Readonly<Record<string, string | undefined>>;

type Read = { answers: KeptAnswers; refused: Record<string, string> };

const REQUIRED = "Répondez à cette question pour envoyer.";

/**
 * Reads what was typed: the answers, and a sentence for each question that cannot be
 * taken as it is. A question that was left out and need not be answered is in neither.
 */
export function readAnswers(questions: readonly Question[], typed: Typed): Read {
  const answers: KeptAnswers = {};
  const refused: Record<string, string> = {};
  for (const question of questions) {
    if (question.kind === "section") continue;
    const read = readOne(question, typed);
    if (typeof read === "object" && "refused" in read) refused[fieldOf(question.id)] = read.refused;
    else if (read.answer !== null) answers[String(question.id)] = read.answer;
    else if (question.required) refused[fieldOf(question.id)] = REQUIRED;
  }
  return { answers, refused };
}

type One = { answer: number | number[] | string | null } | { refused: string };

const numberIn = (text: string | undefined, most: number): number | null => {
  const value = /^\d{1,3}$/.test(text ?? "") ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
};

function readOne(question: Question, typed: Typed): One {
  const { id, kind, options, levels } = question;
  const lines = options.map((_, index) => typed[fieldOf(id, index + 1)] ?? "");
  if (kind === "one") return { answer: numberIn(typed[fieldOf(id)], options.length) };
  if (kind === "scale") return { answer: numberIn(typed[fieldOf(id)], 5) };
  if (kind === "several") {
    const chosen = lines.flatMap((value, index) => (value === "oui" ? [index + 1] : []));
    return { answer: chosen.length > 0 ? chosen : null };
  }
  if (kind === "ranking") return readRanking(lines);
  if (kind === "dots") return readDots(lines);
  if (kind === "matrix") return readMatrix(question, lines, levels.length);
  const text = (typed[fieldOf(id)] ?? "").trim();
  return { answer: text === "" ? null : text };
}

/** The places that were given become an order: a place twice, or none, is not one. */
function readRanking(lines: readonly string[]): One {
  if (lines.every((value) => value === "")) return { answer: null };
  const places = lines.map((value) => numberIn(value, lines.length));
  if (new Set(places).size < lines.length || places.includes(null)) {
    return { refused: `Donnez à chaque choix une place différente, de 1 à ${lines.length}\u00a0: sans égalité, et sans en sauter.` };
  }
  return { answer: lines.map((_, index) => places.indexOf(index + 1) + 1) };
}

function readDots(lines: readonly string[]): One {
  const dots = lines.map((value) => (value.trim() === "" ? 0 : /^\d{1,3}$/.test(value.trim()) ? Number(value) : Number.NaN));
  if (dots.some(Number.isNaN)) return { refused: "Écrivez un nombre de points, de 0 à 5." };
  const given = dots.reduce((sum, count) => sum + count, 0);
  if (given > DOTS) return { refused: `Vous avez placé ${given} points\u00a0: il y en a ${DOTS} à répartir.` };
  return { answer: given > 0 ? dots : null };
}

function readMatrix({ required, options }: Question, lines: readonly string[], levels: number): One {
  const chosen = lines.map((value) => numberIn(value, levels) ?? 0);
  if (chosen.every((level) => level === 0)) return { answer: null };
  const missing = options.filter((_, index) => chosen[index] === 0);
  if (required && missing.length > 0) return { refused: `Il manque une réponse pour\u00a0: ${missing.join(", ")}.` };
  return { answer: chosen };
}

/** The same, written back into fields. */
export function typedOf(questions: readonly Question[], answers: KeptAnswers): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const { id, kind, options } of questions) {
    const answer = answers[String(id)];
    if (answer === undefined) continue;
    if (!Array.isArray(answer)) typed[fieldOf(id)] = String(answer);
    else if (kind === "several") for (const option of answer) typed[fieldOf(id, option)] = "oui";
    else if (kind === "ranking") answer.forEach((option, place) => (typed[fieldOf(id, option)] = String(place + 1)));
    else options.forEach((_, index) => (typed[fieldOf(id, index + 1)] = answer[index] ? String(answer[index]) : ""));
  }
  return typed;
}

/** Whether a field is one of a survey's questions, by its name alone. */
export const isQuestionField = (name: string): boolean => /^q\d+(-\d+)?$/.test(name);

/** The names of all fields that these questions have. */
export const fieldNames = (questions: readonly Question[]): string[] =>
  questions.flatMap(({ id, kind, options }) =>
    kind === "section" ? [] : kind === "one" || kind === "scale" || KINDS[kind].text ? [fieldOf(id)] : options.map((_, index) => fieldOf(id, index + 1)),
  );
