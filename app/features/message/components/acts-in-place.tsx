import { useEffect, useState, type ComponentType } from "react";
import { messageAnchor } from "~/features/thread/model";
import type { WindowProps } from "./acts-window";

/** Opens what can be done to a message over its thread. Where that cannot be fetched, the link leads to the message's page. */
export function ActsInPlace({ threadId }: { threadId: number }) {
  const [open, setOpen] = useState<number | null>(null);
  const [Window, setWindow] = useState<ComponentType<WindowProps>>();
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-acts]") : null;
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      import("./acts-window")
        .then(({ ActsWindow }) => setWindow(() => ActsWindow))
        .then(() => setOpen(Number(link.dataset.acts)))
        .catch(() => location.assign(link.href));
    };
    document.addEventListener("click", press, true);
    return () => document.removeEventListener("click", press, true);
  }, []);
  if (open === null || !Window) return null;
  const rowLink = (kind: "acts" | "quote") => document.querySelector<HTMLAnchorElement>(`#${messageAnchor(open)} a[data-${kind}]`);
  return (
    <Window
      key={open}
      threadId={threadId}
      messageId={open}
      onClose={() => {
        setOpen(null);
        // The row may have been made anew meanwhile, and has another link by now; one that was deleted has none.
        (rowLink("acts") ?? document.getElementById(messageAnchor(open)))?.focus({ preventScroll: true });
      }}
      onQuote={() => {
        setOpen(null);
        rowLink("quote")?.click();
      }}
    />
  );
}
