/** What a suggestion shows, and what choosing it writes. */
export type Suggestion = { kind: "personne" | "organisation"; id: number; name: string; note: string };

export const MOST_SUGGESTIONS = 8;
/** People and organisations that one text can call; further ones are read as text. */
export const MOST_MENTIONS = 30;
const MOST_WORDS = 8;
const LONGEST_NAME = 120;

/** A name as it is compared: no accents, no capitals, single spaces between its words. The database's `folded` does the same. */
export const folded = (text: string): string =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").replace(/[^a-z0-9]+/g, " ").trim();

/** A name that somebody may have written after « @ », and where the text of it stands. */
export type Called = { at: number; text: string };

/** The places of a text that may call someone by name. What is quoted calls nobody, and neither does an address. */
export function calledIn(body: string): Called[] {
  const found: Called[] = [];
  let start = 0;
  for (const line of body.split("\n")) {
    if (!/^\s*>/.test(line)) {
      for (const { index } of line.matchAll(/(?<![\p{L}\p{N}@._\\/-])@(?=\p{L})/gu)) {
        const text = line.slice(index + 1, index + 1 + LONGEST_NAME);
        found.push({ at: start + index, text: text.split("@")[0] ?? "" });
      }
    }
    start += line.length + 1;
  }
  return found.slice(0, MOST_MENTIONS);
}

/** « nadège saint-fleur, merci » may mean « nadege », « nadege saint », « nadege saint fleur »… */
export function possibleNames({ text }: Called): string[] {
  const words = folded(text).split(" ").slice(0, MOST_WORDS);
  return words.map((_, index) => words.slice(0, index + 1).join(" "));
}

/** How many characters of the text make up that name; 0 when it does not begin with it as whole words. */
export function lengthOf(name: string, { text }: Called): number {
  for (let end = 1; end <= text.length; end += 1) {
    const inside = /[\p{L}\p{N}\p{M}]/u;
    if (inside.test(text[end] ?? "") || !inside.test(text[end - 1] ?? "")) continue;
    if (folded(text.slice(0, end)) === name) return end;
  }
  return 0;
}
