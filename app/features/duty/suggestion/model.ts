import { inOrder, WEIGHTS, type Candidate, type Instant, type Role, type Served } from "../model";
import { accountsAt, type Account } from "../rotation/model";

/** What is asked: who could serve at this sitting, in these roles? */
export type Question = {
  sittingId: number;
  at: Instant;
  poleId: number | null;
  roles: readonly Role[];
  /** Who already serves there in another role. */
  already: readonly number[];
  /** Who said no, or cannot that day. */
  unavailable: ReadonlySet<number>;
  /** Milliseconds that two turns of one person stand apart at least. */
  apart: number;
};

/** Why this person: facts, put into a sentence where they are shown. */
export type Reason = {
  /** Sittings since the last turn, and that turn; null when they never had one. */
  wait: number;
  last: Account["last"];
  /** How many others had waited as long and could have been asked. */
  alike: number;
  /** What told them apart from those; null when nobody had waited alike. */
  because: Preference | null;
  /** The lighter role, given to who carried most. */
  lighter: boolean;
};
export type Suggestion = { role: Role; memberId: number | null; reason: Reason | null };

/** What tells apart people who have waited alike, in this order: who had fewer turns, and lighter ones, then what is balanced, and at last the stated draw. */
export const PREFERENCES = ["turns", "load", "organisation", "pole", "experience", "organisation-turns", "draw"] as const;
export type Preference = (typeof PREFERENCES)[number];

type Standing = { person: Candidate; account: Account };

/**
 * Suggests who could serve at a sitting: those who have waited longest, among those
 * who can; then the lighter roles to those who carried most. A role that nobody can
 * take stays open. Nothing is drawn by chance and nothing is read but the question,
 * the people and the history, so the same history gives the same suggestion.
 */
export function suggest(people: readonly Candidate[], history: readonly Served[], question: Question): Suggestion[] {
  const accounts = accountsAt(people, history, question);
  const busy = busyAround(history, question);
  const able = people.flatMap((person): Standing[] => {
    const account = accounts.get(person.id);
    const free = account && !busy.has(person.id) && !question.unavailable.has(person.id) && !question.already.includes(person.id);
    return free ? [{ person, account }] : [];
  });
  return assign(choose(able, people, accounts, question), question.roles);
}

/** Who serves too close to the sitting, before it or after, or in the sitting itself. */
function busyAround(history: readonly Served[], { sittingId, at, apart }: Question): Set<number> {
  const moment = Date.parse(at);
  const near = history.filter((event) => event.sittingId === sittingId || Math.abs(Date.parse(event.at) - moment) < apart);
  return new Set(near.flatMap(({ turns }) => turns.map(({ memberId }) => memberId)));
}

type Chosen = Standing & { reason: Omit<Reason, "lighter"> };

function choose(able: readonly Standing[], people: readonly Candidate[], accounts: Map<number, Account>, question: Question): Chosen[] {
  const beside = people.filter(({ id }) => question.already.includes(id)).flatMap((person) => standingOf(person, accounts));
  const perOrganisation = turnsOfOrganisations(people, accounts);
  const left = new Set(able);
  const chosen: Chosen[] = [];
  while (chosen.length < question.roles.length && left.size > 0) {
    const longest = Math.max(...[...left].map(({ account }) => account.wait));
    const alike = [...left].filter(({ account }) => account.wait === longest);
    const ranked = alike.map((standing) => ({ standing, rank: rankOf(standing, [...beside, ...chosen], perOrganisation, question) })).sort((a, b) => compare(a.rank, b.rank));
    const [first, second] = ranked;
    if (!first) break;
    left.delete(first.standing);
    const told = second ? first.rank.findIndex((value, index) => value !== second.rank[index]) : -1;
    const because = second ? (PREFERENCES[Math.min(told, PREFERENCES.length - 1)] ?? "draw") : null;
    chosen.push({ ...first.standing, reason: { wait: longest, last: first.standing.account.last, alike: alike.length - 1, because } });
  }
  return chosen;
}

const standingOf = (person: Candidate, accounts: Map<number, Account>): Standing[] => {
  const account = accounts.get(person.id);
  return account ? [{ person, account }] : [];
};

