import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { now } from "~/kit/clock.server";
import { log } from "~/kit/log.server";
import { inTransaction } from "~/kit/transaction.server";

/** A document that takes longer than this to read is found by its name alone. Milliseconds. */
const LONGEST = 20_000;
/** Megabytes of memory for one document. */
const MOST_MEMORY = 192;
/** So many documents a turn: reading takes turns with everything else. */
const A_TURN = 10;

/** What a document says; empty when it cannot be read within the limits. */
export function readText(kind: "pdf" | "docx", bytes: Buffer): Promise<string> {
  return new Promise((done) => {
    const worker = new Worker(resolve("scripts/read-document.mjs"), { workerData: { kind, bytes }, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY }, stdout: true, stderr: true });
    const end = (text: string) => {
      clearTimeout(late);
      done(text);
      void worker.terminate();
    };
    const late = setTimeout(() => end(""), LONGEST);
    worker.once("message", (text: unknown) => end(typeof text === "string" ? text : ""));
    worker.once("error", () => end(""));
    worker.once("exit", () => end(""));
  });
}

type Waiting = { id: number; kind: "pdf" | "docx" };

/** Each minute: reads the documents that were shared since, so that search knows what they say. One that was taken back meanwhile leaves nothing. */
export async function readSharedDocuments(): Promise<void> {
  const waiting = (await db.execute(sql`
    select f.id::int as id, f.kind from files f join messages m on m.id = f.message_id and m.deleted_at is null
    where f.kind in ('pdf', 'docx') and not exists (select 1 from file_texts t where t.file_id = f.id) order by f.id desc limit ${A_TURN}`)) as unknown as Waiting[];
  for (const { id, kind } of waiting) {
    const pieces = (await db.execute(sql`select bytes from file_chunks where file_id = ${id} and variant = 'whole' order by number`)) as unknown as { bytes: Buffer }[];
    const body = await readText(kind, Buffer.concat(pieces.map(({ bytes }) => bytes)));
    if (body === "") log.info({ file: id }, "a document without a text");
    await inTransaction((tx) =>
      tx.execute(sql`insert into file_texts (file_id, body, read_at) select f.id, ${body}, ${now().toISOString()}::timestamptz from files f where f.id = ${id} and f.message_id is not null on conflict do nothing`),
    );
  }
}
