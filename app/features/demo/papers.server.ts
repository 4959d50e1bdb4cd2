import { crc32 } from "node:zlib";

/** Papers of the demo, made of a few lines: a page of PDF, and a Word document. */

type Lines = readonly [title: string, ...lines: string[]];

const latin = (text: string): string => text.replaceAll("’", "'").replaceAll("\u00a0", " ");

/** One page in a font that every reader has. */
export function pdfOf([title, ...lines]: Lines): Buffer {
  const escaped = (text: string) => latin(text).replace(/[\\()]/g, "\\$&");
  const written = [`/F1 22 Tf 72 740 Td (${escaped(title)}) Tj /F1 13 Tf 0 -22 Td`, ...lines.map((line) => `0 -26 Td (${escaped(line)}) Tj`)].join("\n");
  const content = `BT\n${written}\nET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R/Lang(fr-CA)>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${Buffer.byteLength(content, "latin1")}>>stream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = Buffer.byteLength(text, "latin1");
    text += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = Buffer.byteLength(text, "latin1");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** The least that Word opens. */
export function docxOf([title, ...lines]: Lines): Buffer {
  const paragraph = (text: string, size: number) => `<w:p><w:r><w:rPr><w:sz w:val="${size}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  const body = paragraph(title, 44) + lines.map((line) => paragraph(line, 26)).join("");
  return zipOf([
    ["[Content_Types].xml", `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${KIND}"/></Types>`],
    ["_rels/.rels", `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`],
    ["word/document.xml", `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`],
  ]);
}

/** An archive whose parts are stored as they are. */
function zipOf(parts: readonly [name: string, text: string][]): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of parts) {
    const [label, data] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from("PK\u0003\u0004", "latin1"), facts, label, data);
    central.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), facts, place, label);
    offset += 4 + facts.length + label.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}
