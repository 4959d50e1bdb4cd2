import { createHash } from "node:crypto";
import { and, eq, like } from "drizzle-orm";
import { FILES, type DemoFile } from "#db/demo/files";
import { fileChunks, files } from "#db/schema/file";
import { messages } from "#db/schema/thread";
import type { Tx } from "~/kit/transaction.server";
import { claimedKind } from "~/features/file/model";
import type { WrittenThread } from "./conversations.server";
import { draw } from "./drawings.server";
import { docxOf, pdfOf } from "./papers.server";

type Made = { whole: Buffer; thumbnail: Buffer | null; width: number | null; height: number | null };
export type PreparedFile = DemoFile & Made;

/** Makes every file before the transaction, which then only inserts. */
export async function prepareFiles(): Promise<PreparedFile[]> {
  const made: PreparedFile[] = [];
  for (const file of FILES) made.push({ ...file, ...(await make(file)) });
  return made;
}

async function make(file: DemoFile): Promise<Made> {
  if ("drawing" in file) return draw(file.drawing);
  return { whole: file.paper === "pdf" ? pdfOf(file.lines) : docxOf(file.lines), thumbnail: null, width: null, height: null };
}

/** Puts each file into the message that speaks of it. */
export async function fillFiles(tx: Tx, written: readonly WrittenThread[], prepared: readonly PreparedFile[]): Promise<void> {
  const places = new Map<number, number>();
  for (const file of prepared) {
    const thread = written.find(({ key }) => key === file.conversation);
    const [message] = await tx
      .select({ id: messages.id, authorId: messages.authorId, at: messages.createdAt })
      .from(messages)
      .where(and(eq(messages.threadId, thread?.id ?? 0), like(messages.body, `%${file.says}%`)))
      .orderBy(messages.position)
      .limit(1);
    const kind = claimedKind(file.name);
    if (!message?.authorId || !kind) throw new Error(`Nobody shares ${file.name}.`);
    const place = places.get(message.id) ?? 0;
    places.set(message.id, place + 1);
    const hash = createHash("sha256").update(file.whole).digest("hex");
    const consent = file.width === null ? {} : { consentBy: message.authorId, consentAt: message.at };
    const [row] = await tx
      .insert(files)
      .values({
        uploaderId: message.authorId, receivedAt: message.at, receivedHash: hash, hash, kind, name: file.name, size: file.whole.length, width: file.width, height: file.height,
        messageId: message.id, place, attachedAt: message.at, description: "description" in file ? file.description : "", ...consent,
      })
      .returning({ id: files.id });
    const fileId = row?.id ?? 0;
    await tx.insert(fileChunks).values({ fileId, variant: "whole", number: 0, bytes: file.whole });
    if (file.thumbnail) await tx.insert(fileChunks).values({ fileId, variant: "thumbnail", number: 0, bytes: file.thumbnail });
  }
}
