import { mentionedAt, wrapMention } from "./markdown-mention";
import { safeUrl } from "./safe-url";
import { textOf, typedAs, type Block, type Inline, type Paragraph, type Root } from "./markdown-parse";

/** What every link of a message carries: the page it opens cannot reach back, and search engines credit none. */
export const LINK_REL = ["noopener", "nofollow", "ugc"];

export const BARE_URL = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"«»“”]+/giu;
const ENDS_A_SENTENCE = ".,;:!?'’*_~…";
const NBSP = "\u00a0";

/**
 * What a person who writes as in an e-mail means by this tree: each newline is
 * a line break, bare addresses are links, images are links to them, headings
 * stay below those of the page, French punctuation keeps its spaces.
 */
export function shapeTree(tree: Root, source: string): Root {
  return { type: "root", children: tree.children.map((block) => shapeBlock(block, source)) };
}

function shapeBlock(node: Block, source: string): Block {
  switch (node.type) {
    case "paragraph":
      return paragraph(shapeInline(node.children, false));
    case "heading":
      return { type: "heading", depth: node.depth === 1 ? 3 : 4, children: shapeInline(node.children, false) };
    case "blockquote":
      return { ...node, children: node.children.map((child) => shapeBlock(child, source) as typeof child) };
    case "list":
      return { ...node, children: node.children.map((item) => shapeBlock(item, source) as typeof item) };
    case "listItem":
      return { ...node, children: node.children.map((child) => shapeBlock(child, source) as typeof child) };
    case "code":
      return node;
    default:
      // A typed rule of dashes or stars, and whatever the parser may learn one day, is shown as typed.
      return paragraph([{ type: "text", value: typedAs(node, source) }]);
  }
}

function shapeInline(nodes: readonly Inline[], insideLink: boolean): Inline[] {
  return nodes.flatMap((node, index): Inline[] => {
    const mention = insideLink ? null : mentionIn(nodes[index - 1], node);
    if (mention) return [{ type: "text", value: mention }];
    switch (node.type) {
      case "text":
        // The sign before a mention is part of it.
        return shapeText(mentionIn(node, nodes[index + 1]) && !insideLink ? node.value.slice(0, -1) : node.value, insideLink);
      case "emphasis":
      case "strong":
        return [{ type: node.type, children: shapeInline(node.children, insideLink) }];
      case "break":
      case "inlineCode":
        return [node];
      case "link":
        return shapeLink(node.url, node.children);
      case "image": {
        const alt = node.alt?.trim() ?? "";
        const text: Inline[] = alt ? [{ type: "text", value: alt }] : [];
        if (insideLink) return text;
        return shapeLink(node.url, text);
      }
      case "html":
        return [{ type: "text", value: node.value }];
      default:
        return [];
    }
  });
}

/** « @[Nom](personne:12) »: what a sign and the link after it stand for. */
function mentionIn(before: Inline | undefined, node: Inline | undefined): string | null {
  if (before?.type !== "text" || !before.value.endsWith("@") || node?.type !== "link") return null;
  const mentioned = mentionedAt(node.url);
  const name = node.children.map((child) => textOf(child, "")).join("").replace(/\s+/g, " ").trim();
  return mentioned && name ? wrapMention({ ...mentioned, name }) : null;
}

function shapeLink(address: string, label: readonly Inline[]): Inline[] {
  const url = safeUrl(address);
  const children = shapeInline(label, true);
  if (!url) return children;
  const seen = children.map((child) => textOf(child, "")).join("");
  // A link that shows nothing could be neither seen nor named by a screen reader.
  const named = /[\p{L}\p{N}\p{P}\p{S}]/u.test(seen);
  return [link(url, named ? children : [{ type: "text", value: address }])];
}

function shapeText(value: string, insideLink: boolean): Inline[] {
  return value.split("\n").flatMap((line, index): Inline[] => {
    const shaped = insideLink ? [text(line)] : linkUrls(line);
    return index === 0 ? shaped : [{ type: "break" }, ...shaped];
  });
}

function linkUrls(line: string): Inline[] {
  const nodes: Inline[] = [];
  let end = 0;
  for (const { 0: match, index } of line.matchAll(BARE_URL)) {
    const typed = withoutPunctuation(match);
    const url = safeUrl(typed);
    if (!url) continue;
    if (index > end) nodes.push(text(line.slice(end, index)));
    nodes.push(link(url, [{ type: "text", value: typed }]));
    end = index + typed.length;
  }
  if (end < line.length) nodes.push(text(line.slice(end)));
  return nodes;
}

/** The address without the full stop or the bracket of the sentence around it. */
export function withoutPunctuation(match: string): string {
  const surplus = { ")": 0, "]": 0, "}": 0 };
  for (const [close, open] of [[")", "("], ["]", "["], ["}", "{"]] as const) {
    surplus[close] = match.split(close).length - match.split(open).length;
  }
  let end = match.length;
  for (; end > 0; end -= 1) {
    const last = match[end - 1] ?? "";
    if (ENDS_A_SENTENCE.includes(last)) continue;
    if ((last === ")" || last === "]" || last === "}") && surplus[last] > 0) surplus[last] -= 1;
    else break;
  }
  return match.slice(0, end);
}

/** A non-breaking space where French wants one and the writer typed a plain one. */
function text(value: string): Inline {
  return { type: "text", value: value.replace(/ (?=[:»])/g, NBSP).replaceAll("« ", `«${NBSP}`) };
}

function link(url: string, children: Inline[]): Inline {
  return { type: "link", url, children, data: { hProperties: { rel: LINK_REL } } };
}

function paragraph(children: Inline[]): Paragraph {
  return { type: "paragraph", children };
}
