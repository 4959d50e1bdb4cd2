import { diff3Merge } from "node-diff3";

/** Paragraphs with the empty lines behind them, and words with the white behind them: what is merged are words, never letters. */
const paragraphsOf = (text: string): string[] => text.match(/[^\n]+\n*|\n+/g) ?? [];
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** The comparison's time grows with the pairs of equal pieces; beyond these, two texts stand one after the other. */
const MOST_PAIRS = 60_000;

function pairsOf(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const piece of a) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return b.reduce((sum, piece) => sum + (counts.get(piece) ?? 0), 0);
}

type Region = { ok?: string[]; conflict?: { a: string[]; b: string[]; o: string[] } };

function regionsOf(ours: string[], base: string[], theirs: string[]): Region[] {
  if (pairsOf(ours, base) > MOST_PAIRS || pairsOf(theirs, base) > MOST_PAIRS) return [{ conflict: { a: ours, o: base, b: theirs } }];
  return diff3Merge(ours, base, theirs, { excludeFalseConflicts: true });
}

export type Merge = {
  /** Whether everything both of them changed stands side by side without a doubt. */
  clean: boolean;
  /** The text with both changes; where they touch the same words, both wordings, marked. */
  text: string;
};

export const OURS = "⟦ dans la charte\u00a0: ";
export const THEIRS = " ⟧⟦ de votre côté\u00a0: ";
export const END = " ⟧";

/**
 * Brings two changes of one text together, as two people would: what only one of them touched is taken over.
 * Paragraphs first; where both touched the same ones, their words.
 */
export function mergeTexts(base: string, ours: string, theirs: string): Merge {
  if (ours === theirs || theirs === base) return { clean: true, text: ours };
  if (ours === base) return { clean: true, text: theirs };
  const whole = { clean: true };
  const text = regionsOf(paragraphsOf(ours), paragraphsOf(base), paragraphsOf(theirs))
    .map(({ ok, conflict }) => (conflict ? mergeWords(conflict.o.join(""), conflict.a.join(""), conflict.b.join(""), whole) : (ok ?? []).join("")))
    .join("");
  return { clean: whole.clean, text: text.trimEnd() };
}

const mergeWords = (base: string, ours: string, theirs: string, whole: { clean: boolean }): string =>
  regionsOf(wordsOf(ours), wordsOf(base), wordsOf(theirs))
    .map(({ ok, conflict }) => {
      if (!conflict) return (ok ?? []).join("");
      whole.clean = false;
      const [a, b] = [conflict.a.join(""), conflict.b.join("")];
      return `${OURS}${a.trim()}${THEIRS}${b.trim()}${END}${/\n+$/.exec(a)?.[0] ?? " "}`;
    })
    .join("");

/** A proposal against the text it was written on. */
export type Wording = { base: string; body: string };

/**
 * Carries a proposal over to another text of its article. Null when the words it touches are
 * not there any more, or already say what it asks for: then a person has to look.
 */
export function carryOver({ base, body }: Wording, text: string): Wording | null {
  const merged = mergeTexts(base, text, body);
  return merged.clean && merged.text !== text && merged.text.trim() !== "" ? { base: text, body: merged.text } : null;
}
