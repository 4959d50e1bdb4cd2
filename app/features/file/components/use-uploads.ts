import { useEffect, useReducer, useRef, useState, type RefObject } from "react";
import { MAX_FILE, MAX_PER_MESSAGE, type SharedFile } from "../model";
import { upload, withdraw, type Upload } from "./upload";

export type Item = {
  key: string;
  name: string;
  /** How much has gone, from 0 to 1. */
  part: number;
  /** It has arrived. */
  shared?: SharedFile;
  /** Why it was not taken. */
  sentence?: string;
};

type Change = { add: Item } | { change: string; to: Partial<Item> } | { remove: string };

function reduce(items: readonly Item[], change: Change): readonly Item[] {
  if ("add" in change) return [...items, change.add];
  if ("remove" in change) return items.filter(({ key }) => key !== change.remove);
  return items.map((item) => (item.key === change.change ? { ...item, ...change.to } : item));
}

const TOO_LARGE = "dépasse 10\u00a0Mo. Réduisez-le, ou partagez-le en plusieurs parties.";
const isUnderWay = ({ shared, sentence }: Item): boolean => !shared && !sentence;

type Options = { kept: readonly SharedFile[]; files: readonly File[]; box: RefObject<HTMLElement> };

/** Sends each file once, in order; a message that is published meanwhile waits for the last of them. */
export function useUploads({ kept, files, box }: Options) {
  const [items, change] = useReducer(reduce, kept, (given) => given.map((shared): Item => ({ key: `envoi-${shared.id}`, name: shared.name, part: 1, shared })));
  const [said, say] = useState("");
  const begun = useRef(0);
  const running = useRef(new Map<string, Upload>());
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const removed = useRef(new Set<string>());

  useEffect(() => {
    for (const file of files.slice(begun.current)) {
      const key = `envoi-${(begun.current += 1)}-${file.lastModified}`;
      change({ add: { key, name: file.name, part: 0 } });
      if (file.size > MAX_FILE) {
        change({ change: key, to: { sentence: `«\u00a0${file.name}\u00a0» ${TOO_LARGE}` } });
        continue;
      }
      // One after the other: on a thin line, the first ones are there when the last one fails.
      line.current = line.current.then(async () => {
        if (removed.current.has(key)) return;
        const sending = upload(file, (part) => change({ change: key, to: { part } }));
        running.current.set(key, sending);
        const outcome = await sending.done;
        running.current.delete(key);
        if ("cancelled" in outcome) return;
        if ("file" in outcome) {
          change({ change: key, to: { shared: outcome.file, part: 1 } });
          say(`${outcome.file.name}\u00a0: joint.`);
        } else {
          change({ change: key, to: { sentence: outcome.sentence } });
          say(outcome.sentence);
        }
      });
    }
  }, [files]);

  // What keeps the form as a draft hears of files as it hears of words.
  const there = items.map(({ shared }) => shared?.id ?? "").join();
  const told = useRef(there);
  useEffect(() => {
    if (told.current === there) return;
    told.current = there;
    box.current?.closest("form")?.dispatchEvent(new Event("input"));
  }, [box, there]);

  useHeldSubmit(box, items.some(isUnderWay), () => say("L’envoi des fichiers se termine, puis votre message sera publié."));

  const remove = (key: string) => {
    removed.current.add(key);
    running.current.get(key)?.cancel();
    const shared = items.find((item) => item.key === key)?.shared;
    if (shared) withdraw(shared.id);
    change({ remove: key });
    say("Fichier retiré.");
  };
  // The same file twice is one: it was sent twice, and kept once.
  const ids = new Set<number>();
  const shown = items.filter(({ shared }) => !shared || (!ids.has(shared.id) && ids.add(shared.id)));
  return { items: shown, said: shown.length > MAX_PER_MESSAGE ? `Un message porte au plus ${MAX_PER_MESSAGE} fichiers.` : said, remove };
}

/** A message published while a file is on its way goes out when it has arrived. */
function useHeldSubmit(box: RefObject<HTMLElement>, busy: boolean, tell: () => void): void {
  const held = useRef<{ submitter: HTMLElement | null } | null>(null);
  const now = useRef({ busy, tell });
  useEffect(() => {
    now.current = { busy, tell };
  });
  useEffect(() => {
    const form = box.current?.closest("form");
    const hold = (event: SubmitEvent) => {
      if (!now.current.busy || event.submitter?.hasAttribute("formaction")) return;
      event.preventDefault();
      event.stopPropagation();
      held.current = { submitter: event.submitter };
      now.current.tell();
    };
    form?.addEventListener("submit", hold, true);
    return () => form?.removeEventListener("submit", hold, true);
  }, [box]);
  useEffect(() => {
    if (busy || !held.current) return;
    const { submitter } = held.current;
    held.current = null;
    box.current?.closest("form")?.requestSubmit(submitter);
  }, [busy, box]);
}
