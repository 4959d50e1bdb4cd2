import { useNavigate } from "@remix-run/react";
import type { MouseEvent } from "react";

/**
 * One handler for all the plain links of a list, instead of a component for each: those whose address
 * is `inside` stay in the application.
 */
export function useLocalLinks(inside: RegExp): (event: MouseEvent<HTMLElement>) => void {
  const navigate = useNavigate();
  return (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target || link.origin !== location.origin || !inside.test(link.pathname)) return;
    // The browser scrolls to an anchor of this very page better than anyone.
    if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  };
}
