import { useCallback, useEffect, useRef, useState, type MutableRefObject, type RefObject } from "react";
import { flushSync } from "react-dom";
import { preferPlain, prefersPlain } from "./preference";
import type { RichEditor, RichState } from "./rich-editor";

type Options = {
  attributes: Record<string, string>;
  pressed: RefObject<(event: KeyboardEvent) => boolean>;
};

const NOTHING: RichState = { on: new Set(), link: null, call: null };

/**
 * Covers a plain field with the rich editor. The editor is fetched when somebody starts
 * to write, and takes over between two keystrokes, with the text and the caret as they
 * are then. Where it cannot be fetched, the plain field goes on.
 */
export function useRichBox({ attributes, pressed }: Options) {
  const box = useRef<HTMLTextAreaElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const editor: MutableRefObject<RichEditor | null> = useRef<RichEditor | null>(null);
  const opening = useRef(false);
  const [rich, setRich] = useState(false);
  const [ready, setReady] = useState(false);
  const [plain, setPlain] = useState(false);
  const [state, setState] = useState<RichState>(NOTHING);
  const latest = useRef(attributes);

  useEffect(() => {
    latest.current = attributes;
  });
  useEffect(() => {
    setReady(true);
    setPlain(prefersPlain());
    // Written before the scripts came: the box is in use.
    if (document.activeElement === box.current) box.current?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    return () => {
      editor.current?.close();
      editor.current = null;
    };
  }, []);
  useEffect(() => {
    const field = box.current;
    const changed = () => editor.current?.put(field?.value ?? "");
    field?.addEventListener("change", changed);
    return () => field?.removeEventListener("change", changed);
  }, []);

  const open = useCallback(async () => {
    if (editor.current || opening.current || prefersPlain()) return;
    opening.current = true;
    try {
      const { RichEditor } = await import("./rich-editor");
      await still(box.current);
      const [field, sheet] = [box.current, place.current];
      // Whoever went elsewhere meanwhile finds the editor at once when they come back.
      if (!field || !sheet || document.activeElement !== field || prefersPlain()) return;
      const [text, chosen] = [field.value, [field.selectionStart, field.selectionEnd] as const];
      flushSync(() => setRich(true));
      editor.current = new RichEditor({
        place: sheet,
        attributes: latest.current,
        text,
        chosen,
        moved: setState,
        pressed: (event) => pressed.current?.(event) ?? false,
        written: (markdown) => {
          field.value = markdown;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        },
      });
    } catch {
      setRich(false);
    } finally {
      opening.current = false;
    }
  }, [pressed]);

  const choosePlain = (wanted: boolean) => {
    preferPlain(wanted);
    setPlain(wanted);
    if (wanted && editor.current) {
      editor.current.close();
      editor.current = null;
      flushSync(() => setRich(false));
      setState(NOTHING);
    }
    box.current?.focus();
    // The box may have had the focus all along, and then hears of none.
    if (!wanted) void open();
  };

  /** Writes the whole text, and leaves the caret at its end. */
  const writeAll = (text: string) => {
    const field = box.current;
    if (!field) return;
    field.value = text;
    if (editor.current) editor.current.put(text, true);
    else {
      field.focus();
      field.setSelectionRange(text.length, text.length);
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  return { box, place, editor, rich, state, ready, plain, open, choosePlain, writeAll };
}

/** Letters that a keyboard is still putting together are not taken away from under it, nor is the place that is being pointed at. */
function still(field: HTMLTextAreaElement | null): Promise<void> {
  return new Promise((done) => {
    if (field && composing.has(field)) field.addEventListener("compositionend", () => setTimeout(done), { once: true });
    else if (pointing) document.addEventListener("pointerup", () => setTimeout(done), { once: true });
    else setTimeout(done);
  });
}

const composing = new WeakSet<EventTarget>();
let pointing = false;
if (typeof document !== "undefined") {
  document.addEventListener("compositionstart", ({ target }) => target && composing.add(target), true);
  document.addEventListener("compositionend", ({ target }) => target && composing.delete(target), true);
  document.addEventListener("pointerdown", () => void (pointing = true), true);
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => void (pointing = false), true);
}
