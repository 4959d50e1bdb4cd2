/**
 * Reads what a document says, in a thread with limits of its own: a file that would take all memory
 * or all time ends this thread and nothing else. It is given { kind, bytes } and answers a text.
 */
import { Buffer } from "node:buffer";
import { parentPort, workerData } from "node:worker_threads";

const MOST_PAGES = 300;
const MOST_CHARACTERS = 200_000;
const MOST_XML = 20_000_000;

const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

async function readPdf(bytes) {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const loading = getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, useSystemFonts: false, disableFontFace: true, verbosity: 0 });
  const document = await loading.promise;
  const pages = [];
  let length = 0;
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES) && length < MOST_CHARACTERS; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const text = items.map((item) => (item.str ?? "") + (item.hasEOL ? "\n" : "")).join("");
    pages.push(text);
    length += text.length;
  }
  await loading.destroy();
  return pages.join("\n");
}

async function readDocx(bytes) {
  const { default: yauzl } = await import("yauzl");
  const xml = await new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (failed, zip) => {
      if (failed) return reject(failed);
      zip.on("error", reject).on("end", () => resolve(""));
      zip.on("entry", (entry) => {
        if (entry.fileName !== "word/document.xml") return zip.readEntry();
        if (entry.uncompressedSize > MOST_XML) return resolve("");
        zip.openReadStream(entry, (unread, stream) => {
          if (unread) return reject(unread);
          const parts = [];
          stream.on("data", (part) => parts.push(part)).on("error", reject).on("end", () => resolve(Buffer.concat(parts).toString("utf8")));
        });
      });
      zip.readEntry();
    });
  });
  return xml
    .replace(/<\/w:p>|<w:br\/>|<w:tab\/>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name) => SIGNS[name]);
}

const { kind, bytes } = workerData;
const text = await (kind === "pdf" ? readPdf(bytes) : readDocx(bytes));
// PostgreSQL keeps no such character, and half a pair is none.
parentPort.postMessage(text.replaceAll("\u0000", " ").replace(/\s+/g, " ").trim().slice(0, MOST_CHARACTERS).toWellFormed());
