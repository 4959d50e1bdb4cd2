import { useEffect, useRef, useState } from "react";
import type { Suggestion } from "~/features/mention/model";
import type { Call } from "./called-at";

type Options = { call: Call | null; threadId: number | null; choose: (call: Call, suggestion: Suggestion) => void };

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 120;

/** Whom « @nad » may mean, and the keys that choose among them. Escape puts them away until another « @ ». */
export function useSuggestions({ call, threadId, choose }: Options) {
  const [found, setFound] = useState<{ typed: string; list: readonly Suggestion[] } | null>(null);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const typed = call && call.from !== dismissed ? call.typed : null;

  useEffect(() => {
    if (typed === null) return setFound(null);
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/mentions?${new URLSearchParams({ texte: typed, discussion: String(threadId ?? "") })}`, { signal: stop.signal });
        if (!answer.ok) return;
        setFound({ typed, list: ((await answer.json()) as { suggestions: Suggestion[] }).suggestions });
        setActive(0);
      } catch {
        // Offline, or another letter was typed: the name can still be written by hand.
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed, threadId]);
  useEffect(() => {
    if (!call) setDismissed(null);
  }, [call]);

  const list = typed === null ? [] : (found?.list ?? []);
  const pick = (index: number) => {
    const suggestion = list[index];
    if (call && suggestion) choose(call, suggestion);
  };
  const press = (event: KeyboardEvent): boolean => {
    if (list.length === 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
    switch (event.key) {
      case "ArrowDown": setActive((active + 1) % list.length); return true;
      case "ArrowUp": setActive((active + list.length - 1) % list.length); return true;
      case "Enter": pick(active); return true;
      case "Tab": if (event.shiftKey) return false; pick(active); return true;
      case "Escape": setDismissed(call?.from ?? null); return true;
      default: return false;
    }
  };
  // The editor keeps the handler it was made with.
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  return { list, active, pick, look: setActive, pressed: latest };
}
