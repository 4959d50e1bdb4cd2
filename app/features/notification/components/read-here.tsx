import { useEffect } from "react";

/** Says, once a page stands before somebody's eyes, that what they were told of it is read. What fails stays in the list. */
export function ReadHere({ place }: { place: string }) {
  useEffect(() => {
    const body = new URLSearchParams({ lieu: place });
    fetch("/notifications/lecture", { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {});
  }, [place]);
  return null;
}
