import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

/** What the run's setup hands to its test files. */
export type TestServer = { maintenanceUrl: string; appUrl: string; template: string };

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

export type TestDatabase = {
  /** As the role that owns and migrates. */
  ownerUrl: string;
  /** As the role with fewer rights that the application runs as. */
  appUrl: string;
  /** Drops it, whoever is still connected. */
  drop(): Promise<void>;
};

/**
 * A migrated, empty database for one test file, copied from the run's template.
 * It does not survive a power cut: tests of crashes start a server of their own.
 */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { maintenanceUrl, appUrl, template } = inject("testServer");
  const name = `le_fil_test_${randomBytes(6).toString("hex")}`;
  await withServer(maintenanceUrl, async (sql) => void (await sql`create database ${sql(name)} template ${sql(template)}`));
  return {
    ownerUrl: onDatabase(maintenanceUrl, name),
    appUrl: onDatabase(appUrl, name),
    drop: () => withServer(maintenanceUrl, async (sql) => void (await sql`drop database if exists ${sql(name)} with (force)`)),
  };
}

/** The same server and role, another database. */
export function onDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function withServer(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
