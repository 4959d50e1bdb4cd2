import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { fetchNews, SignedOut, useLive } from "~/realtime/use-live";
import { takeRows, type Arrival, type CatchUp } from "./new-rows";
import { ReadingNote } from "./reading-note";
import { SeenRows } from "./seen-rows";
import { ToldNote } from "./told-note";

type Thread = {
  id: number;
  revision: number;
  /** How far this person had read when the page was made. */
  read: number;
  /** They were told of something in it, and have not read that. */
  told: boolean;
  /** The first position of the window. */
  start: number;
  /** The last position there was when the page was made. */
  last: number;
  /** The thread ends in this window. */
  latest: boolean;
  /** Changes when the rows are made anew. */
  html: string | null;
};

/** Milliseconds between two things said aloud. */
const SAY_EVERY = 10_000;

/** Keeps an open thread up to date, notes what was read, and says who wrote. */
export function useThreadLife(list: RefObject<HTMLElement | null>, thread: Thread, me: number, onHead: () => Promise<void>) {
  const { id, revision, read, told, start, last, latest, html } = thread;
  /** New and not yet on screen. */
  const [waiting, setWaiting] = useState<readonly HTMLElement[]>([]);
  /** New and in another window than this one. */
  const [elsewhere, setElsewhere] = useState(0);
  const [said, say] = useAnnouncements();
  const at = useRef(revision);
  const known = useRef(last);
  const seen = useRef<SeenRows | null>(null);

  useEffect(() => {
    at.current = revision;
    known.current = last;
    setElsewhere(0);
    setWaiting([]);
  }, [revision, last, html]);

  useEffect(() => {
    const rows = list.current;
    if (!rows) return;
    // Further on than the first unread message nothing counts as read by itself: what was skipped stays unread.
    const note = start <= read + 1 ? new ReadingNote(id, read) : null;
    const signalled = told ? new ToldNote(id) : null;
    const watcher = new SeenRows((row, position) => {
      if (note && position > read) note.reach(position);
      else signalled?.see(position);
      setWaiting((before) => (before.includes(row) ? before.filter((other) => other !== row) : before));
    });
    watcher.watch(rows.querySelectorAll("li.message"));
    seen.current = watcher;
    const leave = () => {
      note?.say();
      signalled?.say();
    };
    const shown = () => (document.hidden ? leave() : watcher.again());
    document.addEventListener("visibilitychange", shown);
    addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", shown);
      removeEventListener("pagehide", leave);
      leave();
      watcher.stop();
    };
  }, [list, id, read, told, start, html]);

  const take = (news: CatchUp): Arrival => {
    const arrival = takeRows(list.current, news.html, { me, after: known.current, latest });
    known.current = arrival.last;
    if (latest && list.current) {
      setWaiting((before) => [...before, ...arrival.rows]);
      seen.current?.watch(list.current.querySelectorAll("li.is-new"));
    } else setElsewhere((before) => before + arrival.rows.length);
    return arrival;
  };

  useLive("thread.moved", id, async () => {
    for (;;) {
      const since = at.current;
      const answer = await fetchNews(`/discussions/${id}/nouveautes?since=${since}`).catch((error: unknown) => {
        // It was removed: the page says so, and what is being written is a draft already.
        if (error instanceof SignedOut && error.gone) location.reload();
        throw error;
      });
      const news = (await answer.json()) as CatchUp;
      // The page was made anew meanwhile, and knows more than this answer.
      if (at.current !== since) continue;
      at.current = news.revision;
      if (news.count > 0) say(take(news).authors);
      if (news.head) await onHead();
      if (!news.more) return;
    }
  });

  const show = useCallback(() => {
    const [first] = waiting;
    if (!first) return;
    first.tabIndex = -1;
    first.scrollIntoView({ block: "center" });
    first.focus({ preventScroll: true });
    setWaiting([]);
  }, [waiting]);

  return { waiting: waiting.length, elsewhere, said, show };
}

/** What is said aloud: at most every ten seconds, several people together. */
function useAnnouncements(): [readonly string[], (authors: readonly string[]) => void] {
  const [said, setSaid] = useState<readonly string[]>([]);
  const queue = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const last = useRef(-SAY_EVERY);
  const forget = useRef<ReturnType<typeof setTimeout>>();
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      clearTimeout(forget.current);
    },
    [],
  );

  const flush = () => {
    timer.current = undefined;
    last.current = performance.now();
    setSaid([...queue.current]);
    queue.current.clear();
    // The same words twice would not be heard the second time.
    forget.current = setTimeout(() => setSaid([]), SAY_EVERY / 2);
  };
  const say = (authors: readonly string[]) => {
    for (const author of authors) queue.current.add(author);
    if (queue.current.size === 0 || timer.current) return;
    timer.current = setTimeout(flush, Math.max(0, last.current + SAY_EVERY - performance.now()));
  };
  return [said, say];
}
