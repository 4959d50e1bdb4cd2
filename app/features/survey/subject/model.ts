import { folded } from "~/features/mention/model";
import { MAX_TOPIC } from "../question/model";
import type { Count, Tally } from "../result/model";

/** What can become a subject to talk about, and how many people wanted it, where that is known and may be said. */
export type Candidate = { name: string; people: Count };
export type Candidates = { label: string; /** What people said of those that are counted. */ said: string | null; subjects: Candidate[] };

const positive = (count: Count | undefined): Count => (count ? count : null);

/** What of one question: subjects of a grid, choices among several, and what people proposed, once read. */
function candidatesOf(tally: Tally): Candidates | null {
  const { label, kind } = tally.question;
  if (tally.shape === "matrix") return { label, said: tally.levels.at(-1) ?? null, subjects: tally.lines.map((line) => ({ name: line.label, people: positive(line.counts.at(-1)) })) };
  if (tally.shape === "texts") return kind === "topic" ? { label, said: null, subjects: tally.texts.map((name) => ({ name, people: null })) } : null;
  // Points are not people.
  if (kind === "several") return { label, said: null, subjects: tally.lines.map((line) => ({ name: line.label, people: positive(line.count) })) };
  return kind === "ranking" || kind === "dots" ? { label, said: null, subjects: tally.lines.map((line) => ({ name: line.label, people: null })) } : null;
}

/** Question by question, those that most people wanted first; a name stands where it comes first, and not when it is a subject already. */
export function candidatesIn(tallies: readonly Tally[], made: readonly string[] = []): Candidates[] {
  const known = new Set(made.map(folded));
  return tallies.flatMap((tally) => {
    const found = candidatesOf(tally);
    const fresh = (found?.subjects ?? []).filter(({ name }) => name.length >= 2 && name.length <= MAX_TOPIC && !known.has(folded(name)));
    for (const { name } of fresh) known.add(folded(name));
    return found && fresh.length > 0 ? [{ ...found, subjects: fresh.sort((a, b) => (b.people ?? 0) - (a.people ?? 0)) }] : [];
  });
}
