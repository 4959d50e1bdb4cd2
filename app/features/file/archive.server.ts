import type { Readable } from "node:stream";
import { open, type Entry, type ZipFile } from "yauzl";
import { Refusal } from "./refusal.server";

/** Documents that are zip archives: Word, Excel, PowerPoint, OpenDocument. */
export type ArchiveKind = "docx" | "xlsx" | "pptx" | "odt";

const MOST_ENTRIES = 5_000;
/** All of it, uncompressed; bytes. Counted while reading: what the archive says of itself is worth nothing. */
const MOST_UNCOMPRESSED = 200_000_000;
/** The small parts that say what the document is. */
const MOST_TOLD = 1_000_000;

/** Parts that must be there, and what the list of contents must call the main one. */
const SHAPES: Record<ArchiveKind, { main: string; told: string; says: RegExp }> = {
  docx: { main: "word/document.xml", told: "[Content_Types].xml", says: /wordprocessingml\.document\.main\+xml/ },
  xlsx: { main: "xl/workbook.xml", told: "[Content_Types].xml", says: /spreadsheetml\.sheet\.main\+xml/ },
  pptx: { main: "ppt/presentation.xml", told: "[Content_Types].xml", says: /presentationml\.(presentation|slideshow)\.main\+xml/ },
  odt: { main: "content.xml", told: "mimetype", says: /^application\/vnd\.oasis\.opendocument\.text$/ },
};

const MACROS = /(^|\/)(vbaproject\.bin|vbadata\.xml)$|^(basic|scripts)\/|macrosheets\//i;
const MACRO_TYPES = /macroEnabled|vbaProject|ms-excel\.(intl)?macrosheet/i;

/**
 * Reads an archive through, every part to its end, within limits.
 * @throws Refusal not-what-it-says, macros, locked, bomb or damaged.
 */
export async function checkArchive(path: string, kind: ArchiveKind): Promise<void> {
  const archive = await opened(path);
  try {
    // A remark after the end can be another file.
    if (archive.comment) throw new Refusal("not-what-it-says");
    const { names, told } = await readThrough(archive, SHAPES[kind].told);
    if (names.some((name) => MACROS.test(name)) || MACRO_TYPES.test(told)) throw new Refusal("macros");
    if (!names.includes(SHAPES[kind].main) || !SHAPES[kind].says.test(told)) throw new Refusal("not-what-it-says");
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("damaged");
  } finally {
    archive.close();
  }
}

// It refuses names that lead out of the archive, and sizes that lie.
const opened = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    open(path, { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true }, (error, archive) => (error ? reject(new Refusal("damaged")) : resolve(archive))),
  );

async function readThrough(archive: ZipFile, tellingName: string): Promise<{ names: string[]; told: string }> {
  if (archive.entryCount > MOST_ENTRIES) throw new Refusal("bomb");
  const names: string[] = [];
  const told: Buffer[] = [];
  let total = 0;
  for (;;) {
    const entry = await nextEntry(archive);
    if (!entry) return { names, told: Buffer.concat(told).toString("utf8") };
    if (entry.isEncrypted()) throw new Refusal("locked");
    if (names.includes(entry.fileName)) throw new Refusal("damaged");
    names.push(entry.fileName);
    if (entry.fileName.endsWith("/")) continue;
    let size = 0;
    for await (const piece of await contentOf(archive, entry)) {
      const chunk = piece as Buffer;
      size += chunk.length;
      total += chunk.length;
      if (total > MOST_UNCOMPRESSED) throw new Refusal("bomb");
      if (entry.fileName === tellingName && size <= MOST_TOLD) told.push(chunk);
    }
  }
}

function nextEntry(archive: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      archive.removeAllListeners("entry").removeAllListeners("end").removeAllListeners("error");
      act();
    };
    archive.once("entry", (entry: Entry) => settle(() => resolve(entry)));
    archive.once("end", () => settle(() => resolve(null)));
    archive.once("error", () => settle(() => reject(new Refusal("damaged"))));
    archive.readEntry();
  });
}

const contentOf = (archive: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => archive.openReadStream(entry, (error, stream) => (error ? reject(new Refusal("damaged")) : resolve(stream))));
