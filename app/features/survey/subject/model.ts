import { MAX_TOPIC } from "../question/model";
import type { Tally } from "../result/model";

/** What can become a subject to talk about: what a matrix asks the interest in, and the subjects that people proposed, once read. */
export const subjectsIn = (tallies: readonly Tally[]): string[] => [
  ...new Set(
    tallies
      .flatMap((tally) => (tally.shape === "matrix" ? tally.lines.map(({ label }) => label) : tally.shape === "texts" && tally.question.kind === "topic" ? tally.texts : []))
      .filter((name) => name.length >= 2 && name.length <= MAX_TOPIC),
  ),
];
