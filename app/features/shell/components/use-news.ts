import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { EventType } from "~/realtime/events";
import { fetchNews, useLive } from "~/realtime/use-live";

/** Makes a page that is only read anew when what stands there has moved elsewhere. Where people type, `MovedNote` says it instead. */
export function useNews(event: EventType, id: number, news: string, stamp: number): void {
  const known = useRef(stamp);
  useEffect(() => {
    known.current = stamp;
  }, [stamp]);
  const { revalidate } = useRevalidator();
  useLive(event, id, async () => {
    const answer = await fetchNews(news);
    const { stamp: now } = (await answer.json()) as { stamp: number };
    if (now !== known.current) revalidate();
  });
}
