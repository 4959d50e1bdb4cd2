import type { FoundKind } from "./model";

/** What numbers give away. Each rule is one pass of one pattern without nested repetition, over folded text. */

type Place = { kind: FoundKind; start: number; end: number };

const DATE = /(?<!\d)(?:\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}|(?:1er|\d{1,2}) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) (?:19|20)\d{2})(?!\d)/g;
const BIRTH = /\b(?:nee?s?|naissances?|anniversaire|ddn|fete ses|naitra|ne le)\b/;
const RAMQ = /\b[a-z]{4}[ -]?(\d{2})(\d{2})[ -]?(\d{2})\d{2}\b/g;
const NINE = /(?<![a-z\d.,$-])\d{3}([ -]?)\d{3}\1\d{3}(?![a-z\d-])/g;
const TELEPHONE = /(?<![a-z\d/.-])(?:\+?1[ .-]?)?(?:\(([2-9]\d{2})\) ?|([2-9]\d{2})[ .-]?)[2-9]\d{2}[ .-]?\d{4}(?![a-z\d-])|(?<![a-z\d/.-])[2-9]\d{2}-\d{4}(?![a-z\d-])/g;
/** Lines that anyone may call. */
const TOLL_FREE = /^8(?:00|33|44|55|66|77|88)$/;
const POSTAL = /\b[abceghj-nprstvxy]\d[a-z] ?-?\d[a-z]\d\b/g;
const E_MAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/g;
/** An address of a service rather than of someone. */
const SERVICE = /^(?:info|accueil|direction|secretariat|reception|administration|comite|contact|communications?|inscriptions?)@/;
const FILE = /\b(?:dossiers?|usagere?|fiche client|matricule|no client|code permanent|numero de (?:reference|demande|client))\b/g;
const FILE_NUMBER = /^[^.!?\n\d]{0,28}?(\d[\da-z/-]{1,15}(?: \d{2,6}){0,2})/;
const STREET = /(?<!\d)\d{1,5}[a-z]?,? (?:rue|rang|avenue|av\.|boulevard|boul\.?|chemin|route|montee|place|impasse|ruelle)\b/g;
const LIVES = /\b(?:habite\w{0,4}|demeure\w{0,3}|vit|vivent|reste(?:nt)? (?:au|sur)|maison|logement|adresse|domicile|famille|petite?|enfants?|demenage\w{0,3})\b/;

const matches = (kind: FoundKind, pattern: RegExp, text: string, keep: (match: RegExpExecArray) => boolean = () => true): Place[] =>
  [...text.matchAll(pattern)].filter(keep).map((match) => ({ kind, start: match.index, end: match.index + match[0].length }));

/** The check digit of a Canadian social insurance number; 0 and 8 begin none that a person has. */
export function isSocialInsurance(digits: string): boolean {
  if (!/^[1-79]\d{8}$/.test(digits) && !/^0\d{8}$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const between = (text: string | undefined, low: number, high: number): boolean => Number(text) >= low && Number(text) <= high;

/** A health insurance number holds a birth date: year, month (plus 50 for women), day. */
const holdsBirth = ([, , month, day]: RegExpExecArray): boolean => (between(month, 1, 12) || between(month, 51, 62)) && between(day, 1, 31);

function fileNumbers(text: string): Place[] {
  return [...text.matchAll(FILE)].flatMap(({ 0: word, index }) => {
    const after = index + word.length;
    const number = FILE_NUMBER.exec(text.slice(after, after + 50));
    const digits = number?.[1] ?? "";
    // « dossier de 3 pages », « dossiers 0-5 ans »: a file's number has at least three digits.
    if (!number || digits.replace(/\D/g, "").length < 3) return [];
    return [{ kind: "file-number" as const, start: index, end: after + number[0].length }];
  });
}

/** All that numbers give away in a folded text. */
export function findNumbers(text: string): Place[] {
  const around = (at: number, before: number, after: number) => text.slice(Math.max(0, at - before), at + after);
  const births = matches("birth-date", DATE, text, ({ index }) => BIRTH.test(around(index, 48, 0)));
  const health = matches("health-number", RAMQ, text, holdsBirth);
  const permanent = matches("file-number", RAMQ, text, (match) => !holdsBirth(match));
  const social = matches("social-insurance", NINE, text, ([all]) => isSocialInsurance(all.replace(/\D/g, "")));
  const telephones = matches("telephone", TELEPHONE, text, (match) => !TOLL_FREE.test(match[1] ?? match[2] ?? ""));
  const addresses = matches("address", STREET, text, ({ index }) => LIVES.test(around(index, 48, 70)));
  const mails = matches("e-mail", E_MAIL, text, ([all]) => !SERVICE.test(all));
  return [...health, ...social, ...births, ...permanent, ...fileNumbers(text), ...telephones, ...matches("postal-code", POSTAL, text), ...addresses, ...mails];
}
