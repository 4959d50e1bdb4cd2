import { and, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.server";
import { files } from "#db/schema/file";
import type { ParticipantActor } from "~/kit/actor";
import type { SharedFile } from "./model";

/** Those of these files that are the actor's and that no message has taken yet, in the order asked for. */
export async function findWaitingFiles(actor: ParticipantActor, ids: readonly number[]): Promise<SharedFile[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: files.id, name: files.name, kind: files.kind, size: files.size, width: files.width, height: files.height, description: files.description })
    .from(files)
    .where(and(inArray(files.id, [...ids]), eq(files.uploaderId, actor.memberId), isNull(files.messageId), isNull(files.concealedAt), isNull(files.filedAt)));
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}
