import { useEffect, useState } from "react";
import { fetchNews, useLive } from "~/realtime/use-live";
import type { FrameData } from "./frame.server";

type Me = NonNullable<FrameData["me"]>;
export type Unread = Me["unread"];

/** How many notifications wait: as the page was made, and then as the doorbell says. */
export function useUnread(me: Me | null): Unread {
  const made = me?.unread ?? null;
  const [unread, setUnread] = useState(made);
  useEffect(() => setUnread(made), [made]);
  useLive("told.changed", me?.id ?? 0, async () => {
    // Whoever is told of nothing only looks whether the line holds.
    if (!me?.participant) return void (await fetchNews("/sante/vivant"));
    setUnread((await (await fetchNews("/notifications/compte")).json()) as Unread);
  });
  return unread;
}
