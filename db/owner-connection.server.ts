import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";

/** The database cannot be reached, or is not ready yet: worth trying again. */
export class DatabaseAbsent extends Error {
  override name = "DatabaseAbsent";
  /** SQLSTATE connection_exception, for whoever looks at codes. */
  readonly code = "08000";
}

// Any constant will do, as long as every version of the application takes the same one.
const MIGRATION_LOCK = 5_124_306;
const REACH_SECONDS = 4;
/** The database whose lock the running call already holds, maybe on another connection. */
const held = new AsyncLocalStorage<string>();

const ABSENT = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"],
  ...["CONNECT_TIMEOUT", "CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED"],
  ...["57P01", "57P02", "57P03", "53300"],
]);

/** The codes of an error and of everything that caused it (drizzle wraps what the driver throws). */
export function errorCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const code = "code" in error ? String(error.code) : "";
  return [code, ...errorCodes(error.cause)];
}

/** Whether the error says that the server is away, starting or full, rather than that something is wrong. */
export function isAbsence(error: unknown): boolean {
  return error instanceof DatabaseAbsent || errorCodes(error).some((code) => ABSENT.has(code) || code.startsWith("08"));
}

/**
 * One connection of its own as the owner, closed afterwards. An unreachable server,
 * at the start or half-way, becomes a DatabaseAbsent within 4 s or as soon as it is known.
 */
export async function withOwner<T>(ownerUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl, {
    max: 1,
    // A reconnection in the middle would silently give up the advisory lock.
    max_lifetime: null,
    connect_timeout: 3,
    backoff: () => 0.5,
    onnotice: () => {},
    connection: { application_name: "le-fil-owner", statement_timeout: 0 },
  });
  try {
    await within(REACH_SECONDS, sql`select 1`);
    return await work(sql);
  } catch (error) {
    if (!isAbsence(error) || error instanceof DatabaseAbsent) throw error;
    throw new DatabaseAbsent(`The database is away: ${(error as Error).message}`, { cause: error });
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

/**
 * Runs `work` while holding the lock under which the database's shape changes, so
 * that processes starting together take turns. What `work` calls may ask for it again, on any
 * connection to the same database. Fails if another process keeps it for over 10 minutes.
 */
export async function underMigrationLock<T>(sql: postgres.Sql, work: () => Promise<T>): Promise<T> {
  const { host, port, database } = sql.options;
  const name = `${host.join()}:${port.join()}/${database}`;
  if (held.getStore() === name) return work();
  await sql`set lock_timeout = '10min'`;
  const [holder] = await sql<[{ pid: number }]>`select pg_advisory_lock(${MIGRATION_LOCK}), pg_backend_pid() as pid`;
  try {
    await sql`set lock_timeout = '60s'`;
    const result = await held.run(name, work);
    const [now] = await sql<[{ pid: number }]>`select pg_backend_pid() as pid`;
    if (now.pid !== holder.pid) throw new DatabaseAbsent("The connection that held the migration lock was lost.");
    return result;
  } finally {
    await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.catch(() => {});
  }
}

/** Settles like `promise`, or rejects with DatabaseAbsent after `seconds`: some fronts accept and never answer. */
export async function within<T>(seconds: number, promise: PromiseLike<T>): Promise<T> {
  const given = new AbortController();
  const late = pause(seconds * 1_000, undefined, { signal: given.signal, ref: false }).then(
    () => {
      throw new DatabaseAbsent(`The database did not answer within ${seconds} s.`);
    },
    () => new Promise<never>(() => {}),
  );
  try {
    return await Promise.race([promise, late]);
  } finally {
    given.abort();
  }
}
