/**
 * Reads what the archive that Meta gives says of groups, in a thread with limits of its own. It is given { path },
 * unpacks the few files that it looks for and nothing else, and answers { part } while it reads, then { entries } or { failure }.
 */
import { Buffer } from "node:buffer";
import { open } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import yauzl from "yauzl";

const MOST_ENTRIES = 200_000;
/** All that is unpacked, counted while it is read: what the archive says of itself is worth nothing. Bytes. */
const MOST_UNPACKED = 40_000_000;
const MOST_FOUND = 50_000;

/** Today's names and those of some years ago; long ones come in numbered parts. */
const WANTED = /(?:^|\/)(?:group_posts(?:_and_comments)?|your_posts_in_groups|your_comments_in_groups|your_posts_and_comments_in_groups|comments_in_groups)(?:_\d{1,3})?\.(json|html)$/i;

class Failure extends Error {}

const opened = (path) =>
  new Promise((resolve, reject) => yauzl.open(path, { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true }, (error, zip) => (error ? reject(error) : resolve(zip))));

const nextEntry = (zip) =>
  new Promise((resolve, reject) => {
    const settle = (act) => () => {
      zip.removeAllListeners("entry").removeAllListeners("end").removeAllListeners("error");
      act();
    };
    zip.once("entry", (entry) => settle(() => resolve(entry))());
    zip.once("end", settle(() => resolve(null)));
    zip.once("error", (error) => settle(() => reject(error))());
    zip.readEntry();
  });

const contentOf = (zip, entry) => new Promise((resolve, reject) => zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))));

/** The entries to unpack, once every name of the archive was looked at. */
async function wantedIn(zip) {
  if (zip.entryCount > MOST_ENTRIES) throw new Failure("too-many-entries");
  const wanted = [];
  let [seen, pages, data] = [0, 0, 0];
  for (let entry = await nextEntry(zip); entry; entry = await nextEntry(zip)) {
    if (entry.isEncrypted()) throw new Failure("locked");
    seen += 1;
    if (seen % 2_000 === 0) tell((30 * seen) / zip.entryCount);
    if (/\.html?$/i.test(entry.fileName)) pages += 1;
    if (/\.json$/i.test(entry.fileName)) data += 1;
    const name = WANTED.exec(entry.fileName);
    if (name?.[1].toLowerCase() === "json") wanted.push(entry);
  }
  if (wanted.length === 0) throw new Failure(pages > 0 && data === 0 ? "as-html" : "without-groups");
  return wanted;
}

async function unpack(zip, entries) {
  const promised = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const texts = [];
  let total = 0;
  for (const entry of entries) {
    const parts = [];
    for await (const part of await contentOf(zip, entry)) {
      total += part.length;
      if (total > MOST_UNPACKED) throw new Failure("too-heavy");
      parts.push(part);
      tell(30 + (60 * total) / Math.max(promised, total));
    }
    texts.push(Buffer.concat(parts).toString("utf8"));
  }
  return texts;
}

let told = 0;
function tell(part) {
  if (part < told + 5) return;
  told = part;
  parentPort.postMessage({ part: Math.min(99, Math.round(part)) });
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Lists of entries stand under names that change from year to year, one or two levels down. */
function entriesIn(value, depth = 0) {
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value) || depth > 2) return [];
  return Object.values(value).flatMap((inner) => entriesIn(inner, depth + 1));
}

/** Of an entry, what is read further: no pictures, no places, no people who are tagged. */
function slim({ timestamp, title, data }) {
  const pieces = Array.isArray(data) ? data.filter(isObject).flatMap(({ post, comment }) => (post === undefined && comment === undefined ? [] : [{ post, comment }])) : [];
  return { timestamp, title, data: pieces };
}

function parse(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Failure("not-json");
  }
}

/** What is wrong, from what the unpacker says. */
async function failureOf(error, path) {
  if (error instanceof Failure) return error.message;
  if (/relative path|absolute path|invalid characters/i.test(error.message)) return "climbs";
  if (/encrypted|password/i.test(error.message)) return "locked";
  const file = await open(path, "r");
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0).finally(() => file.close());
  return buffer.toString("latin1").startsWith("PK") ? "cut" : "not-a-zip";
}

const { path } = workerData;
let zip;
try {
  zip = await opened(path);
  const files = (await unpack(zip, await wantedIn(zip))).map((text) => entriesIn(parse(text)).map(slim));
  if (files.reduce((sum, entries) => sum + entries.length, 0) > MOST_FOUND) throw new Failure("too-many-texts");
  parentPort.postMessage({ files });
} catch (error) {
  parentPort.postMessage({ failure: await failureOf(error, path) });
} finally {
  zip?.close();
}
