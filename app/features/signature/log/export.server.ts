import { asc, eq, gt, sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { charterVersions } from "#db/schema/charter";
import { charterLog } from "#db/schema/signature";
import { now } from "~/kit/clock.server";
import { dispositionOf } from "~/features/document/model";
import { mayFollowUp } from "../policy";
import type { MemberActor } from "~/kit/actor";
import { lineOf, type LogBody } from "./entries";

/** Entries that are read at a time. */
const AT_A_TIME = 200;

/**
 * The whole log as JSON lines: each text before the entry that publishes it, each entry as
 * it was written. What is read is handed on as it comes, so that no length is too much.
 */
export async function* logLines(): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const entries = await db.select({ number: charterLog.number, event: charterLog.event, version: charterLog.version, body: charterLog.body, previous: charterLog.previous, hash: charterLog.hash })
      .from(charterLog).where(gt(charterLog.number, after)).orderBy(asc(charterLog.number)).limit(AT_A_TIME);
    for (const { number, event, version, body, previous, hash } of entries) {
      if (event === "published") yield* textLine(version);
      yield lineOf({ body: JSON.parse(body) as LogBody, previous, hash });
      after = number;
    }
    if (entries.length < AT_A_TIME) return;
  }
}

async function* textLine(version: number): AsyncGenerator<string> {
  const [text] = await db.select({ text: sql<string>`coalesce(${charterVersions.canonicalText}, '')`, sha256: sql<string>`coalesce(${charterVersions.sha256}, '')` }).from(charterVersions).where(eq(charterVersions.number, version));
  if (text) yield lineOf({ version, sha256: text.sha256, text: text.text });
}

/** The same as a file, for the committee. */
export function sendLog(actor: MemberActor): Response {
  mayFollowUp(actor);
  const lines = logLines();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${value}\n`));
    },
  });
  const name = `Journal de la Charte, ${now().toISOString().slice(0, 10)}.jsonl`;
  return new Response(body, { headers: { "Content-Type": "application/jsonl; charset=utf-8", "Content-Disposition": dispositionOf(name, false), "Cache-Control": "private, no-store" } });
}
