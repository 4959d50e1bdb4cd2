import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { fetchNews, useLive } from "~/realtime/use-live";
import { kitPath } from "../kit/model";

type Props = { meetingId: number; sittingId: number; stamp: string };

/** Looks again when somebody else ticks something in the same kit; what is being typed stays. */
export function useKitNews({ meetingId, sittingId, stamp }: Props): void {
  const { revalidate } = useRevalidator();
  const known = useRef(stamp);
  useEffect(() => {
    known.current = stamp;
  }, [stamp]);
  useLive("meeting.moved", meetingId, async () => {
    const answer = await fetchNews(`${kitPath(meetingId, sittingId)}/nouveautes`);
    const { stamp: now } = (await answer.json()) as { stamp: string };
    if (now !== known.current) revalidate();
  });
}
