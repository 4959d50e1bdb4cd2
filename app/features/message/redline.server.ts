import { diffWordsWithSpace } from "diff";
import type { Piece } from "./model";

/** Beyond this many words put in or taken out, two texts are shown one after the other: nobody reads such a comparison. */
const MOST_CHANGES = 400;

/** What changed from one wording to the next, word by word. */
export function redline(before: string, after: string): Piece[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES });
  if (!changes) return [{ is: "removed", text: before }, { is: "added", text: after }];
  return changes.map(({ value, added, removed }) => ({ is: added ? "added" : removed ? "removed" : "same", text: value }));
}
