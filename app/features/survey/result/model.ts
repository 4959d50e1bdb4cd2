import type { KeptAnswers } from "../answer/model";
import { FEWEST, type PromiseKind } from "../model";
import { mayCross, SCALE, type Question } from "../question/model";
import { protect } from "./protection/model";
import { rankByPoints, winnerOfPairs } from "./ranking/model";

/** What people answered, put together. A count that may not be shown is null, wherever it goes: pages, charts, CSV, JSON. */

export type Count = number | null;
export const HIDDEN = `moins de ${FEWEST}`;

export type Line = { label: string; count: Count };
export type Tally =
  | { shape: "bars"; question: Question; answered: Count; lines: Line[]; mean: number | null }
  | { shape: "ranking"; question: Question; answered: Count; lines: (Line & { place: number })[]; winner: string | null }
  | { shape: "matrix"; question: Question; answered: Count; levels: string[]; lines: { label: string; counts: Count[] }[] }
  | { shape: "texts"; question: Question; answered: Count; texts: string[] };

/** Whether anything may be counted: with names nothing is hidden, since each answer stands there with its name. */
export const mayCount = (promise: PromiseKind, respondents: number): boolean => promise === "named" || respondents >= FEWEST;

const optionsOf = ({ kind, options }: Question): string[] => (kind === "scale" ? SCALE.map(String) : options);
const isNumbers = (answer: KeptAnswers[string] | undefined): answer is number[] => Array.isArray(answer);

/**
 * @param shown the written answers to a question that somebody has read and let through
 */
export function tally(question: Question, all: readonly KeptAnswers[], shown: readonly string[]): Tally {
  const given = all.map((answers) => answers[String(question.id)]).filter((answer) => answer !== undefined);
  const answered = given.length;
  const lists = given.filter(isNumbers);
  const labels = optionsOf(question);
  const counted = (of: (index: number) => number): Line[] => labels.map((label, index) => ({ label, count: of(index) }));
  switch (question.kind) {
    case "ranking": {
      const winner = winnerOfPairs(labels.length, lists);
      const lines = rankByPoints(labels.length, lists).map(({ option, points, place }) => ({ label: labels[option - 1] ?? "", count: points, place }));
      return { shape: "ranking", question, answered, lines, winner: winner === null || lists.length === 0 ? null : (labels[winner - 1] ?? null) };
    }
    case "matrix":
      return {
        shape: "matrix", question, answered, levels: question.levels,
        lines: labels.map((label, row) => ({ label, counts: question.levels.map((_, level) => lists.filter((answer) => answer[row] === level + 1).length) })),
      };
    case "several":
      return { shape: "bars", question, answered, lines: counted((index) => lists.filter((answer) => answer.includes(index + 1)).length), mean: null };
    case "dots":
      return { shape: "bars", question, answered, lines: counted((index) => lists.reduce((sum, answer) => sum + (answer[index] ?? 0), 0)), mean: null };
    case "one":
    case "scale": {
      const numbers = given.filter((answer): answer is number => typeof answer === "number");
      const mean = question.kind === "scale" && numbers.length > 0 ? numbers.reduce((sum, value) => sum + value, 0) / numbers.length : null;
      return { shape: "bars", question, answered, lines: counted((index) => numbers.filter((value) => value === index + 1).length), mean };
    }
    default:
      return { shape: "texts", question, answered, texts: [...shown] };
  }
}

/** The same shape with nothing in it: what is hidden and what is empty look alike. */
export function withheld(question: Question): Tally {
  const lines = optionsOf(question).map((label) => ({ label, count: null }));
  const common = { question, answered: null };
  if (question.kind === "ranking") return { ...common, shape: "ranking", lines: lines.map((line) => ({ ...line, place: 1 })), winner: null };
  if (question.kind === "matrix") return { ...common, shape: "matrix", levels: question.levels, lines: lines.map(({ label }) => ({ label, counts: question.levels.map(() => null) })) };
  return question.options.length > 0 || question.kind === "scale" ? { ...common, shape: "bars", lines, mean: null } : { ...common, shape: "texts", texts: [] };
}

/** One crossing: groups down, answers across. Sizes are null where they may not be counted. */
export type Crossed = { label: string; columns: string[]; groups: { label: string; size: Count; counts: Count[] }[] };

