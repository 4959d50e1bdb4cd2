import { findInFileName, findInText } from "./check";
import { foldInPlace } from "./fold";
import { FOUND_WORDS, isRefused, type Found } from "./model";
import type { Passage } from "./passage";

/** FNV-1a of the words: it binds what was agreed to to these very words, and is no secret. */
function markOf({ kind, words }: Found): string {
  let hash = 0x811c9dc5;
  for (const char of `${kind} ${foldInPlace(words)}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

const FILES = "fichiers";

/** The passages of a form to ask its writer about, each once. */
export function passagesIn(fields: readonly (readonly [name: string, text: string])[], fileNames: readonly string[] = []): Passage[] {
  const found = [...fields.flatMap(([field, text]) => findInText(text).map((place) => ({ field, place }))), ...fileNames.flatMap((name) => findInFileName(name).map((place) => ({ field: FILES, place })))];
  const passages = found.map(({ field, place }) => ({ field, words: place.words, ...FOUND_WORDS[place.kind], refused: isRefused(place), mark: markOf(place) }));
  return [...new Map(passages.map((passage) => [passage.mark, passage])).values()];
}
