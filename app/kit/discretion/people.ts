import { isFirstName } from "./first-names";
import type { FoundKind } from "./model";
import {
  AGED, AGED_AT_ONCE, ASKED_BEFORE, AT_WORK, CALLED_BEFORE, CASE_BEFORE, CHILD_AFTER, CHILD_BEFORE, COLLEAGUE_AFTER, COLLEAGUE_BEFORE, FAMILY_BEFORE, FAMILY_HOUSE, KIN_BEFORE, KIN_BESIDE_BEFORE, NOT_AN_AGE,
  RARE, RARE_IN_PLACE, RARE_SIGN, SIGN, SPAN_ANYWHERE, TITLE_BEFORE,
} from "./signs";

/** Who is named, or could be recognised without a name, and what is said about them. */

type Place = { kind: FoundKind; start: number; end: number };

/** How far around a name its sentence is read: this bounds the work per name, so that the whole stays linear. */
const BEFORE = 70;
const AFTER = 150;
const NEXT = 90;

const WORD = /\p{L}[\p{L}\p{M}-]*/gu;
/** Words that begin sentences and places: with a capital, and nobody's name. */
const NO_NAME = new Set(
  `le la les un une des du de mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces je tu il elle on nous vous ils elles qui que quoi quel quelle quels quelles est et ou mais donc or ni car si oui non pour par avec sans sous sur dans en au aux vers chez merci bonjour bonsoir allo salut bravo voici voila depuis pendant apres avant quand comment pourquoi combien quelqu quelqu'un chaque tout tous toute toutes ici bien bon bonne hier demain lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre noel paques accueil cpe clsc ciusss cisss dpj mrc tsa tdah tdl tda ramq nas ecole centre maison service services sante canada quebec montreal nicolet becancour pierreville gentilly drummondville victoriaville trois-rivieres yamaska odanak wolinak mauricie haiti syrie ukraine senegal france afrique maroc algerie tunisie colombie mexique bureau comite charte info-social faut faudrait ci etc ps re ligne enfants enfant parents famille familles facebook zoom teams word excel google asq eqdem naitre brindami mme mlle madame monsieur mr`.split(/\s+/),
);
const isPlace = (folded: string): boolean => NO_NAME.has(folded) || /^(?:saint|sainte|st|ste|baie|notre|grand|mont|lac|val|cap)-/.test(folded);

type Name = { start: number; end: number; known: boolean; capital: boolean };

/** What stands around a name, within its sentence, folded. */
type Around = { before: string; after: string; next: string; /** The word before has a capital: « Le Petit Prince ». */ titleCase: boolean };

const SENTENCE_END = /[.!?\n](?=\s|$)/;

function aroundOf(typed: string, text: string, start: number, end: number): Around {
  const back = text.slice(Math.max(0, start - BEFORE), start);
  let cut = -1;
  for (let at = back.length - 2; at >= 0 && cut < 0; at -= 1) {
    // « M. », « Mme. » and initials end no sentence.
    if (/[!?\n]/.test(back[at] ?? "") || (back[at] === "." && back[at + 1] === " " && !/(?:^|[^a-z])(?:m|mr|mme|[a-z])$/.test(back.slice(Math.max(0, at - 4), at)))) cut = at;
  }
  const ahead = text.slice(end, end + AFTER);
  const stop = SENTENCE_END.exec(ahead);
  const after = stop ? ahead.slice(0, stop.index) : ahead;
  const rest = stop ? text.slice(end + stop.index + 1, end + stop.index + 1 + NEXT).trimStart() : "";
  const goesOn = /^(?:il |elle |ils |elles |sa |son |ses |cet |cette |ca )/.test(rest);
  const titleCase = /(?<!\p{L})\p{Lu}\p{L}+[ ,]{1,2}$/u.test(typed.slice(Math.max(0, start - 24), start));
  return { before: back.slice(cut + 1), after, titleCase, next: goesOn ? (rest.split(/[.!?\n]/)[0] ?? "") : "" };
}

/** The names of a text: known first names, and words with a capital that might be some. */
function namesIn(text: string, folded: string): Name[] {
  const found: Name[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const plain = folded.slice(index, index + word.length);
    const capital = word[0] !== plain[0] && /^\p{Lu}/u.test(word);
    // « la petite jade »: what says that a name comes makes one of a usual word.
    const known = isFirstName(plain, capital) || (!capital && isFirstName(plain, true) && CHILD_BEFORE.test(folded.slice(Math.max(0, index - 24), index)));
    const last = found.at(-1);
    // A surname after a first name belongs to it.
    if (last?.known && capital && !known && last.end === index - 1 && text[last.end] === " " && !isPlace(plain)) last.end = index + word.length;
    else if (known || (capital && word.length > 2 && !isPlace(plain) && word !== word.toUpperCase())) found.push({ start: index, end: index + word.length, known, capital });
  }
  return found;
}

/** Where the first name of someone stands, whatever is said about them. */
export const firstNameIn = (text: string, folded: string): { start: number; end: number } | undefined => namesIn(text, folded).find(({ known }) => known);

