import rehypeSanitize, { type Options as Schema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { partsOf, replaceMentions } from "./markdown-mention";
import { parseMarkdown, prepare, textOf } from "./markdown-parse";
import { LINK_REL, shapeTree } from "./markdown-shape";

/** Raised with every change of what the same source renders to; rows of an older version are rendered again. */
export const RENDERER_VERSION = 2;

/** The longest source, in UTF-16 units as `string.length` and browsers' `maxlength` count. */
export const MAX_SOURCE_LENGTH = 20_000;

const MAX_QUOTE_LENGTH = 1_000;

// The second wall: the tree made by our own code should hold nothing else.
const schema: Schema = {
  tagNames: ["p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "code", "pre", "h3", "h4"],
  attributes: { a: ["href", ["rel", ...LINK_REL]], ol: ["start"] },
  protocols: { href: ["http", "https", "mailto"] },
  ancestors: { li: ["ol", "ul"] },
  required: {},
  strip: ["script", "style"],
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

const walls = unified().use(remarkRehype).use(rehypeSanitize, schema).freeze();
const writer = unified().use(rehypeStringify).freeze();

type Tree = Parameters<typeof writer.stringify>[0];
type Branch = Tree | Extract<Tree["children"][number], { type: "element" }>;

/** Mentions get their mark-up behind the second wall, which therefore lets nothing through for them. */
function nameMentions(branch: Branch): void {
  branch.children = branch.children.flatMap((child): Branch["children"] => {
    if (child.type === "element") nameMentions(child);
    if (child.type !== "text") return [child];
    return partsOf(child.value).map((part) =>
      typeof part === "string"
        ? { type: "text", value: part }
        : { type: "element", tagName: "span", properties: { className: ["mention"] }, children: [{ type: "text", value: `@${part.name}` }] },
    );
  }) as typeof branch.children;
}

/**
 * Renders what a person typed, once, at write time: Markdown to HTML that
 * holds only paragraphs, line breaks, emphasis, lists, quotes, links, code and
 * two levels of headings. Tags that were typed show as text.
 * @throws RangeError above MAX_SOURCE_LENGTH: callers validate before.
 */
export function renderMarkdown(source: string): { html: string; version: number } {
  const typed = bounded(source);
  const tree = walls.runSync(shapeTree(parseMarkdown(typed), typed));
  nameMentions(tree);
  return { html: writer.stringify(tree).trim(), version: RENDERER_VERSION };
}

/**
 * The text without its marks, one block or line break a line.
 * @throws RangeError above MAX_SOURCE_LENGTH.
 */
export function plainText(source: string): string {
  const typed = bounded(source);
  return textOf(parseMarkdown(typed), typed).replace(/\n\s*\n/g, "\n").trim();
}

/** The first line without its marks, for a thread without a title; cut at a word, with « … », to at most `max` characters. */
export function titleOf(source: string, max = 90): string {
  const [line = ""] = plainText(source).split("\n");
  return cut(line.replace(/\s+/g, " ").trim(), max);
}

/**
 * The Markdown that starts a quoting reply. Only the author's own words are
 * quoted, not what they quoted, and at most about a thousand characters.
 */
export function quote(source: string, authorName: string): string {
  // Whoever was mentioned is not called a second time by being quoted.
  const lines = replaceMentions(bounded(source), ({ name }) => name).trim().split("\n");
  const own = lines.filter((line) => !/^ {0,3}>/.test(line)).join("\n").trim();
  const words = cut(own || lines.join("\n"), MAX_QUOTE_LENGTH);
  const name = authorName.replace(/\s+/g, " ").trim().replace(/[\\`*_[\]<>&!#~]/g, "\\$&");
  const quoted = words.split("\n").map((line) => `> ${line}`.trimEnd());
  return [`> **${name}** a écrit\u00a0:`, ">", ...quoted, "", ""].join("\n");
}

function bounded(source: string): string {
  if (source.length > MAX_SOURCE_LENGTH) throw new RangeError(`A text has at most ${MAX_SOURCE_LENGTH} characters.`);
  return prepare(source);
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const start = text.slice(0, max);
  const space = start.search(/\s\S*$/);
  const kept = space > max / 2 ? start.slice(0, space) : start.slice(0, -1).replace(/[\ud800-\udbff]$/, "");
  return `${kept.replace(/[\s.,;:!?…–—-]+$/, "")}…`;
}
