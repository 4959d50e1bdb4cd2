import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { underMigrationLock, withOwner } from "./owner-connection.server";

export { DatabaseAbsent } from "./owner-connection.server";

type Log = (message: string, fields?: Record<string, unknown>) => void;
type Migration = { file: string; hash: string; when: number };

/** A migration of this version is not in the database and would never get there by itself. */
export class MigrationMissing extends Error {
  override name = "MigrationMissing";
}

/**
 * Brings the database to this version, on a connection of its own and under an
 * advisory lock: of several processes starting together one migrates, the others
 * find it done. All pending migrations are one transaction, so a killed one leaves nothing.
 *
 * `afterMigrate` runs under the same lock on the same connection (which gives
 * timestamps as text: drizzle sets it so). Throws DatabaseAbsent when the server is
 * away, MigrationMissing when the journal and the database disagree.
 */
export async function migrate(options: {
  ownerUrl: string;
  folder: string;
  log: Log;
  afterMigrate?: (sql: postgres.Sql) => Promise<void>;
}): Promise<{ applied: number }> {
  const { ownerUrl, folder, log, afterMigrate } = options;
  const wanted = await readJournal(folder);
  return withOwner(ownerUrl, (sql) =>
    underMigrationLock(sql, async () => {
      const before = await appliedMigrations(sql);
      const pending = wanted.filter((migration) => !before.has(migration.hash));
      // drizzle passes over whatever is not younger than the last one applied, without a word.
      const last = Math.max(0, ...before.values());
      refuse(before.size > 0 ? pending.filter((migration) => migration.when <= last) : []);
      if (pending.length > 0) await applyMigrations(drizzle(sql), { migrationsFolder: folder });

      const after = await appliedMigrations(sql);
      refuse(wanted.filter((migration) => !after.has(migration.hash)));
      const unknown = after.size - wanted.length;
      if (unknown > 0) log("the database has migrations of a newer version", { unknown });
      if (pending.length > 0) log("migrations applied", { files: pending.map(({ file }) => file) });

      await afterMigrate?.(sql);
      return { applied: pending.length };
    }),
  );
}

async function readJournal(folder: string): Promise<Migration[]> {
  const files = readMigrationFiles({ migrationsFolder: folder });
  const journal = JSON.parse(await readFile(join(folder, "meta", "_journal.json"), "utf8")) as { entries: { tag: string }[] };
  return files.map(({ hash, folderMillis }, index) => ({
    file: `${journal.entries[index]?.tag}.sql`,
    hash,
    when: folderMillis,
  }));
}

/** Hash and date of each migration the database knows. */
async function appliedMigrations(sql: postgres.Sql): Promise<Map<string, number>> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as present`;
  if (!table?.present) return new Map();
  const rows = await sql<{ hash: string; created_at: string }[]>`select hash, created_at from drizzle.__drizzle_migrations`;
  return new Map(rows.map((row) => [row.hash, Number(row.created_at)]));
}

function refuse(missing: Migration[]): void {
  if (missing.length === 0) return;
  const files = missing.map(({ file }) => file).join(", ");
  throw new MigrationMissing(
    `The database lacks ${files}, and would skip it for ever: it was merged after a younger migration was applied, ` +
      "or edited after it was applied. Give it a date younger than the last one in migrations/meta/_journal.json, or undo the edit.",
  );
}
