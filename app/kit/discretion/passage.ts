/** What the button « Publier quand même » carries: the marks of the passages that were shown. */
export const AGREED_FIELD = "personne-reconnaissable";

/** A passage as its writer is asked about it, in a field. `mark` says which one it is without holding its words. */
export type Passage = { field: string; words: string; why: string; instead: string; refused: boolean; mark: string };

/** Those that their writer has not stood by; a number that nobody may publish is always among them. */
export function unsaid(passages: readonly Passage[], agreed: string): Passage[] {
  const marks = new Set(agreed.split(" "));
  return passages.filter(({ refused, mark }) => refused || !marks.has(mark));
}

export const agreement = (passages: readonly Passage[]): string => passages.map(({ mark }) => mark).join(" ");
