import { useNavigate } from "@remix-run/react";
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from "react";
import { formatList } from "~/kit/format";
import { ServerMarkup } from "~/kit/markup";
import { useFrame } from "~/features/shell/use-frame";
import { Button } from "~/ui/button";
import { StatusRegion } from "~/ui/status-region";
import { useLocalLinks } from "~/ui/use-local-links";
import { IN_DISCUSSIONS, threadPath, windowPath } from "../model";
import type { ThreadData } from "./thread-view";
import { useThreadLife } from "./use-thread-life";

const plural = (count: number, one: string, many: string): string => `${count} ${count < 2 ? one : many}`;

const spoken = (authors: readonly string[]): string => {
  if (authors.length === 0) return "";
  const named = authors.slice(0, 3);
  const rest = authors.length - named.length;
  const all = rest > 0 ? [...named, plural(rest, "autre personne", "autres personnes")] : named;
  return `${formatList(all)} ${authors.length > 1 ? "ont répondu" : "a répondu"}.`;
};

type Props = { thread: ThreadData; onQuote: (text: string, messageId: string) => void; mayQuote: boolean; /** What stands above the messages changed. */ onHead: () => Promise<void> };

/** The messages of one window, made on the server, and what arrives while they are read. */
export function MessageList({ thread, onQuote, mayQuote, onHead }: Props) {
  const { id, span, neighbours, html, revision, read, told, landing } = thread;
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLElement | null>(null);
  const me = useFrame()?.me?.id ?? 0;
  const follow = useLocalLinks(IN_DISCUSSIONS);
  const navigate = useNavigate();
  useEffect(() => {
    list.current = box.current?.querySelector("ol") ?? null;
  });
  useFirstUnread(box, landing !== null && !landing.allRead);
  const { waiting, elsewhere, said, show } = useThreadLife(list, { id, revision, read, told, start: span.start, last: span.last, latest: neighbours.newer === null, html }, me, onHead);

  const press = (event: MouseEvent<HTMLElement>) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-quote]") : null;
    const messageId = link?.dataset.quote;
    const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) && event.button === 0;
    if (!link || !messageId || !mayQuote || !plain) return follow(event);
    event.preventDefault();
    void fetch(`/discussions/${id}/citation/${messageId}`, { redirect: "manual" })
      .then(async (answer) => (answer.ok ? ((await answer.json()) as { texte: string }) : Promise.reject(new Error())))
      .then(({ texte }) => onQuote(texte, messageId))
      .catch(() => navigate(link.pathname + link.search + link.hash));
  };

  return (
    <div ref={box} onClick={press} onKeyDown={goBeside}>
      <ServerMarkup name="messages" html={html} as="ol" className={neighbours.older ? "yarn yarn-from yarn-on" : "yarn yarn-on"} />
      <StatusRegion spokenOnly>{spoken(said)}</StatusRegion>
      {waiting > 0 ? (
        <p className="float-note">
          <span>{plural(waiting, "nouvelle réponse", "nouvelles réponses")}{"\u00a0"}: </span>
          <Button type="button" look="quiet" small onClick={show}>
            Afficher
          </Button>
        </p>
      ) : null}
      {elsewhere > 0 ? (
        <p className="float-note">
          <span>{plural(elsewhere, "nouvelle réponse", "nouvelles réponses")}{"\u00a0"}: </span>
          <a href={neighbours.newer ? windowPath(id, neighbours.newer) : threadPath(id)}>Aller à la suite</a>
        </p>
      ) : null}
    </div>
  );
}

/** What can be done to a message is one stop for Tab; arrows lead to what stands beside it. */
function goBeside({ key, target }: KeyboardEvent<HTMLElement>): void {
  const link = target instanceof HTMLElement && target.matches(".message-foot a") ? target : null;
  const beside = key === "ArrowLeft" ? link?.previousElementSibling : key === "ArrowRight" ? link?.nextElementSibling : null;
  if (beside instanceof HTMLAnchorElement) beside.focus();
}

/** Opening a thread lands on the first unread message; where the address says so itself, the browser does it. */
function useFirstUnread(box: RefObject<HTMLElement>, unread: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !unread) return;
    done.current = true;
    if (location.hash || scrollY > 0) return;
    box.current?.querySelector("#nouveau")?.scrollIntoView({ block: "start", behavior: "instant" });
  }, [box, unread]);
}
