/** What someone typed in the search box, and what it asks for. */

export const MOST_TYPED = 200;
export const MOST_CLAUSES = 12;
export const PER_PAGE = 20;

/** Where one searches; « tout » looks everywhere and shows the first of each. */
export const PLACES = ["tout", "messages", "discussions", "documents", "moments", "comptes-rendus", "charte", "sujets", "archive", "personnes"] as const;
export type Place = (typeof PLACES)[number];

/** One thing that must be found: any of its alternatives will do. Each is a word or several in a row. */
export type Clause = { typed: string; alternatives: readonly string[] };

export type Reading = { clauses: Clause[]; problem: null } | { clauses: []; problem: "too-long" | "too-short" };

/** Letters as search compares them: no accents, no capitals, ligatures undone. */
export const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("’", "'");

// Said for the grammar, not for the meaning; in capitals they are acronyms.
const SMALL_WORDS = new Set(
  ("a ai au aux avec ce ces cet cette comme comment dans de des du elle elles en est et etre eu il ils j je l la le les leur leurs lui ma mais me mes moi mon ne nos notre nous on ont ou par pas plus " +
    "pour qu quand que quel quelle quelles quels qui sa sans se ses si son sont sur ta te tes toi ton tu un une vos votre vous y d c n s t m").split(" "),
);

const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

const isSmall = (word: string): boolean => SMALL_WORDS.has(folded(word)) && word === word.toLowerCase();
const isLetter = (word: string): boolean => /^\p{L}$/u.test(word);

/**
 * Reads what was typed. Words between quotation marks must follow each other; an acronym stands for what the
 * committee says it means, and the other way; small words count only where nothing else does.
 */
export function readSearch(typed: string, synonyms: readonly (readonly string[])[]): Reading {
  const text = typed.normalize("NFC").replace(/\s+/g, " ").trim();
  if (text.length > MOST_TYPED) return { clauses: [], problem: "too-long" };
  const clauses: Clause[] = [];
  const loose = text.replace(/"([^"]+)"|«\s*([^»]+?)\s*»/g, (_all, straight?: string, angled?: string) => {
    const phrase = (straight ?? angled ?? "").replace(EDGES, "");
    if (phrase) clauses.push({ typed: phrase, alternatives: alternativesOf(phrase, synonyms) });
    return " ";
  });
  const words = loose.split(" ").map((word) => word.replace(EDGES, "").replace(ELISION, "")).filter(Boolean);
  const telling = words.filter((word) => !isSmall(word) && !isLetter(word));
  const kept = telling.length > 0 || clauses.length > 0 ? telling : words.filter((word) => !isLetter(word));
  clauses.push(...withSynonyms(kept, synonyms));
  return clauses.length > 0 ? { clauses: clauses.slice(0, MOST_CLAUSES), problem: null } : { clauses: [], problem: "too-short" };
}

const tellingWords = (term: string): string[] =>
  folded(term).split(/[\s-]+/).map((word) => word.replace(ELISION, "")).filter((word) => word && !SMALL_WORDS.has(word));

const alternativesOf = (phrase: string, synonyms: readonly (readonly string[])[]): readonly string[] => {
  const group = synonyms.find((terms) => terms.some((term) => folded(term) === folded(phrase)));
  return group ? [phrase, ...group.filter((term) => folded(term) !== folded(phrase))] : [phrase];
};

/** The stems of French leave the plural of some words alone (« doudous », « amis », « jeux », « travaux »): the other number is asked for too. */
const inNumber = (word: string): readonly string[] => {
  const crossed = /^(\p{L}+(?:eu|ou))(x?)$/iu.exec(word);
  if (crossed?.[1] && !isSmall(word)) return crossed[2] ? [word, crossed[1]] : [word, `${crossed[1]}x`, `${crossed[1]}s`];
  const worked = /^(\p{L}{3,})(aux|ail)$/iu.exec(word);
  if (worked?.[1]) return [word, worked[1] + (worked[2]?.toLowerCase() === "ail" ? "aux" : "ail")];
  const stem = /^(\p{L}{2,}[aiouèï])(s?)$/iu.exec(word);
  return stem?.[1] && !isSmall(word) ? [word, stem[2] ? stem[1] : `${word}s`] : [word];
};

/** The longest run of words that is a known term comes first, so that « plan d’intervention » is one thing. */
function withSynonyms(words: readonly string[], synonyms: readonly (readonly string[])[]): Clause[] {
  const terms = synonyms.flatMap((group) => group.map((term) => ({ group, term, words: tellingWords(term) }))).filter((known) => known.words.length > 0);
  const clauses: Clause[] = [];
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at).map(folded);
    const known = terms.filter(({ words: wanted }) => wanted.every((word, index) => rest[index] === word)).sort((a, b) => b.words.length - a.words.length)[0];
    const length = known?.words.length ?? 1;
    const run = words.slice(at, at + length).join(" ");
    clauses.push({ typed: run, alternatives: known ? [known.term, ...known.group.filter((term) => term !== known.term)] : inNumber(run) });
    at += length;
  }
  return clauses;
}

export type Filter = { person: number | null; organisation: number | null; topic: number | null; from: string | null; until: string | null };

export type Search = { typed: string; place: Place; filter: Filter; before: string | null };

const numberIn = (text: string | null): number | null => (text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

const dayIn = (text: string | null): string | null => {
  if (text === null || !/^20\d\d-\d\d-\d\d$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? null : text;
};

/** Reads a search off an address; what cannot be understood narrows nothing. */
export function parseSearch(search: URLSearchParams): Search {
  const place = search.get("dans");
  return {
    typed: search.get("q") ?? "",
    place: PLACES.find((known) => known === place) ?? "tout",
    filter: {
      person: numberIn(search.get("personne")),
      organisation: numberIn(search.get("organisation")),
      topic: numberIn(search.get("sujet")),
      from: dayIn(search.get("du")),
      until: dayIn(search.get("au")),
    },
    before: /^\d{1,15}$/.test(search.get("avant") ?? "") ? search.get("avant") : null,
  };
}

export const isNarrowed = (filter: Filter): boolean => Object.values(filter).some((value) => value !== null);

/** The address of a search. */
export function searchPath({ typed, place, filter, before }: Search): string {
  const search = new URLSearchParams({ q: typed });
  if (place !== "tout") search.set("dans", place);
  const { person, organisation, topic, from, until } = filter;
  for (const [name, value] of Object.entries({ personne: person, organisation, sujet: topic, du: from, au: until, avant: before })) if (value !== null) search.set(name, String(value));
  return `/recherche?${search.toString()}`;
}

/** A found text in parts: those between the two control signs are what was searched for. */
export type Part = { text: string; found: boolean };

export const FOUND_START = "\u0002";
export const FOUND_STOP = "\u0003";

/** What stands for « - », « . » and « / » while words are marked (queries.server.ts). */
export const LOOKALIKES = "\u2011\u2024\u2215";
const asWritten = (text: string): string => text.replaceAll("\u2011", "-").replaceAll("\u2024", ".").replaceAll("\u2215", "/");

export const partsOf = (snippet: string): Part[] =>
  asWritten(snippet).split(FOUND_START).flatMap((piece, index) => {
    const [found = "", ...rest] = index === 0 ? ["", piece] : piece.split(FOUND_STOP);
    return [{ text: found, found: true }, { text: rest.join(""), found: false }].filter(({ text }) => text !== "");
  });
