// Builds the browser's and the server's bundles, unless nothing changed since the last time.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const ROOT = resolve(import.meta.dirname, "..");
const SOURCES = ["app", "db", "public", "server.ts", "vite.config.ts", "remix.config.js", "tsconfig.json", "package.json", "package-lock.json"];
const STAMP = join(ROOT, "build", "stamp");

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
  else if (!/\.test\.tsx?$/.test(path)) yield path;
}

function fingerprint() {
  const hash = createHash("sha256").update(process.version);
  for (const source of SOURCES) for (const file of filesUnder(join(ROOT, source))) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest("hex");
}

/** Files that never change are compressed once and well, here. */
function compressAssets(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    const plain = readFileSync(join(folder, name));
    const short = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } });
    if (short.length < plain.length) writeFileSync(join(folder, `${name}.br`), short);
  }
}

/** Returns whether it had to build. */
export function build() {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return false;
  process.stdout.write("Building…\n");
  const remix = join(ROOT, "node_modules/@remix-run/dev/dist/cli.js");
  const done = spawnSync(process.execPath, [remix, "vite:build", "--logLevel", "warn"], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
  compressAssets(join(ROOT, "build/client/assets"));
  writeFileSync(STAMP, wanted);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) build();
