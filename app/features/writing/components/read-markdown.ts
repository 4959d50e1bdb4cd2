import { partsOf } from "~/kit/markdown-mention";
import { parseMarkdown, prepare, textOf, type Block, type Inline } from "~/kit/markdown-parse";
import { shapeTree } from "~/kit/markdown-shape";
import type { Mark, RichBlock, RichDoc, RichInline, RichItem } from "./rich-doc";

/** The rich text of a Markdown, read by the very parser that the server renders with, so that the two cannot differ. */
export function readMarkdown(typed: string): RichDoc {
  const source = prepare(typed);
  const blocks = shapeTree(parseMarkdown(source), source).children.map(blockOf);
  return { type: "doc", content: blocks.length > 0 ? blocks : [{ type: "paragraph" }] };
}

function blockOf(node: Block): RichBlock {
  switch (node.type) {
    case "heading":
      return { type: "heading", attrs: { level: node.depth }, content: inlineOf(node.children).map(onOneLine) };
    case "code":
      return { type: "codeBlock", attrs: { language: node.lang ?? null }, content: node.value ? [{ type: "text", text: node.value }] : [] };
    case "blockquote":
      return { type: "blockquote", content: atLeastOne(node.children.map(blockOf)) };
    case "list": {
      const content = node.children.map((item): RichItem => ({ type: "listItem", content: beginWithText(item.children.map(blockOf)) }));
      return node.ordered ? { type: "orderedList", attrs: { start: node.start ?? 1 }, content } : { type: "bulletList", content };
    }
    case "paragraph":
      return { type: "paragraph", content: inlineOf(node.children) };
    default:
      return { type: "paragraph", content: [{ type: "text", text: textOf(node, "") || " " }] };
  }
}

const atLeastOne = (blocks: RichBlock[]): RichBlock[] => (blocks.length > 0 ? blocks : [{ type: "paragraph" }]);

/** In the editor each item begins with a paragraph. */
const beginWithText = (blocks: RichBlock[]): RichBlock[] => (blocks[0]?.type === "paragraph" ? blocks : [{ type: "paragraph" }, ...blocks]);

const onOneLine = (node: RichInline): RichInline => (node.type === "hardBreak" ? { type: "text", text: " " } : node);

function inlineOf(nodes: readonly Inline[], marks: readonly Mark[] = []): RichInline[] {
  const marked = marks.length > 0 ? { marks } : {};
  return nodes.flatMap((node): RichInline[] => {
    switch (node.type) {
      case "text":
        return partsOf(node.value).map((part): RichInline => (typeof part === "string" ? { type: "text", text: part, ...marked } : { type: "mention", attrs: part, ...marked }));
      case "break":
        return [{ type: "hardBreak", ...marked }];
      case "inlineCode":
        return node.value ? [{ type: "text", text: node.value, marks: [...marks, { type: "code" }] }] : [];
      case "strong":
        return inlineOf(node.children, adding(marks, { type: "bold" }));
      case "emphasis":
        return inlineOf(node.children, adding(marks, { type: "italic" }));
      case "link":
        return inlineOf(node.children, adding(marks, { type: "link", attrs: { href: node.url } }));
      default:
        return [];
    }
  });
}

const adding = (marks: readonly Mark[], mark: Mark): readonly Mark[] => (marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]);
