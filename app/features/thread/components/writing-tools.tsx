import type { RefObject } from "react";
import { Tool, Toolbar } from "~/ui/toolbar";
import { applyMark, type Mark } from "./markdown-marks";

const TOOLS: readonly [Mark, string, keys?: string][] = [
  ["strong", "Gras", "Ctrl+B"],
  ["emphasis", "Italique", "Ctrl+I"],
  ["list", "Liste"],
  ["quote", "Citation"],
  ["link", "Lien"],
];

/** Marks the selection, in a way that the browser's own « annuler » can take back. */
export function mark(box: HTMLTextAreaElement, kind: Mark): void {
  const { text, start, end } = applyMark(kind, { text: box.value, start: box.selectionStart, end: box.selectionEnd });
  box.focus();
  box.setSelectionRange(0, box.value.length);
  if (!document.execCommand("insertText", false, text)) {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  box.setSelectionRange(start, end);
}

/** The small toolbar over the box; it only exists where scripts run. */
export function WritingTools({ box }: { box: RefObject<HTMLTextAreaElement> }) {
  return (
    <Toolbar label="Mise en forme" controls="field-texte">
      {TOOLS.map(([kind, word, keys]) => (
        <Tool key={kind} title={keys} onClick={() => box.current && mark(box.current, kind)}>
          {word}
        </Tool>
      ))}
    </Toolbar>
  );
}
