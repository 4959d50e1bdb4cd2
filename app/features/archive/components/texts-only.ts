/**
 * Takes out of the archive, on the device itself, the files that hold texts of groups: private messages, photos and
 * friends never leave it, and an archive of several gigabytes is sent in a moment. The entries are copied as they are
 * compressed. Whatever is out of the usual is left to the server: null.
 */

const WANTED = /(?:^|\/)groups\/[^/]+\.(?:json|html)$/i;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_END = 22 + 65_535;
const MOST_DIRECTORY = 64_000_000;
const WIDE = 0xffffffff;
const WIDE_COUNT = 0xffff;
const ENCRYPTED = 1;

const viewOf = async (blob: Blob): Promise<DataView<ArrayBuffer>> => new DataView(await blob.arrayBuffer());

type Entry = { head: Uint8Array<ArrayBuffer>; offset: number; size: number };

/** What the archive says that it holds, of what is wanted. */
async function entriesOf(file: Blob): Promise<Entry[] | null> {
  const tail = await viewOf(file.slice(Math.max(0, file.size - LONGEST_END)));
  let at = tail.byteLength - 22;
  while (at >= 0 && tail.getUint32(at, true) !== END) at -= 1;
  if (at < 0) return null;
  const [count, length, start] = [tail.getUint16(at + 10, true), tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
  // Beyond 4 GB or 65,535 entries the numbers stand elsewhere.
  if (count === WIDE_COUNT || start === WIDE || length > MOST_DIRECTORY || start + length > file.size) return null;
  const directory = await viewOf(file.slice(start, start + length));
  const entries: Entry[] = [];
  let place = 0;
  for (let index = 0; index < count; index += 1) {
    if (place + 46 > directory.byteLength || directory.getUint32(place, true) !== ENTRY) return null;
    const [name, extra, remark] = [directory.getUint16(place + 28, true), directory.getUint16(place + 30, true), directory.getUint16(place + 32, true)];
    const whole = 46 + name + extra + remark;
    if (place + whole > directory.byteLength || directory.getUint16(place + 8, true) & ENCRYPTED) return null;
    const text = new TextDecoder().decode(new Uint8Array(directory.buffer, place + 46, name));
    // The server says what is wrong with names that lead out of the archive.
    if (text.startsWith("/") || text.includes("..") || text.includes("\\")) return null;
    const [size, offset] = [directory.getUint32(place + 20, true), directory.getUint32(place + 42, true)];
    if (WANTED.test(text)) {
      if (size === WIDE || offset === WIDE) return null;
      entries.push({ head: new Uint8Array(directory.buffer.slice(place, place + whole)), offset, size });
    }
    place += whole;
  }
  return entries;
}

/** A zip archive of those entries alone, or null where it cannot be made or would be empty. */
export async function textsOnly(file: Blob): Promise<Blob | null> {
  const entries = await entriesOf(file);
  if (!entries || entries.length === 0) return null;
  const [locals, heads]: [Blob[], Uint8Array<ArrayBuffer>[]] = [[], []];
  let [offset, length] = [0, 0];
  for (const { head, offset: from, size } of entries) {
    const local = await viewOf(file.slice(from, from + 30));
    if (local.byteLength < 30 || local.getUint32(0, true) !== LOCAL) return null;
    const whole = 30 + local.getUint16(26, true) + local.getUint16(28, true) + size;
    // Sizes that follow the content are in the directory too, so that what follows may be left away.
    locals.push(file.slice(from, from + whole));
    new DataView(head.buffer).setUint32(42, offset, true);
    heads.push(head);
    offset += whole;
    length += head.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, END, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, length, true);
  end.setUint32(16, offset, true);
  return new Blob([...locals, ...heads, end], { type: "application/zip" });
}
