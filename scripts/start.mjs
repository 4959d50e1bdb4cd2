// Starts Le Fil, built first where something changed. --demo: an invented community in a throw-away folder.
import "./lean.mjs";
import { mkdtempSync, rmSync } from "node:fs";
import module from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";

process.env.NODE_ENV = "production";
if (process.argv.includes("--demo")) {
  const folder = mkdtempSync(join(tmpdir(), "le-fil-demo-"));
  process.env.DATA_DIR = folder;
  process.env.LEFIL_DEMO = "1";
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
}
build();
// From Node 22 on, what was compiled once is kept for the next start.
module.enableCompileCache?.(join(import.meta.dirname, "../build/compiled"));
const { main } = await import("../build/server/server.js");
await main();
