import { setTimeout as pause } from "node:timers/promises";
import { sql, type SQL } from "drizzle-orm";
import type PgBoss from "pg-boss";
import type postgres from "postgres";
import type { Database } from "#db/client.server";
import { log } from "./log.server";

/** Work that can wait, each kind with what it needs. Ids only: a job's row is no place for content. */
export type JobData = {
  "mail.send": { mailId: string };
  /** Tells whoever is concerned by a message; `by` is who caused it, and need not be told. */
  "notification.spread": { messageId: number; cause: "message" | "edit" | "answer" | "announcement"; by?: number };
  /** Tells those whom a survey is for that it has begun, or those who have not answered that it ends soon; one job for all of them. */
  "survey.tell": { surveyId: number; of: "opening" | "closing" | "end" };
  /** Tells those who have the charter to sign: after a version came into force (its number), when a campaign opens (its number), or when the committee reminds them (the reminder). */
  "signing.tell": { cause: "published" | "campaign" | "reminder"; id: number; by: number };
  "summary.queue": Record<string, never>;
  "search.learn": Record<string, never>;
  "document.read": Record<string, never>;
  /** Somebody brought the archive that Meta gave them. */
  "archive.read": { transferId: number };
  /** Archives that could not be read in time are forgotten. */
  "archive.sweep": Record<string, never>;
  /** A seat was held long enough: it goes to the next. */
  "seat.lapse": { meetingId: number };
  /** When, where or who of a meeting changed: those who answered are told, and seats are reckoned again. */
  "meeting.changed": { meetingId: number };
  /** Reminders of meetings, and whatever of theirs a lost job left behind. */
  "meeting.tick": Record<string, never>;
  "night.clean": Record<string, never>;
};
export type JobName = keyof JobData;

/** How often a kind of work is tried again, when it comes by itself (cron, UTC), and how many at most are done together. */
const QUEUES: Record<JobName, { retryLimit: number; retryDelay: number; cron?: string; together?: number }> = {
  "mail.send": { retryLimit: 7, retryDelay: 10 },
  "notification.spread": { retryLimit: 7, retryDelay: 5, together: 50 },
  "survey.tell": { retryLimit: 7, retryDelay: 10 },
  "signing.tell": { retryLimit: 7, retryDelay: 5 },
  "summary.queue": { retryLimit: 0, retryDelay: 0, cron: "*/5 * * * *" },
  "document.read": { retryLimit: 0, retryDelay: 0, cron: "* * * * *" },
  "search.learn": { retryLimit: 0, retryDelay: 0, cron: "23 * * * *" },
  "archive.read": { retryLimit: 3, retryDelay: 5 },
  "archive.sweep": { retryLimit: 0, retryDelay: 0, cron: "41 * * * *" },
  "seat.lapse": { retryLimit: 7, retryDelay: 5 },
  "meeting.changed": { retryLimit: 7, retryDelay: 5 },
  "meeting.tick": { retryLimit: 0, retryDelay: 0, cron: "*/5 * * * *" },
  "night.clean": { retryLimit: 3, retryDelay: 60, cron: "17 7 * * *" },
};
const NAMES = Object.keys(QUEUES) as JobName[];

/** What does the work; where several may be done together, all that waits, or one after the other should that fail. */
export type JobHandlers = { [Name in JobName]: (jobs: readonly [JobData[Name], ...JobData[Name][]], attempt: { last: boolean }) => Promise<void> };
type Handle = (jobs: readonly [object, ...object[]], attempt: { last: boolean }) => Promise<void>;

let boss: PgBoss | undefined;
const workers = new Map<JobName, string>();

// Loaded when it is first needed: the first page does not wait for it.
const bossAt = async (connectionString: string, options: Partial<PgBoss.ConstructorOptions>): Promise<PgBoss> => {
  const { default: Boss } = await import("pg-boss");
  const made = new Boss({ connectionString, application_name: "le-fil-jobs", max: 2, connectionTimeoutMillis: 2_000, ...options } as PgBoss.ConstructorOptions);
  made.on("error", (error) => log.warn({ code: (error as NodeJS.ErrnoException).code }, "job queue"));
  return made;
};

/** Makes the queue's own tables, as the owner; nothing to do where they are there already. */
export async function prepareQueues(ownerUrl: string, owned: postgres.Sql): Promise<void> {
  const [there] = await owned`select to_regclass('pgboss.queue') is not null as made`;
  if (there?.made) {
    const queues = await owned`select name from pgboss.queue`;
    if (NAMES.every((name) => queues.some((row) => row.name === name))) return;
  }
  const owner = await bossAt(ownerUrl, { supervise: false, schedule: false });
  await owner.start();
  for (const name of NAMES) await owner.createQueue(name);
  await owner.stop({ graceful: false });
}

