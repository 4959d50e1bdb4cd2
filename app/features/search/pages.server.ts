import type { MemberActor } from "~/kit/actor";
import { MINUTE, now } from "~/kit/clock.server";
import { formatWhen } from "~/kit/format";
import { limit } from "~/kit/limits.server";
import { textPath } from "~/features/archive/model";
import { communityTimeZone } from "~/features/community/queries.server";
import { filePath } from "~/features/file/model";
import { listSynonyms } from "~/features/synonym/queries.server";
import { messagePath, threadPath } from "~/features/thread/model";
import { topicPath } from "~/features/topic/model";
import { asTyped, corrected, questionOf } from "./asked.server";
import { isNarrowed, parseSearch, partsOf, readSearch, searchPath, type Part, type Place, type Search } from "./model";
import { find, findChoices, type Found, type FoundIn } from "./queries.server";

/** More than anyone types; a program that reads everything by its words is slowed. */
const SEARCHES_A_MINUTE = 60;

export type ShownResult = { key: string; to: string; title: Part[]; snippet: Part[]; note: string };
export type ShownGroup = { place: Exclude<Place, "tout">; results: ShownResult[]; more: string | null };

/** The loader's data of /recherche. */
export async function searchPage(actor: MemberActor, request: Request) {
  const search = parseSearch(new URL(request.url).searchParams);
  const narrowed = isNarrowed(search.filter);
  const [choices, synonyms, zone] = await Promise.all([findChoices(actor), listSynonyms(actor), communityTimeZone()]);
  const page = { search, narrowed, choices, groups: [] as ShownGroup[], near: false, asked: false };
  if (search.typed.trim() === "" && !narrowed) return { ...page, problem: null };
  limit("search", String(actor.memberId), SEARCHES_A_MINUTE, MINUTE);
  const { clauses, problem } = readSearch(search.typed, synonyms.map(({ terms }) => terms));
  if (problem && (search.typed.trim() !== "" || !narrowed)) return { ...page, problem };

  const narrowing = { filter: search.filter, zone, before: search.before };
  let found = await find(actor, search.place, clauses.length > 0 ? questionOf(asTyped(clauses)) : null, narrowing);
  const nearby = found.length === 0 && clauses.length > 0 && !search.before ? await corrected(clauses) : null;
  if (nearby) found = await find(actor, search.place, questionOf(nearby), narrowing);
  return { ...page, problem: null, asked: true, near: nearby !== null && found.length > 0, groups: found.map((group) => shown(group, search, zone)) };
}

export type SearchData = Awaited<ReturnType<typeof searchPage>>;

function shown({ place, found, more }: FoundIn, search: Search, zone: string): ShownGroup {
  const last = found.at(-1);
  const further = place === search.place || place === "messages" ? { ...search, place, before: String(last?.id ?? "") } : { ...search, place, before: null };
  return { place, results: found.map((result) => shownResult(place, result, search, zone)), more: more && place !== "charte" && place !== "personnes" ? searchPath(further) : null };
}

function shownResult(place: ShownGroup["place"], found: Found, search: Search, zone: string): ShownResult {
  const when = found.at ? formatWhen(new Date(found.at), now(), zone) : null;
  const kind = place === "personnes" ? null : found.who;
  return {
    key: place === "personnes" ? `${found.who ?? ""}-${found.id}` : `${place}-${found.id}`,
    to: addressOf(place, found, search),
    title: partsOf(found.title),
    snippet: partsOf(found.snippet),
    note: [kind, found.organisation, when].filter(Boolean).join(" · "),
  };
}

function addressOf(place: ShownGroup["place"], { id, title, who, threadId, position }: Found, search: Search): string {
  const ofThem = (filter: Partial<Search["filter"]>) => searchPath({ typed: "", place: "tout", filter: { ...search.filter, ...filter }, before: null });
  switch (place) {
    case "messages":
      return messagePath(threadId ?? 0, position ?? 1, id);
    case "discussions":
      return threadPath(id);
    case "documents":
      return filePath({ id, name: partsOf(title).map(({ text }) => text).join("") });
    case "moments":
      return `/moments/${id}`;
    case "comptes-rendus":
      return `/moments/${id}/compte-rendu`;
    case "charte":
      return "/charte";
    case "archive":
      return textPath(id);
    case "sujets":
      return topicPath(id);
    case "personnes":
      return ofThem(who === "person" ? { person: id } : { organisation: id });
  }
}
