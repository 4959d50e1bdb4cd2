import { and, eq, sql } from "drizzle-orm";
import { preparedQuery } from "#db/client.server";
import { fileChunks, files, type FILE_VARIANTS } from "#db/schema/file";
import { messages, threads } from "#db/schema/thread";
import type { ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { openTo, reachOf, REACH } from "~/features/thread/sql.server";

export type Variant = (typeof FILE_VARIANTS)[number];

/** Read by whoever reads the message that has it; before one has, by the person who sent it; out of sight, by the committee too; laid with the committee's papers, by the committee alone. */
const readable = sql`case when ${files.filedAt} is not null then ${sql.placeholder("committee")}::boolean
  when ${files.messageId} is null then ${files.uploaderId} = ${sql.placeholder("me")} or (${files.concealedAt} is not null and ${sql.placeholder("committee")}::boolean)
  else threads.id is not null and ${openTo(REACH)} end`;

const readableFile = preparedQuery((database) =>
  database
    .select({ id: files.id, kind: files.kind, name: files.name, size: files.size, hash: files.hash, picture: sql<boolean>`${files.width} is not null` })
    .from(files)
    .leftJoin(messages, eq(messages.id, files.messageId))
    .leftJoin(threads, eq(threads.id, messages.threadId))
    .where(and(eq(files.id, sql.placeholder("id")), readable))
    .prepare("readable_file"),
);

/**
 * A file, where the actor may read it.
 * @throws DomainError thing.absent
 */
export async function findFile(actor: ParticipantActor, id: number) {
  const [row] = await readableFile().execute({ ...reachOf(actor), id });
  if (!row) throw new DomainError("thing.absent");
  return row;
}

const chunkOf = preparedQuery((database) =>
  database
    .select({ bytes: fileChunks.bytes })
    .from(fileChunks)
    .where(and(eq(fileChunks.fileId, sql.placeholder("id")), eq(fileChunks.variant, sql.placeholder("variant")), eq(fileChunks.number, sql.placeholder("number"))))
    .prepare("file_chunk"),
);

/** One piece of a file that `findFile` let through; undefined past its end, or when it was deleted meanwhile. */
export async function readChunk(id: number, variant: Variant, number: number): Promise<Buffer | undefined> {
  const [row] = await chunkOf().execute({ id, variant, number });
  return row?.bytes;
}
