import type { RichBlock, RichDoc, RichItem } from "./rich-doc";
import { writeInline } from "./write-inline";

/** The Markdown of a rich text: what the server renders of it has the structure that the editor showed. */
export const writeMarkdown = (doc: RichDoc): string => writeBlocks(doc.content ?? []).join("\n\n");

type List = Extract<RichBlock, { content?: readonly RichItem[] }>;
const isList = (block: RichBlock | undefined): block is List => block?.type === "bulletList" || block?.type === "orderedList";

/** Blocks without a word are left out. Two lists in a row have other signs, or they would be one. */
function writeBlocks(blocks: readonly RichBlock[]): string[] {
  let turn = false;
  let before: RichBlock["type"] | null = null;
  return blocks.flatMap((block) => {
    const other = isList(block) && before === block.type && !turn;
    const written = writeBlock(block, other);
    if (written === "") return [];
    [before, turn] = [block.type, other];
    return [written];
  });
}

function writeBlock(block: RichBlock, turn: boolean): string {
  switch (block.type) {
    case "paragraph":
      return writeInline(block.content ?? []);
    case "heading": {
      const line = writeInline(block.content ?? []).replace(/\\?\n/g, " ");
      return line === "" ? "" : `${block.attrs.level <= 3 ? "#" : "##"} ${line.replace(/(?<!\\)#+$/, (signs) => `\\${signs.split("").join("\\")}`)}`;
    }
    case "codeBlock":
      return writeCodeBlock((block.content ?? []).map((node) => (node.type === "text" ? node.text : "\n")).join(""), block.attrs?.language ?? "");
    case "blockquote":
      return writeBlocks(block.content ?? [])
        .join("\n\n")
        .split("\n")
        .map((line) => (line === "" ? ">" : `> ${line}`))
        .join("\n")
        .replace(/^>$/, "");
    default:
      return writeList(block, turn);
  }
}

function writeCodeBlock(code: string, language: string): string {
  if (code.trim() === "") return "";
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${/^[\w+-]*$/.test(language) ? language : ""}\n${code}\n${fence}`;
}

function writeList(list: List, turn: boolean): string {
  const first = list.type === "orderedList" ? Math.min(list.attrs?.start ?? 1, 999_999_000) : 1;
  const items = (list.content ?? []).map(({ content = [] }) => content.filter((block) => writeBlock(block, false) !== "")).filter((content) => content.length > 0);
  const loose = items.some(needsRoom);
  const written = items.map((content, index) => {
    const sign = list.type === "orderedList" ? `${first + index}${turn ? ")" : "."} ` : turn ? "* " : "- ";
    return sign + writeBlocks(content).join(loose ? "\n\n" : "\n").split("\n").map((line, at) => (at === 0 || line === "" ? line : " ".repeat(sign.length) + line)).join("\n");
  });
  return written.join(loose ? "\n\n" : "\n");
}

/** A paragraph and the list under it may touch; anything more stands apart. */
function needsRoom([first, second, ...more]: readonly RichBlock[]): boolean {
  if (!second) return false;
  const under = second.type === "bulletList" || (second.type === "orderedList" && (second.attrs?.start ?? 1) === 1);
  return more.length > 0 || first?.type !== "paragraph" || !under;
}
