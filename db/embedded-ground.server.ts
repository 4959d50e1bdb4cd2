import { randomBytes } from "node:crypto";
import { chmod, chown, cp, mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Account, OWN, candidates, canWrite, run, unprivileged } from "./embedded-account.server";
import { type Binaries, complete, copyBinaries, installedBinaries, program } from "./embedded-binaries.server";

type Log = (message: string, fields?: Record<string, unknown>) => void;
/** As whom, with what and where the server runs. `place` holds the folder cluster. */
export type Ground = { readonly account: Account; readonly binaries: Binaries; readonly place: string };

// Only used by root, when the folder asked for cannot be entered by an account PostgreSQL accepts.
const COMMON_PLACE = "/var/lib/lefil";

/** Where the data of this folder is: in it, unless it was put elsewhere and the file « place » says so. */
export async function placeOf(directory: string): Promise<string> {
  const recorded = await readFile(join(directory, "place"), "utf8").catch(() => "");
  return recorded.trim() || directory;
}

/** Finds an account that PostgreSQL accepts and that can write in the folder, moving the data when there is none. */
export async function chooseGround(directory: string, log: Log): Promise<Ground> {
  const installed = await installedBinaries();
  const recorded = await placeOf(directory);
  if (recorded !== directory) {
    if (process.getuid?.() !== 0) throw new Error(`The data of ${directory} is kept in ${recorded}, which only root may use: start as root.`);
    const account = unprivileged();
    await giveTo(account, join(recorded, "cluster"));
    log("the embedded database is kept elsewhere", { place: recorded });
    return { account, place: recorded, binaries: await runnable(account, installed, COMMON_PLACE) };
  }
  const owner = await stat(join(directory, "cluster")).catch(() => undefined);
  for (const account of candidates(owner)) {
    if (account.owner) await chown(directory, account.owner.uid, account.owner.gid);
    if (!(await canWrite(account, directory))) continue;
    await giveTo(account, join(directory, "cluster"));
    const spare = process.getuid?.() === 0 ? COMMON_PLACE : directory;
    return { account, place: directory, binaries: await runnable(account, installed, spare) };
  }
  if (process.getuid?.() !== 0) {
    throw new Error("The account that starts the application has no name in /etc/passwd, which PostgreSQL requires. Add it, or set DATABASE_URL.");
  }
  await chown(directory, 0, 0);
  const account = unprivileged();
  const binaries = await runnable(account, installed, COMMON_PLACE);
  return { account, binaries, place: await moveElsewhere(directory, account, log) };
}

async function moveElsewhere(directory: string, account: Account, log: Log): Promise<string> {
  const wished = join(COMMON_PLACE, `${basename(dirname(directory))}-${randomBytes(6).toString("hex")}`);
  await openFolder(wished);
  const place = await realpath(wished);
  const cluster = join(directory, "cluster");
  const present = await stat(cluster).catch(() => undefined);
  if (present) {
    await cp(cluster, join(place, "cluster"), { recursive: true, verbatimSymlinks: true });
    await chmod(join(place, "cluster"), 0o700);
    await giveTo(account, join(place, "cluster"));
  }
  const draft = join(directory, "place.draft");
  await writeFile(draft, `${place}\n`, { flush: true });
  await rename(draft, join(directory, "place"));
  if (present) await rename(cluster, `${cluster}.moved`);
  log("PostgreSQL cannot run as root in this folder: the embedded database is kept elsewhere", { folder: directory, place, account: account.name });
  return place;
}

/** The installed binaries if the account can run them, otherwise a copy that it can. */
async function runnable(account: Account, installed: Binaries, spare: string): Promise<Binaries> {
  try {
    await complete(installed);
    await run(account, program(installed, "postgres"), ["--version"]);
    return installed;
  } catch {
    if (spare === COMMON_PLACE) await openFolder(spare);
    const copy = await copyBinaries(installed, spare);
    await run(account, program(copy, "postgres"), ["--version"]).catch((cause: Error) => {
      throw new Error(`The embedded PostgreSQL cannot run here (${cause.message}). Give a PostgreSQL server with DATABASE_URL.`, { cause });
    });
    return copy;
  }
}

async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(COMMON_PLACE, 0o755);
  await chmod(folder, 0o755);
}

/** Makes the account the owner of a tree that belongs to another one (a folder copied back as root, say). */
async function giveTo(account: Account, tree: string): Promise<void> {
  const found = await stat(tree).catch(() => undefined);
  if (!found || !account.owner || found.uid === account.owner.uid) return;
  await run(OWN, "chown", ["-R", `${account.owner.uid}:${account.owner.gid}`, tree]);
}

/** Removes what an interrupted start left beside the data. */
export async function discard(paths: string[]): Promise<void> {
  for (const path of paths) await rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
}