/** How many turns the people of each organisation had, per person. */
function turnsOfOrganisations(people: readonly Candidate[], accounts: Map<number, Account>): Map<number | null, number> {
  const sums = new Map<number | null, { turns: number; people: number }>();
  for (const { organisationId, id } of people) {
    const account = accounts.get(id);
    if (!account) continue;
    const sum = sums.get(organisationId) ?? { turns: 0, people: 0 };
    sums.set(organisationId, { turns: sum.turns + account.turns, people: sum.people + 1 });
  }
  return new Map([...sums].map(([organisation, { turns, people: count }]) => [organisation, turns / count]));
}

/** Numbers in the order of PREFERENCES, smaller first; the person's own number ends what the draw leaves equal. */
function rankOf({ person, account }: Standing, beside: readonly Standing[], perOrganisation: Map<number | null, number>, { sittingId, poleId }: Question): number[] {
  const sameOrganisation = beside.some(({ person: other }) => other.organisationId !== null && other.organisationId === person.organisationId);
  const otherPole = poleId !== null && person.poleId !== null && person.poleId !== poleId;
  const isNew = account.turns === 0;
  const pairs = beside.length > 0 && beside.every(({ account: other }) => (other.turns === 0) !== isNew);
  return [account.share, account.load, Number(sameOrganisation), Number(otherPole), Number(beside.length > 0 && !pairs), perOrganisation.get(person.organisationId) ?? 0, draw(sittingId, person.id), person.id];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A fixed draw of its own for each sitting: an integer hash (the finaliser of MurmurHash3) of the two numbers. */
export function draw(sittingId: number, memberId: number): number {
  let hash = Math.imul(sittingId, 0x9e3779b1) ^ Math.imul(memberId, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The lightest role to who carried most, and between roles that weigh the same the one they did less often. */
function assign(chosen: readonly Chosen[], roles: readonly Role[]): Suggestion[] {
  const byLoad = [...chosen].sort((a, b) => b.account.load - a.account.load || a.person.id - b.person.id);
  const open = [...roles].sort((a, b) => WEIGHTS[a] - WEIGHTS[b]);
  // Fewer people than roles: what stays open is the lightest.
  const filled = open.slice(Math.max(0, open.length - byLoad.length));
  const lightest = WEIGHTS[filled[0] ?? "notes"];
  const uneven = filled.some((role) => WEIGHTS[role] !== lightest);
  const given = new Map<Role, Suggestion>();
  for (const { person, account, reason } of byLoad) {
    const weight = Math.min(...filled.filter((role) => !given.has(role)).map((role) => WEIGHTS[role]));
    const [role] = filled.filter((one) => !given.has(one) && WEIGHTS[one] === weight).sort((a, b) => account.byRole[a] - account.byRole[b]);
    if (role) given.set(role, { role, memberId: person.id, reason: { ...reason, lighter: uneven && weight === lightest } });
  }
  return roles.map((role) => given.get(role) ?? { role, memberId: null, reason: null });
}

/** Adds what was suggested to the history, as if it were agreed: how a season is planned, one sitting after another. */
export const asServed = (question: Question, suggestions: readonly Suggestion[]): Served => ({
  sittingId: question.sittingId,
  at: question.at,
  poleId: question.poleId,
  turns: suggestions.flatMap(({ role, memberId }) => (memberId === null ? [] : [{ memberId, role }])),
});

/** Suggests a whole season: each sitting in order, on what the earlier ones would make of the history. */
export function suggestSeason(people: readonly Candidate[], history: readonly Served[], questions: readonly Question[]): { sittingId: number; suggestions: Suggestion[] }[] {
  const grown = [...history];
  return [...questions].sort(inOrder).map((question) => {
    const suggestions = suggest(people, grown, question);
    const at = grown.findIndex(({ sittingId }) => sittingId === question.sittingId);
    const served = asServed(question, suggestions);
    if (at < 0) grown.push(served);
    else grown[at] = { ...served, turns: [...(grown[at]?.turns ?? []), ...served.turns] };
    return { sittingId: question.sittingId, suggestions };
  });
}
