import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded.server";
import { migrate } from "#db/migrate.server";
import { ensureAppRole } from "#db/roles.server";
import { APPEND_ONLY } from "~/kit/ground.server";
import { prepareQueues } from "~/kit/jobs.server";
import { onDatabase } from "./postgres";

const MIGRATIONS = resolve(import.meta.dirname, "../../migrations");
const TEMPLATE = "le_fil_template";

/** One PostgreSQL for all files of the run, with a template database migrated as the application does. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "le-fil-postgres-"));
  const server = await startEmbedded({ directory: join(folder, "postgres"), log: () => {} });
  try {
    const ownerUrl = await makeTemplate(server.ownerUrl);
    let appUrl = ownerUrl;
    await migrate({
      ownerUrl,
      folder: MIGRATIONS,
      log: () => {},
      afterMigrate: async (sql) => {
        await prepareQueues(ownerUrl, sql);
        const made = await ensureAppRole({ ownerUrl, passwordFile: join(folder, "app-password"), appendOnly: APPEND_ONLY });
        if (!made) throw new Error("The tests need a role with fewer rights than the owner's.");
        appUrl = made.appUrl;
      },
    });
    provide("testServer", { maintenanceUrl: server.ownerUrl, appUrl, template: TEMPLATE });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Makes the empty template, and spares the disk: what is thrown away need not survive a power cut. */
async function makeTemplate(maintenanceUrl: string): Promise<string> {
  const sql = postgres(maintenanceUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`alter system set fsync = off`;
    await sql`alter system set full_page_writes = off`;
    await sql`alter system set synchronous_commit = off`;
    await sql`select pg_reload_conf()`;
    await sql`create database ${sql(TEMPLATE)}`;
  } finally {
    await sql.end();
  }
  return onDatabase(maintenanceUrl, TEMPLATE);
}
