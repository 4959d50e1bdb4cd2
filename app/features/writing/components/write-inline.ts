import { writeMention } from "~/kit/markdown-mention";
import { BARE_URL, withoutPunctuation } from "~/kit/markdown-shape";
import { safeUrl } from "~/kit/safe-url";
import type { Mark, RichInline } from "./rich-doc";

/** A sign that opens or closes a mark, or words between signs. */
type Piece = { sign: "**" | "_"; opens: boolean } | { words: string };

const SIGNS = { bold: "**", italic: "_" } as const;
type Leaning = keyof typeof SIGNS;

const linkOf = (marks: readonly Mark[] = []): string | null => marks.flatMap((mark) => (mark.type === "link" ? [mark.attrs.href] : []))[0] ?? null;
const has = (node: RichInline, type: Mark["type"]): boolean => node.marks?.some((mark) => mark.type === type) ?? false;

/** The Markdown of a line of words; line breaks stay as newlines, and what only looks like a mark is written so that it is none. */
export function writeInline(nodes: readonly RichInline[]): string {
  return trimLines(groupsByLink(merged(nodes)).map(({ href, nodes: inside }, index, all) => {
    if (href === null) return writeMarked(inside, endsBeforeLink(all[index + 1]));
    const bare = bareAddress(href, inside, all[index - 1], all[index + 1]);
    return bare ?? writeLink(href, inside);
  }).join(""));
}

type Group = { href: string | null; nodes: RichInline[] };

/** Neighbours with the same marks are one. */
function merged(nodes: readonly RichInline[]): RichInline[] {
  const all: RichInline[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (last?.type === "text" && node.type === "text" && namesOf(last) === namesOf(node)) all.splice(-1, 1, { ...last, text: last.text + node.text });
    else all.push(node);
  }
  return all;
}
const namesOf = ({ marks = [] }: RichInline): string => marks.map((mark) => (mark.type === "link" ? mark.attrs.href : mark.type)).sort().join(" ");

function groupsByLink(nodes: readonly RichInline[]): Group[] {
  const groups: Group[] = [];
  for (const node of nodes) {
    const href = linkOf(node.marks);
    const last = groups.at(-1);
    if (last && last.href === href) last.nodes.push(node);
    else groups.push({ href, nodes: [node] });
  }
  return groups;
}

const endsBeforeLink = (next: Group | undefined): boolean => next?.href != null;
const plain = (nodes: readonly RichInline[]): string => nodes.map((node) => (node.type === "text" ? node.text : node.type === "hardBreak" ? "\n" : `@${node.attrs.name}`)).join("");

