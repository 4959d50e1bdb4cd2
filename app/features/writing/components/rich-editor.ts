import { Editor, type JSONContent } from "@tiptap/core";
import { safeUrl } from "~/kit/safe-url";
import { calledAt, type Call } from "./called-at";
import { cleanPaste } from "./clean-paste";
import { EXTENSIONS } from "./extensions";
import { readMarkdown } from "./read-markdown";
import type { RichDoc } from "./rich-doc";
import type { Tool } from "./tools";
import { writeMarkdown } from "./write-markdown";
import "./writing.css";

type Options = {
  /** Where the box stands. */
  place: HTMLElement;
  attributes: Record<string, string>;
  text: string;
  /** What was chosen in the plain box, or where the caret was. */
  chosen: readonly [from: number, to: number];
  written: (text: string) => void;
  moved: (state: RichState) => void;
  pressed: (event: KeyboardEvent) => boolean;
};

export type RichState = { on: ReadonlySet<Tool>; link: string | null; call: Call | null };

/** The rich box. It knows Markdown in and out, and nothing of the page around it. */
export class RichEditor {
  readonly #editor: Editor;
  #text: string;

  constructor({ place, attributes, text, chosen, written, moved, pressed }: Options) {
    this.#text = text;
    this.#editor = new Editor({
      element: place,
      // A style element of its own would be refused: the styles stand with ours.
      injectCSS: false,
      extensions: EXTENSIONS,
      content: contentOf(text),
      editorProps: {
        attributes,
        transformPastedHTML: cleanPaste,
        handleKeyDown: (_, event) => pressed(event),
        handlePaste: (view, event) => {
          const address = event.clipboardData?.getData("text/plain").trim() ?? "";
          const { empty, $from, $to } = view.state.selection;
          if (empty || !$from.parent.isTextblock || !$from.sameParent($to) || /\s/.test(address) || !safeUrl(address)) return false;
          return this.#editor.commands.setMark("link", { href: address });
        },
      },
      onUpdate: () => {
        this.#text = writeMarkdown(this.#editor.getJSON() as RichDoc);
        written(this.#text);
      },
      onTransaction: () => moved(this.#state()),
    });
    this.#takeOver(text, ...chosen);
  }

  #state(): RichState {
    const { state, isFocused } = this.#editor;
    const is = (name: string) => this.#editor.isActive(name);
    const on = new Set<Tool>();
    for (const [tool, name] of [["strong", "bold"], ["emphasis", "italic"], ["list", "bulletList"], ["numbers", "orderedList"], ["quote", "blockquote"], ["heading", "heading"], ["link", "link"]] as const) if (is(name)) on.add(tool);
    return { on, link: (this.#editor.getAttributes("link").href as string | undefined) ?? null, call: isFocused ? calledAt(state) : null };
  }

  /** Puts another text in the box, unless it is the one that stands there. */
  put(text: string, focus = false): void {
    if (text !== this.#text) {
      this.#text = text;
      this.#editor.commands.setContent(contentOf(text), { emitUpdate: false });
    }
    if (focus) this.#goOn();
  }

  /** The caret at the end, on a line of its own after a quotation or a list. */
  #goOn(): void {
    const { doc } = this.#editor.state;
    if (doc.lastChild?.type.name !== "paragraph") this.#editor.commands.insertContentAt(doc.content.size, { type: "paragraph" });
    this.#choose(this.#editor.state.doc.content.size);
  }

  /** Takes the focus at once: the editor's own command does so a frame later, and a letter typed meanwhile would be lost. */
  #choose(from: number, to = from): void {
    this.#editor.commands.setTextSelection({ from, to });
    this.#editor.view.focus();
    this.#editor.commands.scrollIntoView();
  }

  focus(): void {
    this.#editor.view.focus();
  }

  /** Chooses in the rich text what was chosen in the plain one. */
  #takeOver(text: string, from: number, to: number): void {
    if (to >= text.trimEnd().length && from === to) {
      if (/\n\s*$/.test(text)) this.#goOn();
      else this.#choose(this.#editor.state.doc.content.size);
      // Between two words: Markdown knows no space at the end of a line.
      const gap = /\S([ \u00a0]+)$/.exec(text)?.[1];
      if (gap) this.#editor.view.dispatch(this.#editor.state.tr.insertText(gap));
    } else this.#choose(this.#placeOf(text.slice(0, from)), from === to ? undefined : this.#placeOf(text.slice(0, to)));
  }

  /** The place behind as many letters as stand in what comes before it in the plain box. */
  #placeOf(before: string): number {
    const gap = /[ \u00a0]*$/.exec(before)?.[0].length ?? 0;
    let [left, at] = [lettersOf(readMarkdown(before)) + gap, this.#editor.state.doc.content.size];
    this.#editor.state.doc.descendants((node, position) => {
      if (left < 0) return false;
      const letters = node.isText ? (node.text ?? "").length : node.type.name === "mention" ? 1 : 0;
      if (letters > 0 && left <= letters) {
        at = position + (node.isText ? left : 1);
        left = -1;
      } else left -= letters;
      return left >= 0;
    });
    return at;
  }

  use(tool: Exclude<Tool, "link">): void {
    const chain = this.#editor.chain().focus();
    switch (tool) {
      case "strong": return void chain.toggleBold().run();
      case "emphasis": return void chain.toggleItalic().run();
      case "list": return void chain.toggleBulletList().run();
      case "numbers": return void chain.toggleOrderedList().run();
      case "quote": return void chain.toggleBlockquote().run();
      case "heading": return void chain.toggleHeading({ level: 3 }).run();
    }
  }

  /** Makes a link of what is chosen, or writes the address itself; without an address, takes the link away. */
  link(address: string | null): void {
    const chain = this.#editor.chain().focus().extendMarkRange("link");
    if (address === null) return void chain.unsetMark("link").run();
    const { empty } = this.#editor.state.selection;
    if (empty && !this.#editor.isActive("link")) return void chain.insertContent([{ type: "text", text: address, marks: [{ type: "link", attrs: { href: address } }] }, { type: "text", text: " " }]).run();
    chain.setMark("link", { href: address }).run();
  }

  insert(text: string): void {
    this.#editor.chain().focus().insertContent({ type: "text", text }).run();
  }

  call({ from, to }: Call, attrs: { kind: string; id: number; name: string }): void {
    this.#editor.chain().focus().insertContentAt({ from, to }, [{ type: "mention", attrs }, { type: "text", text: " " }]).run();
  }

  /** What a reader of the page hears about the list of suggestions. */
  describe(attributes: Record<string, string | null>): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) this.#editor.view.dom.removeAttribute(name);
      else this.#editor.view.dom.setAttribute(name, value);
    }
  }

  close(): void {
    this.#editor.destroy();
  }
}

const contentOf = (text: string): JSONContent => readMarkdown(text) as JSONContent;

const lettersOf = (node: { type: string; text?: string; content?: readonly unknown[] }): number =>
  node.type === "mention" ? 1 : (node.text?.length ?? 0) + ((node.content ?? []) as (typeof node)[]).reduce((sum, child) => sum + lettersOf(child), 0);
