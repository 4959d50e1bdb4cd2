import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { files } from "#db/schema/file";
import type { ParticipantActor } from "~/kit/actor";
import type { SharedFile } from "./model";

/** A file that a form may carry; one that its message has already needs no consent asked again. */
export type HeldFile = SharedFile & { attached: boolean };

/** Those of these files that are the actor's and that no message has taken yet, save the one that is worded anew, in the order asked for. */
export async function findHeldFiles(actor: ParticipantActor, ids: readonly number[], messageId: number | null = null): Promise<HeldFile[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ attached: sql<boolean>`${files.messageId} is not null`, id: files.id, name: files.name, kind: files.kind, size: files.size, width: files.width, height: files.height, description: files.description })
    .from(files)
    .where(and(inArray(files.id, [...ids]), eq(files.uploaderId, actor.memberId), sql`(${files.messageId} is null or ${files.messageId} = ${messageId}::bigint)`, isNull(files.concealedAt), isNull(files.filedAt)));
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}
