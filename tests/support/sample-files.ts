import { randomBytes } from "node:crypto";
import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import sharp from "sharp";

/** Files of every kind, and hostile ones, made when they are asked for. */

type Part = { name: string; content: Buffer | string; stored?: boolean; claimed?: number };

const u16 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255]);
const u32 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255]);

/** A zip archive. `claimed` is what an entry says of its own size. */
export function zip(parts: readonly Part[], { flags = 0, comment = "" } = {}): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, stored, claimed } of parts) {
    const plain = Buffer.from(content);
    const data = stored ? plain : deflateRawSync(plain);
    const facts = Buffer.concat([u16(20), u16(flags | 0x800), u16(stored ? 0 : 8), u32(0), u32(crc32(plain)), u32(data.length), u32(claimed ?? plain.length), u16(Buffer.byteLength(name)), u16(0)]);
    local.push(Buffer.concat([u32(0x04034b50), facts, Buffer.from(name), data]));
    central.push(Buffer.concat([u32(0x02014b50), u16(20), facts, u16(0), u16(0), u16(0), u32(0), u32(offset), Buffer.from(name)]));
    offset += local.at(-1)?.length ?? 0;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), u16(parts.length), u16(parts.length), u32(directory.length), u32(offset), u16(comment.length), Buffer.from(comment)]);
  return Buffer.concat([...local, directory, end]);
}

const types = (main: string) => ({ name: "[Content_Types].xml", content: `<?xml version="1.0"?><Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>` });

export const docx = (...more: Part[]): Buffer => zip([types("wordprocessingml.document"), { name: "word/document.xml", content: "<w:document/>" }, ...more]);
export const xlsx = (): Buffer => zip([types("spreadsheetml.sheet"), { name: "xl/workbook.xml", content: "<workbook/>" }]);
export const pptx = (): Buffer => zip([types("presentationml.presentation"), { name: "ppt/presentation.xml", content: "<p/>" }]);
export const odt = (): Buffer => zip([{ name: "mimetype", content: "application/vnd.oasis.opendocument.text", stored: true }, { name: "content.xml", content: "<office/>" }]);

/** A PDF of that weight, whose bytes cannot be compressed. */
export const pdf = (weight = 400): Buffer => {
  const [head, foot] = ["%PDF-1.4\n%", "\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"];
  return Buffer.concat([Buffer.from(head), randomBytes(Math.max(0, weight - head.length - foot.length)), Buffer.from(foot)]);
};

/** A photo as a phone makes it: on its side, with where, when and by what it was taken. */
export const photo = (width = 1_200, height = 800): Promise<Buffer> =>
  drawn(width, height)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: "AppareilSecret", Artist: "Une Personne" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "46/1 13/1 3000/100", GPSLongitudeRef: "W", GPSLongitude: "72/1 36/1 5000/100" } })
    .toBuffer();

export const png = (width = 300, height = 200): Promise<Buffer> => drawn(width, height).png().toBuffer();
export const webp = (width = 300, height = 200): Promise<Buffer> => drawn(width, height).webp().toBuffer();

const drawn = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: { r: 180, g: 120, b: 60 } } });

/** A PNG that says that it is as large as that, in a few bytes. */
export function giantPng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"), chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.alloc(1_000))), chunk("IEND", Buffer.alloc(0))]);
}
