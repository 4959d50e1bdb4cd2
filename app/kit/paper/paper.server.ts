import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import type PDFKit from "pdfkit";
import { parseMarkdown, type Block, type Inline } from "../markdown-parse";

/** Papers that one hands out: PDF files with a title, a language, headings, lists and a reading order that screen readers follow. */

const INK = "#1c1a17";
const SOFT = "#5b564e";
const THREAD = "#9c2f3c";
const BODY_SIZE = 10.5;

const FACES = { regular: "400-normal", bold: "600-normal", italic: "400-italic" };
type Face = keyof typeof FACES;
/** Letters that the first file of a face does not have: names come from everywhere. */
const EXTENDED = /([\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff]+)/;

let faces: Promise<[string, Buffer][]> | undefined;
/** Read at the first paper and kept: 400 kB in all. */
const loadFaces = (): Promise<[string, Buffer][]> =>
  (faces ??= Promise.all(
    (Object.keys(FACES) as Face[]).flatMap((face) => [["latin", face], ["latin-ext", `${face}-extended`]].map(async ([letters, name = ""]): Promise<[string, Buffer]> => [
      name, await readFile(createRequire(import.meta.url).resolve(`@fontsource/literata/files/literata-${letters}-${FACES[face]}.woff`)),
    ])),
  ));

type Run = { text: string; face: Face };

/** The words of a paragraph with the face of each stretch; a link keeps its address beside its words. */
function runsOf(inlines: readonly Inline[], face: Face = "regular"): Run[] {
  return inlines.flatMap((inline): Run[] => {
    switch (inline.type) {
      case "text":
      case "inlineCode":
        return [{ text: inline.value.replace(/\n/g, " "), face }];
      case "break":
        return [{ text: "\n", face }];
      case "strong":
        return runsOf(inline.children, "bold");
      case "emphasis":
        return runsOf(inline.children, face === "bold" ? "bold" : "italic");
      case "link":
        return runsOf(inline.children, face);
      default:
        // Tags that were typed are text here too.
        if ("value" in inline) return [{ text: inline.value, face }];
        return "children" in inline ? runsOf(inline.children as Inline[], face) : [];
    }
  });
}

/** What a paper is written with. */
export class Paper {
  private readonly root: PDFKit.PDFStructureElement;

  constructor(private readonly pdf: PDFKit.PDFDocument) {
    this.root = pdf.struct("Document");
    pdf.addStructure(this.root);
  }

  private room(points: number): void {
    const { page } = this.pdf;
    if (this.pdf.y + points > page.height - page.margins.bottom) this.pdf.addPage();
  }

  private runs(runs: readonly Run[], options: PDFKit.Mixins.TextOptions = {}): void {
    const pieces = runs.flatMap(({ text, face }) => text.split(EXTENDED).filter((piece) => piece !== "").map((piece) => ({ text: piece, face: EXTENDED.test(piece) ? `${face}-extended` : face })));
    const told = pieces.length > 0 ? pieces : [{ text: "", face: "regular" }];
    told.forEach(({ text, face }, index) => this.pdf.font(face).text(text, { lineGap: 3, ...options, continued: index < told.length - 1 }));
  }

  title(text: string, note?: string): void {
    this.root.add(this.pdf.struct("H1", {}, () => this.pdf.font("bold").fontSize(23).fillColor(INK).text(text, { lineGap: 2 })));
    if (note) this.root.add(this.pdf.struct("P", {}, () => this.pdf.moveDown(0.3).font("regular").fontSize(BODY_SIZE).fillColor(SOFT).text(note)));
    const { x, y } = this.pdf;
    this.pdf.markContent("Artifact", { type: "Layout" });
    this.pdf.moveTo(x, y + 10).lineTo(x + 48, y + 10).lineWidth(1.6).strokeColor(THREAD).stroke();
    this.pdf.endMarkedContent();
    this.pdf.y = y + 26;
  }

  heading(text: string): void {
    this.room(70);
    this.pdf.moveDown(0.9);
    this.pdf.outline.addItem(text);
    this.root.add(this.pdf.struct("H2", {}, () => {
      this.pdf.fontSize(13.5).fillColor(INK);
      this.runs([{ text, face: "bold" }], { lineGap: 2 });
    }));
    this.pdf.moveDown(0.35);
  }

  paragraph(text: string, { soft = false }: { soft?: boolean } = {}): void {
    this.root.add(this.pdf.struct("P", {}, () => {
      this.pdf.fontSize(soft ? 9 : BODY_SIZE).fillColor(soft ? SOFT : INK);
      this.runs([{ text, face: "regular" }]);
    }));
    this.pdf.moveDown(0.5);
  }