/** Counts the starts and stops: one that is overtaken gives up. */
let turn = 0;
const LONGEST_PAUSE = 15_000;

/**
 * Starts working through the queues as the role with fewer rights, and tries until
 * it is so: a machine that was slow for two seconds must not leave every mail waiting.
 */
export async function startJobs(url: string, handlers: JobHandlers): Promise<void> {
  await stopJobs();
  const mine = (turn += 1);
  for (let wait = 1_000; mine === turn; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    const started = await bossAt(url, { migrate: false });
    try {
      await started.start();
      if (mine !== turn) return await started.stop({ graceful: false });
      boss = started;
      for (const name of NAMES) await work(started, name, handlers[name] as Handle);
      return;
    } catch (error) {
      log.warn({ code: (error as NodeJS.ErrnoException).code }, "the job queue did not start");
      if (boss === started) boss = undefined;
      await started.stop({ graceful: false }).catch(() => {});
      await pause(wait, undefined, { ref: false });
    }
  }
}

async function work(started: PgBoss, name: JobName, handle: Handle): Promise<void> {
  const { retryLimit, cron, together } = QUEUES[name];
  const worker = await started.work<object>(name, { batchSize: together ?? 1, pollingIntervalSeconds: 2, includeMetadata: true }, async ([job, ...others]) => {
    if (!job) return;
    if (together) return await handleTogether(started, name, [job, ...others], handle);
    // The next one may be waiting already: fifty people asking for a code at once do not wait two seconds each.
    wakeJobs(name);
    await handle([job.data], { last: job.retryCount >= retryLimit });
  });
  workers.set(name, worker);
  if (cron) await started.schedule(name, cron);
}

type Job = PgBoss.JobWithMetadata<object>;

/** One that cannot be done must not keep the others from it. */
async function handleTogether(started: PgBoss, name: JobName, jobs: [Job, ...Job[]], handle: Handle): Promise<void> {
  const [{ data }, ...others] = jobs;
  try {
    await handle([data, ...others.map((job) => job.data)], { last: false });
  } catch (error) {
    if (others.length === 0) throw error;
    for (const job of jobs) await handle([job.data], { last: false }).catch((reason: unknown) => started.fail(name, job.id, { name: String((reason as Error).name) }));
  }
}

/** Lets a queue be looked at now rather than at its next turn. */
export function wakeJobs(name: JobName): void {
  const worker = workers.get(name);
  if (worker) boss?.notifyWorker(worker);
}

/** Lets the running jobs finish, then stops. */
export async function stopJobs(): Promise<void> {
  turn += 1;
  const stopping = boss;
  boss = undefined;
  workers.clear();
  await stopping?.stop({ graceful: true, timeout: 8_000 });
}

/** Puts a job in the queue, in the caller's transaction; it waits until `startAfter`, if that is given. */
export async function sendJob<Name extends JobName>(tx: Pick<Database, "_">, name: Name, data: JobData[Name], startAfter?: Date): Promise<void> {
  // The transaction's own connection, as drizzle keeps it: pg-boss asks for plain text and values.
  const { client } = (tx._ as unknown as { session: { client: postgres.TransactionSql } }).session;
  const executeSql = async (text: string, values: unknown[]) => ({
    rows: [...(await client.unsafe(text, values.map(asText) as never[]))],
  });
  const { retryLimit, retryDelay } = QUEUES[name];
  const sender = boss ?? (await bossAt("postgres://nobody@127.0.0.1:1/nothing", { migrate: false }));
  await sender.send(name, data, { retryLimit, retryDelay, retryBackoff: true, ...(startAfter ? { startAfter } : {}), db: { executeSql } });
}

/**
 * The same as a part of a statement of one's own: a job for each row of `from`, whose
 * data is made of the row. It fills what pg-boss fills, as its version in package.json does.
 */
export function jobEntries(name: JobName, data: SQL, from: SQL, startAfter: SQL = sql`now()`): SQL {
  const { retryLimit, retryDelay } = QUEUES[name];
  return sql`insert into pgboss.job (name, data, start_after, keep_until, retry_limit, retry_delay, retry_backoff)
    select ${name}, ${data}::jsonb, ${startAfter}, ${startAfter} + interval '14 days', ${retryLimit}::int, ${retryDelay}::int, true from ${from}`;
}

// drizzle takes over postgres.js's JSON serialiser, so objects arrive here unserialised; options that were not given must be null.
const asText = (value: unknown): unknown => value === undefined ? null : (typeof value === "object" && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value);
