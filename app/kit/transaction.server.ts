import { eq, sql } from "drizzle-orm";
import { db, type Database } from "#db/client.server";
import { auditEntries, idempotencyKeys } from "#db/schema/journal";
import { CHANNEL, type AnnouncedEvent } from "~/realtime/events";
import type { Actor } from "./actor";
import { DomainError } from "./errors";
import { violatedConstraint } from "./faults.server";
import type { Form } from "./form.server";
import { sendJob, type JobName, type JobData } from "./jobs.server";

type DrizzleTx = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** A transaction that also says what it changed. What it says is heard after COMMIT, and never after ROLLBACK. */
export type Tx = DrizzleTx & {
  /** Rings the doorbell of everyone the event concerns. */
  announce(event: AnnouncedEvent): void;
  /** Leaves work to the queue. */
  enqueue<Name extends JobName>(name: Name, data: JobData[Name]): Promise<void>;
  /** Writes who did what, without content. */
  audit(entry: { actor: Actor | null; act: string; subjectId?: number; details?: Record<string, string | number> }): Promise<void>;
};

const notification = (event: AnnouncedEvent) => sql`pg_notify(${CHANNEL}, ${JSON.stringify(event)})`;

function extend(tx: DrizzleTx, announced: AnnouncedEvent[]): Tx {
  return Object.assign(tx, {
    announce: (event: AnnouncedEvent) => void announced.push(event),
    enqueue: <Name extends JobName>(name: Name, data: JobData[Name]) => sendJob(tx, name, data),
    audit: async ({ actor, act, subjectId, details }: Parameters<Tx["audit"]>[0]) => {
      await tx.insert(auditEntries).values({ actorId: actor?.memberId ?? null, act, subjectId: subjectId ?? null, details: details ?? {} });
    },
  });
}

/** The only writer. */
export function inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.transaction(async (drizzleTx) => {
    const announced: AnnouncedEvent[] = [];
    const result = await work(extend(drizzleTx, announced));
    if (announced.length > 0) await drizzleTx.execute(sql`select ${sql.join(announced.map(notification), sql`, `)}`);
    return result;
  });
}

/**
 * Does a form's work once, whatever the number of times it is posted. The work
 * returns where its result can be seen; posted again, the same form gets the
 * same place, and another content under the same key is refused.
 * @throws DomainError key.reused
 */
export async function writeOnce(actor: Actor, form: Form, work: (tx: Tx) => Promise<string>): Promise<string> {
  const key = form.key ?? "";
  const { fingerprint } = form;
  try {
    return await db.transaction(async (drizzleTx) => {
      const announced: AnnouncedEvent[] = [];
      const location = await work(extend(drizzleTx, announced));
      // The key goes in last: a parallel double waits here, is refused, and leaves nothing behind.
      const entry = sql`insert into ${idempotencyKeys} (member_id, key, fingerprint, location) values (${actor.memberId}, ${key}, ${fingerprint}, ${location}) returning 1`;
      await drizzleTx.execute(sql`with kept as (${entry}) select ${sql.join([sql`count(*)`, ...announced.map(notification)], sql`, `)} from kept`);
      return location;
    });
  } catch (error) {
    // A double can also stumble over what the first one made, such as a unique address.
    if (violatedConstraint(error) === undefined && !(error instanceof DomainError)) throw error;
    const done = await findResult(actor, key, fingerprint);
    if (done === null) throw error;
    return done;
  }
}

async function findResult(actor: Actor, key: string, fingerprint: string): Promise<string | null> {
  const [row] = await db
    .select({ fingerprint: idempotencyKeys.fingerprint, location: idempotencyKeys.location })
    .from(idempotencyKeys)
    .where(sql`${eq(idempotencyKeys.memberId, actor.memberId)} and ${eq(idempotencyKeys.key, key)}`);
  if (!row) return null;
  if (row.fingerprint !== fingerprint) throw new DomainError("key.reused");
  return row.location ?? "/";
}
