import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { fetchNews, useLive } from "~/realtime/use-live";

/** Makes the page anew when votes or states have changed elsewhere; `id` 0 stands for all topics. */
export function useTopicNews(id: number, stamp: number): void {
  const known = useRef(stamp);
  useEffect(() => {
    known.current = stamp;
  }, [stamp]);
  const { revalidate } = useRevalidator();
  useLive("topic.moved", id, async () => {
    const answer = await fetchNews(id === 0 ? "/sujets/nouveautes" : `/sujets/nouveautes?sujet=${id}`);
    const { stamp: now } = (await answer.json()) as { stamp: number };
    if (now !== known.current) revalidate();
  });
}
