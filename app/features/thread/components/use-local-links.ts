import { useNavigate } from "@remix-run/react";
import type { MouseEvent } from "react";

/** Where plain links of server-made markup stay inside the application. */
const INSIDE = /^\/discussions(\/|$)/;

/** One handler for all the plain links of a long list, instead of a component for each. */
export function useLocalLinks(): (event: MouseEvent<HTMLElement>) => void {
  const navigate = useNavigate();
  return (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target || link.origin !== location.origin || !INSIDE.test(link.pathname)) return;
    // The browser scrolls to an anchor of this very page better than anyone.
    if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  };
}
