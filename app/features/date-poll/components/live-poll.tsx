import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { fetchNews, useLive } from "~/realtime/use-live";
import { pollPath } from "../model";

/** Makes the page's data anew when an answer comes in or the date is chosen, here or elsewhere. */
export function LivePoll({ id, stamp }: { id: number; stamp: number }) {
  const { revalidate } = useRevalidator();
  const known = useRef(stamp);
  useEffect(() => {
    known.current = stamp;
  }, [stamp]);
  useLive("date-poll.moved", id, async () => {
    const answer = await fetchNews(`${pollPath(id)}/nouveautes`);
    const { stamp: now } = (await answer.json()) as { stamp: number };
    if (now !== known.current) revalidate();
  });
  return null;
}
