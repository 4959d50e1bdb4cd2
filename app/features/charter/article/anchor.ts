/** Words of an article that somebody speaks of, with what stands around them, and how they are found again. */
export type Anchor = { quote: string; before: string; after: string };

export const MAX_QUOTE = 600;
const AROUND = 50;

/** A text as it is read: one space for every stretch of white, whatever it was typed with. */
export const flat = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();

const anchorAt = (text: string, at: number, quote: string): Anchor => ({
  quote,
  before: text.slice(Math.max(0, at - AROUND), at),
  after: text.slice(at + quote.length, at + quote.length + AROUND),
});

const alike = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
};
const reversed = (text: string): string => [...text].reverse().join("");

/**
 * Where the words stand in a text now, with their new surroundings; null when they are no longer
 * in it. Where they stand several times, the place whose surroundings are the most alike is meant.
 */
export function findAnchor({ quote, before, after }: Anchor, text: string): Anchor | null {
  const read = flat(text);
  let best: { anchor: Anchor; score: number } | null = null;
  for (let at = read.indexOf(quote); at >= 0 && quote !== ""; at = read.indexOf(quote, at + 1)) {
    const anchor = anchorAt(read, at, quote);
    const score = alike(reversed(anchor.before), reversed(before)) + alike(anchor.after, after);
    if (!best || score > best.score) best = { anchor, score };
  }
  return best?.anchor ?? null;
}

/** Words that somebody points at in a text; null when they are not in it. */
export const anchorOf = (quote: string, text: string): Anchor | null => findAnchor({ quote: flat(quote), before: "", after: "" }, text);
