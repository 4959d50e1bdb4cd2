/**
 * Rows of threads, made once for everyone who reads the same messages. An entry is
 * known by thread, revision and place, so nothing ever has to be taken back when a
 * thread moves. What a revision does not cover (a person who changes title or
 * organisation) is covered by age: after a minute a row is made again. A stamp of
 * all members would have cost a look-up per request for a thing of once a month.
 */
export type KeptRow = { html: string; at: Date };

type Entry = { rows: readonly KeptRow[]; weight: number; until: number };
type Shelf = { revision: number; windows: Map<number, Entry>; answers: Map<number, { body: string; until: number }> };

const KEPT_FOR = 60_000;
/** In characters; about twice as many bytes. */
const MOST = 8_000_000;
const MOST_WINDOWS = 12;
const MOST_ANSWERS = 24;

// In order of use: the first is the one that was not asked for the longest.
const shelves = new Map<number, Shelf>();
let weight = 0;

const weightOf = ({ windows, answers }: Shelf): number => {
  let sum = 0;
  for (const entry of windows.values()) sum += entry.weight;
  for (const { body } of answers.values()) sum += body.length;
  return sum;
};

function drop(threadId: number): void {
  const shelf = shelves.get(threadId);
  if (!shelf) return;
  weight -= weightOf(shelf);
  shelves.delete(threadId);
}

/** The shelf of a thread at a revision, moved to the end of the line; an older one is forgotten. */
function shelfFor(threadId: number, revision: number): Shelf | null {
  let shelf = shelves.get(threadId);
  if (shelf && shelf.revision > revision) return null;
  if (shelf && shelf.revision < revision) {
    drop(threadId);
    shelf = undefined;
  }
  shelf ??= { revision, windows: new Map(), answers: new Map() };
  shelves.delete(threadId);
  shelves.set(threadId, shelf);
  return shelf;
}

function makeRoom(): void {
  for (const oldest of shelves.keys()) {
    if (weight <= MOST) return;
    drop(oldest);
  }
}

/** Which windows of a thread need not be read again, as « revision:start » with commas between. */
export function keptWindows(threadId: number): string {
  const shelf = shelves.get(threadId);
  if (!shelf) return "";
  const now = performance.now();
  const starts = [...shelf.windows].filter(([, { until }]) => until > now).map(([start]) => `${shelf.revision}:${start}`);
  return starts.join(",");
}

export const findWindow = (threadId: number, revision: number, start: number): readonly KeptRow[] | undefined => {
  const shelf = shelves.get(threadId);
  return shelf?.revision === revision ? shelf.windows.get(start)?.rows : undefined;
};

export function keepWindow(threadId: number, revision: number, start: number, rows: readonly KeptRow[]): void {
  const shelf = shelfFor(threadId, revision);
  if (!shelf) return;
  weight -= weightOf(shelf);
  if (shelf.windows.size >= MOST_WINDOWS) shelf.windows.clear();
  shelf.windows.set(start, { rows, weight: rows.reduce((sum, { html }) => sum + html.length, 0), until: performance.now() + KEPT_FOR });
  weight += weightOf(shelf);
  makeRoom();
}

/** The revision at which an answer to « since » is kept, 0 when there is none. */
export function keptAnswerRevision(threadId: number, since: number): number {
  const shelf = shelves.get(threadId);
  const answer = shelf?.answers.get(since);
  return shelf && answer && answer.until > performance.now() ? shelf.revision : 0;
}

export const findAnswer = (threadId: number, revision: number, since: number): string | undefined => {
  const shelf = shelves.get(threadId);
  return shelf?.revision === revision ? shelf.answers.get(since)?.body : undefined;
};

export function keepAnswer(threadId: number, revision: number, since: number, body: string): void {
  const shelf = shelfFor(threadId, revision);
  if (!shelf) return;
  weight -= weightOf(shelf);
  if (shelf.answers.size >= MOST_ANSWERS) shelf.answers.clear();
  shelf.answers.set(since, { body, until: performance.now() + KEPT_FOR });
  weight += weightOf(shelf);
  makeRoom();
}

/** Forgets everything: another database, in tests. */
export function forgetRows(): void {
  shelves.clear();
  weight = 0;
}
