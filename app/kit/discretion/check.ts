import { foldInPlace, speechOf } from "./fold";
import { isRefused, type Found } from "./model";
import { findNumbers } from "./numbers";
import { findPeople, firstNameIn } from "./people";

/** Beyond this many, more of them help nobody. */
const MOST = 12;

/**
 * Finds by what a child or a family could be recognised in a text. The one function that
 * guards every place where people write; the same in the browser and on the server. It works
 * in time proportional to the text, keeps nothing and tells nobody.
 */
export function findInText(typed: string): Found[] {
  const text = speechOf(typed.normalize("NFC"));
  const folded = foldInPlace(text);
  const found = [...findNumbers(folded), ...findPeople(text, folded)].sort((a, b) => Number(isRefused(b)) - Number(isRefused(a)) || a.start - b.start);
  const kept: Found[] = [];
  for (const place of found) {
    if (kept.length >= MOST) break;
    if (kept.some(({ start, end }) => place.start < end && start < place.end)) continue;
    kept.push({ ...place, words: text.slice(place.start, place.end).replace(/\s+/g, " ").trim() });
  }
  return kept.sort((a, b) => a.start - b.start);
}

const IN_A_CASE = /\b(?:dossier|plan|pi|rapport|evaluation|observations?|bilan|photo|autorisation|consentement|dessin|referen\w+|demande|suivi|notes?|enfant|famille|cas|situation|inscription|sante|allergie)\b/;
const IN_A_TALK = /\b(?:presentation|atelier|formation|conference|animation|capsule|guide|cv|compte rendu|proces-verbal|ordre du jour|affiche|invitation)\b/;

/** The same in the name of a file, where words stand without a sentence: « Plan intervention Mathis.pdf ». */
export function findInFileName(name: string): Found[] {
  const text = name.replace(/\.[a-z0-9]{2,5}$/i, "").replace(/[_+.]|(?<!\d)-|-(?!\d)/g, " ");
  const found = findInText(text);
  const folded = foldInPlace(text);
  if (found.length > 0 || !IN_A_CASE.test(folded) || IN_A_TALK.test(folded)) return found;
  const named = firstNameIn(text, folded);
  return named ? [{ kind: "named-person", ...named, words: name }] : [];
}
