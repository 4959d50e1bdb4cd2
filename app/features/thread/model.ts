/** What threads are made of, and the addresses that lead into them. */

/** Messages on one page of a thread. */
export const WINDOW = 30;
/** Threads on one page of the list. */
export const PER_PAGE = 30;
/** Beyond this, unread messages are no longer counted. */
export const UNREAD_CAP = 100;
/** Messages in one catching up; whoever is further behind asks again. */
export const CATCH_UP_CAP = 100;

/** The four reactions, in words: nothing to count points with. */
export const REACTIONS = ["thanks", "support", "useful", "with-you"] as const;
export type Reaction = (typeof REACTIONS)[number];

export const REACTION_WORDS: Record<Reaction, string> = {
  thanks: "merci",
  support: "j’appuie",
  useful: "utile",
  "with-you": "je pense à vous",
};

export type ReactionCounts = Partial<Record<Reaction, number>>;

export const MAX_TITLE = 160;
export const MAX_BODY = 20_000;
export const MAX_SUMMARY = 4_000;
/** A quick poll offers from two to eight choices. */
export const FEWEST_CHOICES = 2;
export const MOST_CHOICES = 8;
export const MAX_CHOICE = 120;

/** Where a list goes on: the last activity, in microseconds, and the id of the last row shown. */
export type ListCursor = { micros: string; id: string };

const CURSOR = /^(\d{1,16})-([1-9]\d{0,14})$/;

/** Reads a cursor off an address; anything else is the first page. */
export function parseCursor(text: string | null): ListCursor | null {
  const parts = CURSOR.exec(text ?? "");
  return parts?.[1] !== undefined && parts[2] !== undefined ? { micros: parts[1], id: parts[2] } : null;
}

export const formatCursor = ({ micros, id }: ListCursor): string => `${micros}-${id}`;

const LARGEST = 2_147_483_647;

/** Reads a position or a revision off an address; 0 when it is absent or no number. */
export function parseCount(text: string | null): number {
  if (text === null || !/^\d{1,15}$/.test(text)) return 0;
  return Math.min(Number(text), LARGEST);
}

/** What the list can be narrowed to, by the word in its address. */
export const VIEWS = { all: null, unanswered: "sans-reponse", followed: "suivies", unread: "non-lues" } as const;
export type View = keyof typeof VIEWS;
export type ListFilter = { view: View; topic: number | null };

export const EVERY_THREAD: ListFilter = { view: "all", topic: null };

/** Reads a filter off an address; what is none narrows nothing. */
export function parseFilter(search: URLSearchParams): ListFilter {
  const asked = search.get("voir");
  const topic = search.get("sujet") ?? "";
  return { view: (Object.keys(VIEWS) as View[]).find((view) => VIEWS[view] !== null && VIEWS[view] === asked) ?? "all", topic: /^[1-9]\d{0,14}$/.test(topic) ? Number(topic) : null };
}

/** The list, narrowed, and from where on. */
export function listPath(cursor?: string | null, { view, topic }: ListFilter = EVERY_THREAD): string {
  const search = new URLSearchParams();
  if (VIEWS[view] !== null) search.set("voir", VIEWS[view]);
  if (topic !== null) search.set("sujet", String(topic));
  if (cursor) search.set("avant", cursor);
  return search.size > 0 ? `/discussions?${search.toString()}` : "/discussions";
}

/** The page of a thread that lands on what is new for whoever opens it. */
/** The addresses of discussions: links of server-made rows that stay inside the application. */
export const IN_DISCUSSIONS = /^\/discussions(\/|$)/;
export const threadPath = (id: number): string => `/discussions/${id}`;

/** The same, scrolled there by the browser itself. */
export const unreadPath = (id: number): string => `/discussions/${id}#nouveau`;

/** The page of a thread from a position on. */
export const windowPath = (id: number, from: number): string => `/discussions/${id}?depuis=${Math.max(1, from)}`;

/** The page of what can be done to a thread itself. */
export const leadPath = (id: number): string => `/discussions/${id}/gestion`;

/** Where its topics and its summary are changed. */
export const sortPath = (id: number): string => `/discussions/${id}/sujets`;
export const summaryPath = (id: number): string => `/discussions/${id}/resume`;
/** Where the committee takes a discussion away, or gives it back. */
export const removalPath = (id: number): string => `/discussions/${id}/retrait`;

/** Where the committee sees who has read an announcement. */
export const readersPath = (id: number): string => `/discussions/${id}/lecteurs`;

/** Where the committee asks guests into a thread. */
export const guestsPath = (id: number): string => `/discussions/${id}/invites`;

/** Where a thread that was begun without a name says who asked for it. */
export const authorPath = (id: number): string => `/discussions/${id}/auteur`;

export const MESSAGE_ANCHOR = "message-";
export const messageAnchor = (messageId: number): string => MESSAGE_ANCHOR + messageId;

/** Where one message is read. */
export const messagePath = (threadId: number, position: number, messageId: number): string => `${windowPath(threadId, position)}#${messageAnchor(messageId)}`;

/** A message, and the thread that it must be in: an address or an act that mixes two of them finds nothing. */
export type MessageOfThread = { threadId: number; messageId: number };

/** A message's own page, with all that can be done to it. */
export const messageActsPath = (threadId: number, messageId: number): string => `/discussions/${threadId}/messages/${messageId}`;

/** Where something is reported to the committee: a message, a discussion's title, a file. */
export const reportPath = (subject: "message" | "discussion" | "fichier", id: number): string => `/signaler/${subject}/${id}`;

/** A message where it stands in its thread; the page finds the window by itself. */
export const messagePlace = (threadId: number, messageId: number): string => `/discussions/${threadId}?message=${messageId}#${messageAnchor(messageId)}`;

/** One window of a thread, as positions: they run from 1 to `last` without a gap. */
export type Span = { start: number; last: number };

export const endOf = ({ start, last }: Span): number => Math.min(last, start + WINDOW - 1);

/** Where older and newer messages are, if there are any outside the window. */
export function neighboursOf({ start, last }: Span): { older: number | null; newer: number | null; latest: number | null } {
  const end = endOf({ start, last });
  return {
    older: start > 1 ? Math.max(1, start - WINDOW) : null,
    newer: end < last ? end + 1 : null,
    latest: end < last ? Math.max(1, last - WINDOW + 1) : null,
  };
}
