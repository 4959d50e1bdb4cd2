import { open } from "node:fs/promises";
import type { Arrival } from "~/kit/arrivals.server";
import { Gate } from "~/kit/gate.server";
import { checkArchive, type ArchiveKind } from "./archive.server";
import { claimedKind, isPicture, MAX_FILE, type FileKind } from "./model";
import { Refusal } from "./refusal.server";

/** Archives are read through one at a time: unpacking is work. */
const archives = new Gate(1);

const HEAD = 16;
const TAIL = 1_100;

/** Which content begins like this; zip archives are told apart by what they hold. */
function sniff(head: Buffer): FileKind | "zip" | "locked-office" | null {
  const text = head.toString("latin1");
  if (text.startsWith("%PDF-")) return "pdf";
  if (text.startsWith("PK\u0003\u0004")) return "zip";
  if (text.startsWith("\u0089PNG\r\n\u001a\n")) return "png";
  if (text.startsWith("\u00ff\u00d8\u00ff")) return "jpeg";
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "webp";
  // What Office writes when a password is asked for.
  if (text.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) return "locked-office";
  return null;
}

/**
 * What a file is, by its content, which must agree with its extension. Pictures
 * are looked at further when they are drawn again.
 * @throws Refusal
 */
export async function checkFile({ name, path, size }: Arrival): Promise<FileKind> {
  const claimed = claimedKind(name);
  if (!claimed) throw new Refusal("unknown");
  if (!path || size > MAX_FILE) throw new Refusal("too-large");
  if (size === 0) throw new Refusal("empty");
  const { head, tail } = await endsOf(path, size);
  const found = sniff(head);
  if (found === "locked-office" && !isPicture({ kind: claimed }) && claimed !== "pdf") throw new Refusal("locked");
  const isArchive = claimed === "docx" || claimed === "xlsx" || claimed === "pptx" || claimed === "odt";
  if (found !== (isArchive ? "zip" : claimed)) throw new Refusal("not-what-it-says");
  if (claimed === "pdf") checkEndOfPdf(tail);
  if (isArchive) await archives.run(() => checkArchive(path, claimed satisfies ArchiveKind));
  return claimed;
}

/** Something else written after a PDF's end, such as an archive or a page, makes two files of one. */
function checkEndOfPdf(tail: Buffer): void {
  const text = tail.toString("latin1");
  const end = text.lastIndexOf("%%EOF");
  if (end < 0) throw new Refusal("damaged");
  const rest = text.slice(end);
  if (rest.includes("PK\u0005\u0006") || /<\s*(!doctype|html|script|svg)/i.test(rest)) throw new Refusal("not-what-it-says");
}

async function endsOf(path: string, size: number): Promise<{ head: Buffer; tail: Buffer }> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(Math.min(HEAD, size));
    const tail = Buffer.alloc(Math.min(TAIL, size));
    await file.read(head, 0, head.length, 0);
    await file.read(tail, 0, tail.length, size - tail.length);
    return { head, tail };
  } finally {
    await file.close();
  }
}
