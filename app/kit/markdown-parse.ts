import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import { RESERVED } from "./markdown-mention";

// The walks below recurse, one call per level; a reader sees no more levels than this anyway.
const MAX_DEPTH = 40;
const MAX_CONTAINERS_ON_A_LINE = 12;
// The parser's time grows with the square of the marks it has to pair: 1,000
// take a few hundredths of a second, the 20,000 of a hostile text many seconds.
const MAX_MARKS = 1_000;
const MARK = /[*_]{1,2}|`+|[[\]<&\\]/g;
const MAX_RULE_LENGTH = 200;
// Controls are invisible, and the bidirectional ones make a text read otherwise than it is.
const CONTROLS = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const RULE = /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}$/;

const parser = unified().use(remarkParse).use(readOnlyWhatPeopleType).freeze();

// Taken from the parser, because several versions of the tree's types are installed.
export type Root = ReturnType<typeof parser.parse>;
export type Block = Root["children"][number];
export type Paragraph = Extract<Block, { type: "paragraph" }>;
export type Inline = Paragraph["children"][number];
export type TreeNode = Root | Block;

/** A text as it is parsed: without what no reader can see, nor what stands for something else here. */
export const prepare = (typed: string): string =>
  typed.replace(/\r\n?/g, "\n").replace(CONTROLS, "").replace(RESERVED, "").replace(/\p{Cs}/gu, "\ufffd");

/** The tree of a text, in time proportional to its length whatever the marks in it. */
export function parseMarkdown(typed: string): Root {
  if (isOvermarked(typed)) return plainTree(typed);
  const tree = parser.parse(typed);
  if (isTooDeep(tree)) return plainTree(typed);
  // A lone « - » or « > » is a list or a quote of nothing, but somebody typed it.
  return textOf(tree, typed).trim() === "" ? plainTree(typed) : tree;
}

/** The text of a tree without its marks; blocks and line breaks on lines of their own. */
export function textOf(node: TreeNode, source: string): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "code":
    case "html":
      return node.value;
    case "image":
      return node.alt ?? "";
    case "break":
      return "\n";
    case "thematicBreak":
      return typedAs(node, source);
    case "list":
      return node.children
        .map((item, index) => (node.ordered ? `${(node.start ?? 1) + index}. ` : "") + textOf(item, source))
        .join("\n");
    case "root":
    case "blockquote":
    case "listItem":
      return node.children.map((child) => textOf(child, source)).join("\n");
    default:
      return "children" in node ? node.children.map((child) => textOf(child, source)).join("") : "";
  }
}

/** The characters a node was made from. */
export function typedAs(node: TreeNode, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0).trim();
}

/** Whether a text holds more marks than prose does; it is then shown as typed instead of parsed. */
function isOvermarked(source: string): boolean {
  let marks = 0;
  for (const line of source.split("\n")) {
    marks += 1;
    if (line.length <= MAX_RULE_LENGTH && RULE.test(line)) continue;
    let containers = 0;
    CONTAINER.lastIndex = 0;
    while (CONTAINER.test(line)) containers += 1;
    if (containers > MAX_CONTAINERS_ON_A_LINE) return true;
    marks += containers + (line.match(MARK)?.length ?? 0);
  }
  return marks > MAX_MARKS;
}

/** Whether a parsed tree is nested deeper than the walks may recurse; measured without recursion. */
function isTooDeep(tree: Root): boolean {
  let level: TreeNode[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((node): TreeNode[] => ("children" in node ? node.children : []));
  }
  return false;
}

/** The tree of a text shown as typed: paragraphs, line breaks and links. */
function plainTree(source: string): Root {
  const blocks = source.split(/\n[ \t]*\n\s*/).filter((block) => block.trim() !== "");
  return { type: "root", children: blocks.map(asTyped) };
}

function asTyped(block: string): Paragraph {
  return { type: "paragraph", children: [{ type: "text", value: block.trim() }] };
}

/**
 * Without HTML, a typed tag is text. Without definitions, indented code and
 * underlined headings, nobody gets by accident what they did not know of.
 */
function readOnlyWhatPeopleType(this: Processor): void {
  const data = this.data();
  const off = ["htmlFlow", "htmlText", "definition", "codeIndented", "setextUnderline"];
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: off } }];
}
