import { AsyncLocalStorage } from "node:async_hooks";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type Database = PostgresJsDatabase<Record<string, never>>;

/** Where the statements of one request are counted; BEGIN and COMMIT are not. */
export const statementCount = new AsyncLocalStorage<{ statements: number }>();

/** The application's pool; reassigned by openDatabase, so always read it through the import. */
export let db: Database;
let pool: postgres.Sql | undefined;
let generation = 0;

/** The settings every connection of ours shares. Times are in seconds for postgres.js, milliseconds for PostgreSQL. */
export const connectionOptions = {
  connect_timeout: 2,
  backoff: () => 0.5,
  onnotice: () => {},
  connection: {
    application_name: "le-fil",
    statement_timeout: 5_000,
    lock_timeout: 4_000,
    idle_in_transaction_session_timeout: 10_000,
    // What a community writes fits in memory, where a look-up costs what reading in order does: with the default of
    // rotating disks, the planner would rather read a whole table than look up each of thirty rows.
    random_page_cost: 1.1,
  },
} satisfies postgres.Options<Record<string, never>>;

/** Opens the pool as the role with fewer rights. An earlier pool is dropped with whatever waited in it. */
export function openDatabase(url: string, max = 10): void {
  closeDatabase();
  generation += 1;
  pool = postgres(url, { ...connectionOptions, max, idle_timeout: 60 });
  db = drizzle(prepared(pool)) as Database;
}

/** Drops the pool at once: what waited in it is rejected, so that nothing is written after its request was given up. */
export function closeDatabase(): void {
  void pool?.end({ timeout: 0 }).catch(() => {});
  pool = undefined;
}

/** Waits for the running queries, at most `seconds`, then closes the pool. */
export async function drainDatabase(seconds: number): Promise<void> {
  await pool?.end({ timeout: seconds });
  pool = undefined;
}

/**
 * A query built once per pool and prepared by the server, for the busy pages:
 * `const findIt = preparedQuery((db) => db.select()….prepare("find_it"))`.
 */
export function preparedQuery<Query>(build: (database: Database) => Query): () => Query {
  let built: { query: Query; generation: number } | undefined;
  return () => {
    if (built?.generation !== generation) built = { query: build(db), generation };
    return built.query;
  };
}

// drizzle sends everything through `unsafe`, and asks not to prepare what was given no name. A statement that
// is not prepared is read and planned each time, and takes two exchanges instead of one.
function prepared<Sql extends postgres.Sql | postgres.TransactionSql>(sql: Sql): Sql {
  return new Proxy(sql, {
    get(target, property, receiver) {
      if (property === "unsafe") {
        return (query: string, values?: never[], options?: postgres.UnsafeQueryOptions) => {
          const counted = statementCount.getStore();
          if (counted) counted.statements += 1;
          return target.unsafe(query, values, { ...options, prepare: true });
        };
      }
      if (property === "begin" || property === "savepoint") {
        const open = Reflect.get(target, property, receiver) as (...args: unknown[]) => Promise<unknown>;
        return (...args: unknown[]) => {
          const body = args.pop() as (sql: postgres.TransactionSql) => Promise<unknown>;
          return open.call(target, ...args, (inner: postgres.TransactionSql) => body(prepared(inner)));
        };
      }
      return Reflect.get(target, property, receiver) as unknown;
    },
  });
}