/** An address that is its own text needs no brackets, where what stands around it does not change it. */
function bareAddress(href: string, inside: readonly RichInline[], before?: Group, after?: Group): string | null {
  const [only] = inside;
  if (inside.length !== 1 || only?.type !== "text" || only.marks?.length !== 1 || safeUrl(only.text) !== safeUrl(href)) return null;
  if (/[\p{L}\p{N}]$/u.test(plain(before?.nodes ?? [])) || /[*_`\\&<>[\]]/.test(only.text)) return null;
  const following = after?.nodes[0];
  if (after && following && (after.href !== null || (following.marks?.length ?? 0) > 0)) return null;
  const [found] = (only.text + plain(after?.nodes ?? [])).match(BARE_URL) ?? [];
  return found !== undefined && withoutPunctuation(found) === only.text ? only.text : null;
}

function writeLink(href: string, inside: readonly RichInline[]): string {
  const words = writeMarked(inside.map((node): RichInline => (node.type === "hardBreak" ? { type: "text", text: " " } : node)), false, true);
  if (words.trim() === "") return words;
  const [, lead = "", core = "", trail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return `${lead}[${core}](${href.replace(/[\\()&*_`[\]]/g, "\\$&").replace(/\s/g, "%20")})${trail}`;
}

function writeMarked(nodes: readonly RichInline[], beforeLink: boolean, inLink = false): string {
  const pieces: Piece[] = [];
  const open: Leaning[] = [];
  // Marks that opened after this one close with it; the next words open them again.
  const close = (mark: Leaning) => {
    for (let last = open.pop(); last; last = open.pop()) {
      pieces.push({ sign: SIGNS[last], opens: false });
      if (last === mark) break;
    }
  };
  const start = (mark: Leaning) => {
    open.push(mark);
    pieces.push({ sign: SIGNS[mark], opens: true });
  };
  for (const node of rejoined(tidy(nodes))) {
    for (const mark of [...open].reverse()) if (!has(node, mark) && open.includes(mark)) close(mark);
    if (!isBlank(node)) for (const mark of LEANINGS) if (has(node, mark) && !open.includes(mark)) start(mark);
    pieces.push({ words: wordsOf(node, inLink) });
  }
  for (const mark of [...open].reverse()) close(mark);
  return joined(pieces, beforeLink);
}

const LEANINGS = ["bold", "italic"] as const;
const isBlank = (node: RichInline): boolean => node.type === "hardBreak" || (node.type === "text" && !has(node, "code") && node.text.trim() === "");

/** A mark touches its words: a space or a line break is marked only where the words on both sides are. */
function tidy(nodes: readonly RichInline[]): RichInline[] {
  const split = nodes.flatMap((node): RichInline[] => {
    if (node.type !== "text" || has(node, "code")) return [node];
    return node.text.split(/^(\s+)|(\s+)$/).filter(Boolean).map((text) => ({ ...node, text }));
  });
  return split.map((node, index) => {
    if (!isBlank(node)) return node;
    const before = split.slice(0, index).reverse().find((other) => !isBlank(other));
    const after = split.slice(index + 1).find((other) => !isBlank(other));
    const marks = LEANINGS.filter((mark) => before && after && has(before, mark) && has(after, mark)).map((type) => ({ type }));
    return { ...node, marks };
  });
}

/** Words of the same marks and the space between them are written as one, as they are read again. */
function rejoined(nodes: readonly RichInline[]): RichInline[] {
  const all: RichInline[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (last?.type === "text" && node.type === "text" && isBlank(last) && isBlank(node) && namesOf(last) === namesOf(node)) {
      all.splice(-1, 1, { ...last, text: last.text + node.text });
      continue;
    }
    const [before, space] = all.slice(-2);
    const alike = before?.type === "text" && space?.type === "text" && node.type === "text" && isBlank(space) && !isBlank(before) && !isBlank(node) && namesOf(before) === namesOf(node) && namesOf(space) === namesOf(node);
    if (alike) all.splice(-2, 2, { ...before, text: before.text + space.text + node.text });
    else all.push(node);
  }
  return all;
}

function wordsOf(node: RichInline, inLink: boolean): string {
  if (node.type === "hardBreak") return "\n";
  if (node.type === "mention") return inLink ? escape(`@${node.attrs.name}`, true) : writeMention(node.attrs);
  return has(node, "code") ? writeCode(node.text) : escape(node.text, inLink);
}

function writeCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const padded = /^`|`$|^ .* $/s.test(text) ? ` ${text} ` : text;
  return fence + padded.replace(/\n/g, " ") + fence;
}

/** Text in which nothing is a mark. Only what would be read as one is escaped, so that the plain box stays readable. */
function escape(text: string, inLink: boolean): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~\n]|$)/g, "\\\\")
    .replace(/[`*]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/<(?=[a-z/!?])/gi, "\\<")
    .replace(/&(?=#?[a-z0-9]+;)/gi, "\\&")
    .replace(inLink ? /[[\]]/g : /\](?=\()|\]$|(?<=@)\[/g, "\\$&");
}

const SPACE = /[\s\u00a0]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const coded = (character: string): string => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`;
// The parser takes the halves of an emoji for letters.
const isWord = (character: string): boolean => character.length > 1 || (character !== "" && !SPACE.test(character) && !PUNCTUATION.test(character));

/** Puts signs and words together. A letter that would keep a sign from being one is written by its number. */
function joined(pieces: readonly Piece[], beforeLink: boolean): string {
  const texts = pieces.map((piece) => ("sign" in piece ? piece.sign : piece.words));
  // A number in the place of a letter can stand in the way of the sign on its other side.
  for (let again = true; again; ) {
    again = false;
    pieces.forEach((_, index) => {
      const freed = freeSign(pieces, texts, index);
      if (freed) texts[freed.index] = freed.words;
      again ||= freed !== null;
    });
  }
  const line = texts.join("");
  // « ! » before a link would make it an image.
  return beforeLink ? line.replace(/!$/, "\\!") : line;
}

/** The words outside of a sign, with the letter that touches it written by its number, where they keep it from being one. */
function freeSign(pieces: readonly Piece[], texts: readonly string[], index: number): { index: number; words: string } | null {
  const piece = pieces[index];
  if (!piece || !("sign" in piece)) return null;
  const [outer, inner] = piece.opens ? [index - 1, index + 1] : [index + 1, index - 1];
  const around = pieces[outer];
  if (!around || "sign" in around) return null;
  const words = texts[outer] ?? "";
  const outside = piece.opens ? lastOf(words) : firstOf(words);
  const inside = piece.opens ? firstOf(texts[inner] ?? "") : lastOf(texts[inner] ?? "");
  if (!isWord(outside) || (piece.sign === "**" && !PUNCTUATION.test(inside))) return null;
  // An underscore beside the letter was safe between letters; beside a number it is not; neither is a backslash.
  if (!piece.opens) return { index: outer, words: coded(outside) + words.slice(outside.length).replace(/^_/, "\\_") };
  const before = words.slice(0, -outside.length).replace(/(?<!\\)_$/, "\\_").replace(/(?<!\\)((?:\\\\)*)\\$/, "$1\\\\");
  return { index: outer, words: before + coded(outside) };
}

const lastOf = (text: string): string => [...text.slice(-2)].at(-1) ?? "";
const firstOf = (text: string): string => [...text.slice(0, 2)][0] ?? "";

/** Lines without spaces at their ends, nothing at the start of a line that would begin a block, and no empty line inside. */
function trimLines(text: string): string {
  const lines = text.split("\n").map((line) => line.trim()).map(harmless);
  while (lines.length > 0 && lines[0] === "") lines.shift();
  while (lines.length > 0 && lines.at(-1) === "") lines.pop();
  return lines.map((line, index) => (index + 1 < lines.length && (line === "" || lines[index + 1] === "") ? `${line}\\` : line)).join("\n");
}

const harmless = (line: string): string =>
  line
    .replace(/^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|~~~|-[ \t]*-[ \t]*-|_[ \t]*_[ \t]*_)/, "\\")
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, "$1\\");
