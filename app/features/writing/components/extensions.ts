import { Extension, Mark, mergeAttributes, Node } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Code } from "@tiptap/extension-code";
import { CodeBlock } from "@tiptap/extension-code-block";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions";
import { safeUrl } from "~/kit/safe-url";

/** A link to where the server lets links lead, and to nowhere else. It is never followed from the box. */
const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (element) => (safeUrl(element.getAttribute("href") ?? "") ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ["a", { href: safeUrl(String(HTMLAttributes.href)) ?? "", rel: "noopener nofollow ugc" }, 0],
});

/** Someone who is called: one piece, that is written and erased whole. */
const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({ kind: { default: "personne" }, id: { default: 0 }, name: { default: "" } }),
  renderHTML: ({ node, HTMLAttributes }) => ["span", mergeAttributes({ class: "mention" }, { "data-kind": HTMLAttributes.kind, "data-id": HTMLAttributes.id }), `@${String(node.attrs.name)}`],
  renderText: ({ node }) => `@${String(node.attrs.name)}`,
  // What is copied from one box to another of ours stays a mention; the server looks again who it is.
  parseHTML: () => [
    {
      tag: "span.mention[data-id]",
      getAttrs: (element) => {
        const { kind, id } = element.dataset;
        const name = (element.textContent ?? "").replace(/^@/, "").trim();
        return name && (kind === "personne" || kind === "organisation") && /^[1-9]\d{0,14}$/.test(id ?? "") ? { kind, id: Number(id), name } : false;
      },
    },
  ],
  addKeyboardShortcuts() {
    return { Backspace: () => this.editor.commands.command(({ tr, state }) => {
      const { empty, $from } = state.selection;
      if (!empty || $from.nodeBefore?.type.name !== this.name) return false;
      tr.delete($from.pos - $from.nodeBefore.nodeSize, $from.pos);
      return true;
    }) };
  },
});

/** Tab leaves the box, as it leaves any other: lists are shifted by other keys. */
const OwnListItem = ListItem.extend({
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      "Mod-]": () => this.editor.commands.sinkListItem(this.name),
      "Mod-[": () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** Two levels, as messages have; a third stays a paragraph when pasted. */
const OwnHeading = Heading.extend({
  content: "(text | mention)*",
  parseHTML: () => [
    { tag: "h1", attrs: { level: 3 } },
    { tag: "h2", attrs: { level: 3 } },
    { tag: "h3", attrs: { level: 3 } },
    { tag: "h4", attrs: { level: 4 } },
    { tag: "h5", attrs: { level: 4 } },
    { tag: "h6", attrs: { level: 4 } },
  ],
}).configure({ levels: [3, 4] });

/** Ctrl + Enter is the form's, and not a line break. */
const OwnBreak = HardBreak.extend({ addKeyboardShortcuts() { return { "Shift-Enter": () => this.editor.commands.setHardBreak() }; } });
const OwnCodeBlock = CodeBlock.extend({ addKeyboardShortcuts() { return { ...this.parent?.(), Tab: () => false, "Shift-Tab": () => false }; } });

const Keys = Extension.create({ name: "keys", priority: 1_000, addKeyboardShortcuts: () => ({ "Mod-Enter": () => true, Tab: () => false, "Shift-Tab": () => false }) });

export const EXTENSIONS = [Document, Paragraph, Text, Bold, Italic, Code, OwnCodeBlock, Blockquote, OwnHeading, BulletList, OrderedList, OwnListItem, OwnBreak, Link, Mention, UndoRedo, Keys];
