import type { Tool } from "./tools";

/** What the toolbar writes around a selection of the plain box. Pure: a text and a selection in, the same out. */
export type Selection = { text: string; start: number; end: number };

const WRAPS: Partial<Record<Tool, [sign: string, example: string]>> = { strong: ["**", "texte en gras"], emphasis: ["*", "texte en italique"] };
const PREFIXES: Partial<Record<Tool, string>> = { list: "- ", numbers: "1. ", quote: "> ", heading: "# " };

function wrap({ text, start, end }: Selection, sign: string, example: string): Selection {
  const chosen = text.slice(start, end);
  // A mark must touch the words: « ** mot** » is not read as bold.
  const core = chosen.trim();
  const inner = core || example;
  const from = core ? start + chosen.indexOf(core) : start;
  const to = core ? from + core.length : end;
  return { text: text.slice(0, from) + sign + inner + sign + text.slice(to), start: from + sign.length, end: from + sign.length + inner.length };
}

function prefixLines({ text, start, end }: Selection, prefix: string): Selection {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const found = text.indexOf("\n", Math.max(start, end - 1));
  const to = found < 0 ? text.length : found;
  const lines = text.slice(from, to).split("\n").map((line) => prefix + line).join("\n");
  const before = text.slice(0, from);
  // A list or a quote begins after an empty line, or it goes on with the paragraph before it.
  const gap = before === "" || before.endsWith("\n\n") ? "" : "\n";
  return { text: before + gap + lines + text.slice(to), start: from + gap.length + prefix.length, end: from + gap.length + lines.length };
}

function link({ text, start, end }: Selection): Selection {
  const chosen = text.slice(start, end).trim();
  const isAddress = /^https?:\/\/\S+$/.test(chosen);
  const words = isAddress ? "texte du lien" : chosen || "texte du lien";
  const address = isAddress ? chosen : "https://";
  const made = `[${words}](${address})`;
  // What is still to be written is what is selected.
  const at = isAddress || !chosen ? start + 1 : start + words.length + 3;
  return { text: text.slice(0, start) + made + text.slice(end), start: at, end: at + (isAddress || !chosen ? words.length : address.length) };
}

export function applyMark(mark: Tool, selection: Selection): Selection {
  const wrapped = WRAPS[mark];
  if (wrapped) return wrap(selection, ...wrapped);
  const prefix = PREFIXES[mark];
  return prefix ? prefixLines(selection, prefix) : link(selection);
}

/** Marks the selection, in a way that the browser's own « annuler » can take back. */
export function mark(box: HTMLTextAreaElement, kind: Tool): void {
  const { text, start, end } = applyMark(kind, { text: box.value, start: box.selectionStart, end: box.selectionEnd });
  box.focus();
  box.setSelectionRange(0, box.value.length);
  if (!document.execCommand("insertText", false, text)) {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  box.setSelectionRange(start, end);
}
