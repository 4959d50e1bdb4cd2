import { useEffect, useRef, useSyncExternalStore } from "react";
import type { CatchUp } from "./catch-ups";
import type { EventType } from "./events";
import type { LiveState } from "./ladder";
import { currentState, subscribe, watch } from "./live-store";

export { fetchNews, SignedOut, Unwell, type CatchUp } from "./catch-ups";
export type { LiveState } from "./ladder";

/**
 * Keeps a part of the page up to date: `catchUp` is called when the thing's
 * doorbell rings, after each connection, after a sleep, and every 20 to 30 s
 * where no socket passes; never twice at once. It fetches what is new (with
 * `fetchNews`, or rejecting with SignedOut, Unwell or fetch's TypeError), and it
 * does not count as the person being here: its loader is `quiet`.
 * @param id 0: whichever thing of that kind
 */
export function useLive(type: EventType, id: number, catchUp: CatchUp): void {
  const latest = useRef(catchUp);
  useEffect(() => {
    latest.current = catchUp;
  });
  useEffect(() => subscribe(type, id, () => latest.current()), [type, id]);
}

/** Whether this page hears of what is new; "starting" until that is known, and without JavaScript for ever. */
export const useLiveState = (): LiveState => useSyncExternalStore(watch, currentState, () => "starting");
