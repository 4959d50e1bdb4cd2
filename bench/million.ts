/**
 * npm run bench -- --million: search over a million messages, on one connection, beside a bare indexed statement.
 * `--rows=100000` takes fewer, and `--at=FOLDER` keeps the rows there, so that the statement can be tuned on them.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startEmbedded } from "#db/embedded.server";
import { build } from "../scripts/build.mjs";
import { SECRET } from "./load";
import { seedMessages } from "./million-rows";
import { serve } from "./processes";
import { figure, pass, table, title } from "./report";
import { measureSearch, p95 } from "./search";

const valueOf = (asked: readonly string[], name: string): string | undefined => asked.find((one) => one.startsWith(`--${name}=`))?.split("=")[1];

export async function million(asked: readonly string[]): Promise<void> {
  const rows = Number(valueOf(asked, "rows") ?? 1_000_000);
  const kept = valueOf(asked, "at");
  const folder = kept ?? mkdtempSync(join(tmpdir(), "le-fil-million-"));
  const filled = existsSync(join(folder, "postgres"));
  const database = await startEmbedded({ directory: join(folder, "postgres"), log: () => {} });
  try {
    if (!filled) {
      build();
      await (await serve([resolve("scripts/serve.mjs")], { DATABASE_URL: database.ownerUrl, DATA_DIR: folder, SESSION_SECRET: SECRET, LOG_LEVEL: "error" }, "/sante/pret")).stop();
      const begun = performance.now();
      await seedMessages(database.ownerUrl, rows);
      process.stdout.write(`\n${rows} messages written in ${figure((performance.now() - begun) / 60_000, 1)} minutes\n`);
    }
    title("Search, one connection");
    const { rows: measured, ours, bare } = await measureSearch(database.ownerUrl);
    process.stdout.write("\n");
    table(["question", "kind", "found", "ours ms", "p95", "bare ms", "p95", "ratio", "whole page ms"],
      measured.map((row) => [row.question, row.kind, row.found, figure(row.ours, 1), figure(row.oursP95, 1), figure(row.bare, 1), figure(row.bareP95, 1), figure(row.bare / row.ours), figure(row.page, 1)]));
    pass("p95 of all, of the bare statement's", p95([...bare.common, ...bare.rare]) / p95([...ours.common, ...ours.rare]), ">=", 0.5);
    pass("common words, of rare ones (p95)", p95(ours.common) / p95(ours.rare), "<=", 3);
  } finally {
    await database.stop();
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
}
