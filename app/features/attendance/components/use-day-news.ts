import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { fetchNews, useLive } from "~/realtime/use-live";

/** Makes the page anew when cards, minutes or follow-ups of this meeting have changed elsewhere. */
export function useDayNews(meetingId: number, stamp: string): void {
  const known = useRef(stamp);
  useEffect(() => {
    known.current = stamp;
  }, [stamp]);
  const { revalidate } = useRevalidator();
  useLive("minutes.moved", meetingId, async () => {
    const { stamp: now } = (await (await fetchNews(`/moments/${meetingId}/nouveautes`)).json()) as { stamp: string };
    if (now !== known.current) revalidate();
  });
}
