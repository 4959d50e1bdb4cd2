import { eq, sql, type SQL } from "drizzle-orm";
import { db, type Database } from "#db/client.server";
import { auditEntries, idempotencyKeys } from "#db/schema/journal";
import type { AnnouncedEvent } from "~/realtime/events";
import type { Actor } from "./actor";
import { announceCommitted } from "./announcement.server";
import { DomainError } from "./errors";
import { violatedConstraint } from "./faults.server";
import type { Form } from "./form.server";
import { jobEntries, sendJob, type JobName, type JobData } from "./jobs.server";

type DrizzleTx = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** A transaction that also says what it changed. What it says is heard after COMMIT, and never after ROLLBACK. */
export type Tx = DrizzleTx & {
  /** Rings the doorbell of everyone the event concerns. */
  announce(event: AnnouncedEvent): void;
  /** Leaves work to the queue, not before an instant if one is given. */
  enqueue<Name extends JobName>(name: Name, data: JobData[Name], startAfter?: Date): Promise<void>;
  /** Writes who did what, without content. */
  audit(entry: { actor: Actor | null; act: string; subjectId?: number; details?: Record<string, string | number> }): Promise<void>;
};

function extend(tx: DrizzleTx, announced: AnnouncedEvent[]): Tx {
  return Object.assign(tx, {
    announce: (event: AnnouncedEvent) => void announced.push(event),
    enqueue: <Name extends JobName>(name: Name, data: JobData[Name], startAfter?: Date) => sendJob(tx, name, data, startAfter),
    audit: async ({ actor, act, subjectId, details }: Parameters<Tx["audit"]>[0]) => {
      await tx.insert(auditEntries).values({ actorId: actor?.memberId ?? null, act, subjectId: subjectId ?? null, details: details ?? {} });
    },
  });
}

const KEY_ENTRY = sql`insert into idempotency_keys (member_id, key, fingerprint, location)`;

/** The only writer. */
export async function inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const announced: AnnouncedEvent[] = [];
  const result = await db.transaction((drizzleTx) => work(extend(drizzleTx, announced)));
  announceCommitted(announced);
  return result;
}

/**
 * Does a form's work once, whatever the number of times it is posted. The work
 * returns where its result can be seen; posted again, the same form gets the
 * same place, and another content under the same key is refused.
 * @throws DomainError key.reused
 */
export function writeOnce(actor: Actor, form: Form, work: (tx: Tx) => Promise<string>): Promise<string> {
  return orItsResult(actor, form, (announced) =>
    db.transaction(async (drizzleTx) => {
      const location = await work(extend(drizzleTx, announced));
      // The key goes in last: a parallel double waits here, is refused, and leaves nothing behind.
      await drizzleTx.execute(sql`${KEY_ENTRY} values (${actor.memberId}, ${form.key ?? ""}, ${form.fingerprint}, ${location})`);
      return location;
    }),
  );
}

/** What turns one statement into a write that is done once and heard. */
export type Once = {
  run(statement: SQL): Promise<readonly Record<string, unknown>[]>;
  /** Keeps the form's key: a part of the statement, over the row that an earlier part made. */
  key(location: SQL, made: SQL): SQL;
  /** Rings the doorbell of everyone the event concerns, once it is done. */
  announce(event: AnnouncedEvent): void;
  /** Leaves work to the queue: a part of the statement, for each row that an earlier part made. */
  enqueue(name: JobName, data: SQL, made: SQL): SQL;
};

/**
 * The same for work that is one statement, which is a transaction by itself: for the
 * write that matters most, two round trips fewer and a row lock held that much shorter.
 * @throws DomainError key.reused
 */
export const writeOnceAtOnce = (actor: Actor, form: Form, work: (once: Once) => Promise<string>): Promise<string> =>
  orItsResult(actor, form, (announced) =>
    work({
      run: (statement) => db.execute(statement),
      key: (location, made) => sql`${KEY_ENTRY} select ${actor.memberId}, ${form.key ?? ""}, ${form.fingerprint}, ${location} from ${made}`,
      announce: (event) => void announced.push(event),
      enqueue: jobEntries,
    }),
  );

async function orItsResult(actor: Actor, form: Form, work: (announced: AnnouncedEvent[]) => Promise<string>): Promise<string> {
  const announced: AnnouncedEvent[] = [];
  try {
    const location = await work(announced);
    announceCommitted(announced);
    return location;
  } catch (error) {
    // A double can also stumble over what the first one made, such as a unique address.
    if (violatedConstraint(error) === undefined && !(error instanceof DomainError)) throw error;
    const done = await findResult(actor, form.key ?? "", form.fingerprint);
    if (done === null) throw error;
    return done;
  }
}

/** Where an earlier post of the same form led, if one had its effect. */
export const earlierResult = (actor: Actor, form: Form): Promise<string | null> => findResult(actor, form.key ?? "", form.fingerprint);

async function findResult(actor: Actor, key: string, fingerprint: string): Promise<string | null> {
  const [row] = await db
    .select({ fingerprint: idempotencyKeys.fingerprint, location: idempotencyKeys.location })
    .from(idempotencyKeys)
    .where(sql`${eq(idempotencyKeys.memberId, actor.memberId)} and ${eq(idempotencyKeys.key, key)}`);
  if (!row) return null;
  if (row.fingerprint !== fingerprint) throw new DomainError("key.reused");
  return row.location ?? "/";
}
