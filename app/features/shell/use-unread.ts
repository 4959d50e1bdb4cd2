import { useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { fetchNews, useLive } from "~/realtime/use-live";
import type { FrameData } from "./frame.server";

type Me = NonNullable<FrameData["me"]>;
export type Unread = Me["unread"];

/** A discussion takes out of sight row by row, without being made anew under someone's hands. */
const DISCUSSION = /^\/discussions\/\d+$/;

/**
 * How many notifications wait: as the page was made, and then as the doorbell says. The same answer says whether
 * something was taken out of sight since: the page is made anew then, because it may stand on it.
 */
export function useUnread(me: Me | null): Unread {
  const made = me?.unread ?? null;
  const [unread, setUnread] = useState(made);
  useEffect(() => setUnread(made), [made]);

  const { revalidate } = useRevalidator();
  const { pathname } = useLocation();
  const masked = useRef(me?.masked ?? 0);
  useEffect(() => {
    masked.current = me?.masked ?? 0;
  }, [me?.masked]);

  const asking = useRef<Promise<void> | null>(null);
  const ask = async () => {
    // Whoever is told of nothing only looks whether the line holds.
    if (!me?.participant) return void (await fetchNews("/sante/vivant"));
    const news = (await (await fetchNews("/notifications/compte")).json()) as Pick<Me, "unread" | "masked">;
    setUnread(news.unread);
    if (news.masked === masked.current) return;
    masked.current = news.masked;
    if (!DISCUSSION.test(pathname)) revalidate();
  };
  /** Where both doorbells ring at the same instant they ask once; what rings later asks again. */
  const askOnce = () => {
    asking.current ??= ask();
    queueMicrotask(() => (asking.current = null));
    return asking.current;
  };
  useLive("told.changed", me?.id ?? 0, askOnce);
  useLive("passage.masked", 0, askOnce);
  return unread;
}