  /** Facts as « label : value », one a line. */
  facts(pairs: readonly (readonly [label: string, value: string])[]): void {
    for (const [label, value] of pairs) {
      this.pdf.fontSize(BODY_SIZE).fillColor(INK);
      this.root.add(this.pdf.struct("P", {}, () => this.runs([{ text: `${label}\u00a0: `, face: "bold" }, { text: value, face: "regular" }])));
    }
    this.pdf.moveDown(0.5);
  }

  /** What a person typed. */
  markdown(source: string): void {
    for (const block of parseMarkdown(source).children) this.block(block);
  }

  private block(block: Block): void {
    this.pdf.fontSize(BODY_SIZE).fillColor(INK);
    switch (block.type) {
      case "paragraph":
        this.root.add(this.pdf.struct("P", {}, () => this.runs(runsOf(block.children))));
        this.pdf.moveDown(0.5);
        return;
      case "heading":
        this.room(40);
        this.root.add(this.pdf.struct("H3", {}, () => this.runs(runsOf(block.children, "bold"))));
        this.pdf.moveDown(0.3);
        return;
      case "list":
        return this.list(block.children, block.ordered ? (block.start ?? 1) : null);
      case "blockquote":
        for (const inner of block.children) this.block(inner);
        return;
      default:
        if ("value" in block) this.paragraph(block.value);
    }
  }

  private list(items: readonly Extract<Block, { type: "list" }>["children"][number][], first: number | null): void {
    const list = this.pdf.struct("L");
    this.root.add(list);
    const { x } = this.pdf;
    items.forEach((item, index) => {
      this.room(18);
      const { y } = this.pdf;
      const runs = item.children.flatMap((inner) => (inner.type === "paragraph" ? runsOf(inner.children) : inner.type === "list" ? inner.children.flatMap((sub) => sub.children.flatMap((deep) => (deep.type === "paragraph" ? [{ text: "\n– ", face: "regular" as const }, ...runsOf(deep.children)] : []))) : []));
      const entry = this.pdf.struct("LI");
      list.add(entry);
      entry.add(this.pdf.struct("Lbl", {}, () => this.pdf.font("regular").fillColor(SOFT).text(first === null ? "–" : `${first + index}.`, x, y, { width: 20, lineGap: 3 })));
      entry.add(this.pdf.struct("LBody", {}, () => {
        this.pdf.fillColor(INK).text("", x + 20, y);
        this.runs(runs);
      }));
      entry.end();
      this.pdf.x = x;
      this.pdf.y += 3;
    });
    list.end();
    this.pdf.moveDown(0.3);
  }

  /** Ends the reading order; nothing is written after it. */
  end(): void {
    this.root.end();
  }
}

export type PaperFacts = { title: string; author: string; /** Stands at the foot of each page, beside its number. */ foot: string; at: Date };

/** Makes a paper as the bytes of a PDF file. */
export async function makePaper({ title, author, foot, at }: PaperFacts, write: (paper: Paper) => void): Promise<Buffer> {
  const [{ default: PDFDocument }, loaded] = await Promise.all([import("pdfkit"), loadFaces()]);
  const pdf = new PDFDocument({
    size: "LETTER",
    margins: { top: 64, bottom: 72, left: 72, right: 72 },
    lang: "fr-CA",
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    bufferPages: true,
    info: { Title: title, Author: author, CreationDate: at, ModDate: at },
  });
  const pieces: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on("data", (piece: Buffer) => pieces.push(piece)).on("end", () => resolve(Buffer.concat(pieces))).on("error", reject);
  });
  for (const [face, bytes] of loaded) pdf.registerFont(face, bytes);
  const paper = new Paper(pdf);
  write(paper);
  paper.end();
  numberPages(pdf, foot);
  pdf.end();
  return whole;
}

function numberPages(pdf: PDFKit.PDFDocument, foot: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    const { width, height, margins } = pdf.page;
    const bottom = margins.bottom;
    // Below the margin, where text would otherwise begin another page.
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf.font("regular").fontSize(8.5).fillColor(SOFT);
    pdf.text(foot, margins.left, height - 46, { width: width - margins.left - margins.right - 60, lineBreak: false });
    pdf.text(`${index + 1} / ${count}`, width - margins.right - 60, height - 46, { width: 60, align: "right", lineBreak: false });
    pdf.endMarkedContent();
    pdf.page.margins.bottom = bottom;
  }
}
