import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { fetchNews, useLive } from "~/realtime/use-live";
import type { AnsweringPart } from "./pages.server";

/** How many seats are left in each sitting, as others take them while the page is open. */
export function useSeats(part: AnsweringPart | null): (sittingId: number) => string | null {
  const [heard, setHeard] = useState<Record<string, string | null>>({});
  const { revalidate } = useRevalidator();
  const known = useRef(part?.stamp);
  useEffect(() => {
    known.current = part?.stamp;
    setHeard({});
  }, [part]);
  useLive("meeting.moved", part?.meetingId ?? 0, async () => {
    if (!part) return;
    const answer = await fetchNews(`/moments/${part.meetingId}/places`);
    const { seats, stamp } = (await answer.json()) as { seats: Record<string, string | null>; stamp: string };
    setHeard(seats);
    // This person's own answer changed elsewhere, or a seat is held for them: the buttons change with it.
    if (stamp !== known.current) revalidate();
  });
  return (sittingId) => heard[sittingId] ?? part?.sittings.find(({ id }) => id === sittingId)?.seats ?? null;
}
