import { useRef, useState } from "react";
import type { EventType } from "~/realtime/events";
import { fetchNews, useLive } from "~/realtime/use-live";

type Props = {
  /** What rings, and for which row; 0 hears of all. */
  event: EventType;
  id: number;
  /** Answers with the stamp of what stands here now. */
  news: string;
  stamp: number;
  here: string;
  words?: string;
};

/** Says that what stands here has changed, instead of moving it under someone's eyes. */
export function MovedNote({ event, id, news, stamp, here, words = "Cette page a changé" }: Props) {
  const [changed, setChanged] = useState(false);
  const known = useRef(stamp);
  useLive(event, id, async () => {
    const answer = await fetchNews(news);
    const { stamp: now } = (await answer.json()) as { stamp: number };
    if (now !== known.current) setChanged(true);
  });
  return (
    <div role="status">
      {changed ? (
        <p className="float-note">
          {words}
          {"\u00a0"}: <a href={here}>Actualiser</a>
        </p>
      ) : null}
    </div>
  );
}