/** Who is in which group; each respondent in one. */
export type Grouped = { names: readonly string[]; of: (respondent: number) => number; sizesKnown: boolean };

const NONE = "Sans réponse";

/** The groups that a question makes: one for each of its answers, and one for those who left it out. */
export function groupsOf(question: Question, all: readonly KeptAnswers[]): Grouped {
  const labels = optionsOf(question);
  const at = (respondent: number) => {
    const answer = all[respondent]?.[String(question.id)];
    return typeof answer === "number" ? answer - 1 : labels.length;
  };
  return { names: [...labels, NONE], of: at, sizesKnown: true };
}

/** What each question shows by groups; a table of which nothing could be shown is left out. */
export function cross(questions: readonly Question[], by: number | null, all: readonly KeptAnswers[], groups: Grouped): Crossed[] {
  const asked = questions.filter(({ id }) => id !== by);
  const pick = (id: number) => (respondent: number) => all[respondent]?.[String(id)];
  const tables = asked.flatMap((question) => {
    const answer = pick(question.id);
    const labels = optionsOf(question);
    if (mayCross(question)) {
      const column = (respondent: number) => {
        const value = answer(respondent);
        return typeof value === "number" ? value - 1 : labels.length;
      };
      return [crossed(question.label, [...labels, NONE], column, all.length, groups)];
    }
    if (question.kind === "several") return labels.map((option, index) => crossed(`${question.label} ${option}`, ["Oui", "Non"], (respondent) => ((answer(respondent) as number[] | undefined)?.includes(index + 1) ? 0 : 1), all.length, groups));
    if (question.kind === "matrix") {
      return labels.map((subject, row) =>
        crossed(`${question.label} ${subject}`, [...question.levels, NONE], (respondent) => ((answer(respondent) as number[] | undefined)?.[row] || question.levels.length + 1) - 1, all.length, groups),
      );
    }
    return [];
  });
  return tables.filter((table): table is Crossed => table !== null);
}

/** Groups and answers that nobody is in are known from the totals, and stand in no table. */
function crossed(label: string, columns: readonly string[], columnOf: (respondent: number) => number, respondents: number, { names, of, sizesKnown }: Grouped): Crossed | null {
  const full = names.map(() => columns.map(() => 0));
  for (let respondent = 0; respondent < respondents; respondent += 1) {
    const row = full[of(respondent)];
    const column = columnOf(respondent);
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  const usedColumns = columns.map((_, c) => c).filter((c) => full.some((row) => (row[c] ?? 0) > 0));
  const usedRows = names.map((_, r) => r).filter((r) => !sizesKnown || full[r]?.some((count) => count > 0));
  const cells = usedRows.map((r) => usedColumns.map((c) => full[r]?.[c] ?? 0));
  const guarded = protect(cells, sizesKnown);
  if (!guarded) return null;
  return {
    label,
    columns: usedColumns.map((c) => columns[c] ?? ""),
    groups: cells.map((row, at) => ({
      label: names[usedRows[at] ?? 0] ?? "",
      size: guarded.rowHidden[at] ? null : row.reduce((sum, count) => sum + count, 0),
      counts: row.map((count, c) => (guarded.hidden[at]?.[c] ? null : count)),
    })),
  };
}

/** What one person answered to a question, in words. */
export function inWords(question: Question, answer: KeptAnswers[string] | undefined): string {
  if (answer === undefined) return "–";
  const labels = optionsOf(question);
  if (!Array.isArray(answer)) return typeof answer === "number" ? (labels[answer - 1] ?? "") : answer;
  if (question.kind === "several") return answer.map((option) => labels[option - 1]).join(", ");
  if (question.kind === "ranking") return answer.map((option, at) => `${at + 1}. ${labels[option - 1] ?? ""}`).join("; ");
  if (question.kind === "dots") return labels.map((label, at) => ({ label, dots: answer[at] ?? 0 })).filter(({ dots }) => dots > 0).map(({ label, dots }) => `${label}\u00a0: ${dots}`).join("; ");
  return labels.map((label, at) => `${label}\u00a0: ${question.levels[(answer[at] ?? 0) - 1] ?? "–"}`).join("; ");
}

/** The field by which a written answer is let through or kept back. */
export const textField = (questionId: number, hash: string): string => `t${questionId}-${hash.slice(0, 24)}`;
