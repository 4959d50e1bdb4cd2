import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { fetchNews, useLive } from "~/realtime/use-live";
import { doorPath, overlaid, type Act, type Ref } from "../model";
import type { doorPage } from "../pages.server";
import { DoorQueue, type Arrival, type QueueStatus } from "./door-queue";

type Page = Awaited<ReturnType<typeof doorPage>>;

const QUIET: QueueStatus = { waiting: 0, is: "quiet", stored: true };
const presentIn = ({ people }: Page): Record<string, boolean> => Object.fromEntries(people.map(({ ref, present }) => [ref, present]));

/** The list as this phone sees it: what the server said, what others tick meanwhile, and over both what waits here to be sent. */
export function useDoor(page: Page) {
  const address = doorPath(page.meetingId, page.sittingId);
  const { revalidate } = useRevalidator();
  const [known, setKnown] = useState(() => presentIn(page));
  const [waiting, setWaiting] = useState<{ acts: Act[]; arrivals: Arrival[] }>({ acts: [], arrivals: [] });
  const [status, setStatus] = useState(QUIET);
  const queue = useRef<DoorQueue | null>(null);
  const refs = useRef(new Set<string>());

  useEffect(() => {
    refs.current = new Set(page.people.map(({ ref }) => ref));
    setKnown(presentIn(page));
  }, [page]);

  useEffect(() => {
    const show = (from: DoorQueue) => setWaiting({ acts: from.acts, arrivals: from.arrivals });
    const made: DoorQueue = new DoorQueue(`presences.${page.me}.${page.sittingId}`, address, {
      tell: (told) => {
        setStatus(told);
        show(made);
      },
      took: (acts, arrivals) => {
        setKnown((before) => overlaid(before, acts));
        if (arrivals) revalidate();
      },
    });
    queue.current = made;
    show(made);
    setStatus({ ...QUIET, waiting: made.acts.length + made.arrivals.length });
    made.send();
    const back = () => made.send();
    addEventListener("online", back);
    document.addEventListener("visibilitychange", back);
    return () => {
      removeEventListener("online", back);
      document.removeEventListener("visibilitychange", back);
      made.stop();
    };
  }, [address, page.me, page.sittingId, revalidate]);

  useLive("attendance.moved", page.sittingId, async () => {
    const { present } = (await (await fetchNews(`${address}/nouveautes`)).json()) as { present: Record<string, boolean> };
    // Somebody was noted elsewhere whom this page does not know yet.
    if (Object.keys(present).some((ref) => !refs.current.has(ref))) revalidate();
    setKnown((before) => ({ ...before, ...present }));
  });

  return {
    present: overlaid(known, waiting.acts),
    arrivals: waiting.arrivals,
    status,
    tick: (ref: Ref, there: boolean) => queue.current?.tick(ref, there),
    arrive: (name: string, organisation: string) => queue.current?.arrive(name, organisation),
  };
}
