import { open } from "node:fs/promises";
import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { fileChunks, files } from "#db/schema/file";
import type { ParticipantActor } from "~/kit/actor";
import { after, DAY, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { MAX_PER_MEMBER, type FileKind } from "./model";
import { QUOTA_SENTENCE } from "./refusal.server";

/** Bytes that pass at a time between the disk and the database. */
export const CHUNK = 262_144;
/** A file that no message took, and that no draft has, is forgotten after a day. */
const WAITS_FOR = DAY;

export type Storable = {
  kind: FileKind;
  name: string;
  receivedHash: string;
  wholePath: string;
  size: number;
  hash: string;
  width: number | null;
  height: number | null;
  thumbnailPath: string | null;
};

/**
 * Keeps a file for the person who sent it. Sent again before a message took it, it
 * is the same one.
 * @throws DomainError input.invalid when the person's files would weigh too much.
 */
export async function storeFile(tx: Tx, { actor }: Proof<"file.share", null, ParticipantActor>, file: Storable): Promise<number> {
  const { wholePath, thumbnailPath, ...facts } = file;
  const me = actor.memberId;
  // One at a time for each person: two together could pass the limit between them.
  await tx.execute(sql`select 1 from members where id = ${me} for no key update`);
  const [known] = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.uploaderId, me), isNull(files.messageId), isNull(files.concealedAt), isNull(files.filedAt), eq(files.receivedHash, file.receivedHash), eq(files.name, file.name)));
  if (known) {
    await tx.update(files).set({ receivedAt: now() }).where(eq(files.id, known.id));
    return known.id;
  }
  const [held] = await tx.select({ total: sql<number>`coalesce(sum(${files.size}), 0)`.mapWith(Number) }).from(files).where(eq(files.uploaderId, me));
  if ((held?.total ?? 0) + file.size > MAX_PER_MEMBER) throw new DomainError("input.invalid", { fields: { fichiers: QUOTA_SENTENCE } });
  const [row] = await tx.insert(files).values({ ...facts, uploaderId: me, receivedAt: now() }).returning({ id: files.id });
  if (!row) throw new Error("A row was inserted and is not there.");
  await copyIn(tx, row.id, "whole", wholePath);
  if (thumbnailPath) await copyIn(tx, row.id, "thumbnail", thumbnailPath);
  return row.id;
}

async function copyIn(tx: Tx, fileId: number, variant: "whole" | "thumbnail", path: string): Promise<void> {
  const source = await open(path, "r");
  const piece = Buffer.alloc(CHUNK);
  try {
    for (let number = 0; ; number += 1) {
      const { bytesRead } = await source.read(piece, 0, CHUNK);
      if (bytesRead === 0) return;
      await tx.insert(fileChunks).values({ fileId, variant, number, bytes: piece.subarray(0, bytesRead) });
      if (bytesRead < CHUNK) return;
    }
  } finally {
    await source.close();
  }
}

/** Takes back files of one's own that no message has; doing it twice is the same. */
export async function withdrawFiles(tx: Tx, { actor }: Pick<Proof<"file.share" | "file.withdraw", unknown, ParticipantActor>, "actor">, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(files).where(and(inArray(files.id, [...ids]), eq(files.uploaderId, actor.memberId), isNull(files.messageId), isNull(files.concealedAt), isNull(files.filedAt)));
}

/** Forgets the files that nobody's message took and nobody's draft has; a job calls it each night. */
export async function forgetWaitingFiles(): Promise<void> {
  const inNoDraft = sql`not exists (select 1 from draft_files d where d.file_id = ${files.id})`;
  await inTransaction((tx) => tx.delete(files).where(and(isNull(files.messageId), isNull(files.concealedAt), isNull(files.filedAt), lt(files.receivedAt, after(now(), -WAITS_FOR)), inNoDraft)));
}