/** An age that is said of the one who was just named. */
function agedAt(after: string): number {
  const match = AGED.exec(after);
  if (!match) return -1;
  const span = match[0].search(SPAN_ANYWHERE);
  return span < 0 || NOT_AN_AGE.test(match[0].slice(0, span)) ? -1 : match[0].length;
}

/** Where something is said, after a name, that makes it a child or a family; -1 when nobody says so. */
function signAt({ before, after, next }: Around, asked: boolean): number {
  const sign = SIGN.exec(after);
  if (sign) {
    const gap = after.slice(0, sign.index + (sign[0].startsWith("presente") ? 0 : sign[0].length));
    if (!AT_WORK.test(gap.replace(sign[0], ""))) return AT_WORK.test(before) && !asked ? -1 : sign.index + sign[0].length;
    return -1;
  }
  if (next && !AT_WORK.test(after)) {
    const later = SIGN.exec(next) ?? (agedAt(next.replace(/^(?:il|elle|ca)/, "")) >= 0 ? next.match(SPAN_ANYWHERE) : null);
    if (later) return after.length;
  }
  return -1;
}

/** How far what gives someone away goes beyond their name; -1 when nothing does. */
function givenAway(name: Name, around: Around): number {
  const { before, after } = around;
  const { known, capital } = name;
  if (CALLED_BEFORE.test(before)) return 0;
  if (KIN_BEFORE.test(before) && (known || /(?:meres?|peres?|mamans?|papas?|fils|filles?|soeurs?|freres?|petite?) (?:de |d'|a )$/.test(before))) return 0;
  if (FAMILY_BEFORE.test(before) && capital && !FAMILY_HOUSE.test(before)) return 0;
  if (CHILD_BEFORE.test(before) && (known || !around.titleCase)) return 0;
  const aged = known ? agedAt(after) : (AGED_AT_ONCE.exec(after)?.[0].length ?? -1);
  if (aged >= 0 && capital && !COLLEAGUE_BEFORE.test(before)) return aged;
  const titled = TITLE_BEFORE.test(before);
  if (!known && !titled) return -1;
  if (CASE_BEFORE.test(before) || KIN_BESIDE_BEFORE.test(before)) return 0;
  if (COLLEAGUE_AFTER.test(after)) return -1;
  const child = CHILD_AFTER.exec(after);
  if (child) return child[0].length;
  if (COLLEAGUE_BEFORE.test(before)) return -1;
  // « un trouble de l’attachement chez Éloïse »
  if (/\bchez $/.test(before) && SIGN.test(before)) return 0;
  return signAt(around, ASKED_BEFORE.test(before) || titled);
}

/** The longest stretch of words that is shown as one. */
const LONGEST = 90;

export function findPeople(text: string, folded: string): Place[] {
  const found: Place[] = [];
  for (const name of namesIn(text, folded)) {
    const beyond = givenAway(name, aroundOf(text, folded, name.start, name.end));
    if (beyond < 0) continue;
    const end = beyond > LONGEST ? name.end : name.end + beyond;
    found.push({ kind: "named-person", start: name.start, end });
  }
  return [...found, ...findInitials(text, folded), ...findRare(text, folded)];
}

const INITIALS = /(?<![\p{L}\p{N}.])\p{Lu}\.(?:[ -]{0,2}\p{Lu}\.?(?!\p{L})){1,3}|(?<![\p{L}\p{N}.'’])\p{Lu}\.?(?![\p{L}\p{N}'’])/gu;

function findInitials(text: string, folded: string): Place[] {
  const found: Place[] = [];
  for (const { 0: letters, index } of text.matchAll(INITIALS)) {
    const end = index + letters.length;
    const around = aroundOf(text, folded, index, end);
    const introduced = CHILD_BEFORE.test(around.before) || KIN_BEFORE.test(around.before) || CALLED_BEFORE.test(around.before);
    const several = /\p{Lu}.*\p{Lu}/u.test(letters);
    if (introduced || (several && (RARE_SIGN.test(around.after) || agedAt(around.after) >= 0) && !AT_WORK.test(around.after))) found.push({ kind: "initials", start: index, end });
  }
  return found;
}

function findRare(text: string, folded: string): Place[] {
  const inVillage = [...folded.matchAll(RARE)].map(({ 0: all, index }): Place => ({ kind: "rare-detail", start: index, end: index + all.length }));
  // « … de Sainte-Monique »: a place is known by its capital.
  const inPlace = [...folded.matchAll(/\b(?:seule?s?|unique) (?:petite?|jeune|famille|enfant|garcon|fille|fillette|bebe|eleve|mere|maman|pere|papa|parent|couple|jumeaux|jumelles)\b/g)].flatMap(({ index }): Place[] => {
    const start = Math.max(0, index - 4);
    for (const { 0: word, index: at } of text.slice(index, index + 80).matchAll(/\p{Lu}\p{L}[\p{L}-]*/gu)) {
      if (RARE_IN_PLACE.test(folded.slice(start, index + at))) return [{ kind: "rare-detail", start, end: index + at + word.length }];
    }
    return [];
  });
  return [...inVillage, ...inPlace];
}
