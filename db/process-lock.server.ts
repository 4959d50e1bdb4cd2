import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

const WAIT_MS = 15;
const PATIENCE_MS = 10 * 60_000;

/** This process, told apart from a later one that is given the same number. */
export function thisProcess(): string {
  return `${process.pid}.${birth(process.pid)}`;
}

/** Whether the process named by `thisProcess()` still lives. */
export function isAlive(name: string): boolean {
  const [pid = 0, born] = name.split(".").map(Number);
  return pidExists(pid) && birth(pid) === born;
}

/** Whether any process has this number, one that ended but was not yet collected included. */
export function pidExists(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Runs `work` while holding the file `path`. A holder that died loses it, so nothing
 * is left to clean by hand. Fails when a living process keeps it for over 10 minutes.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const ticket = `${thisProcess()} ${randomUUID()}`;
  const since = performance.now();
  while (!(await createdAlone(path, ticket))) {
    const holder = await readFile(path, "utf8").catch(() => "");
    // An empty file is being written, unless its writer died just then.
    if (holder === "" ? await olderThan(path, 5_000) : !isAlive(holder.split(" ")[0] ?? "")) await breakLock(path, holder);
    else await pause(WAIT_MS);
    if (performance.now() - since > PATIENCE_MS) throw new Error(`${path} is held by process ${holder}.`);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

// Two processes may find the same dead holder: only the one that breaks removes the file,
// after reading it again, or the slower would remove the quicker one's new lock.
async function breakLock(path: string, holder: string): Promise<void> {
  const breaking = `${path}.breaking`;
  if (!(await createdAlone(breaking, thisProcess()))) {
    if (await olderThan(breaking, 10_000)) await rm(breaking, { force: true });
    return pause(WAIT_MS);
  }
  const now = await readFile(path, "utf8").catch(() => undefined);
  if (now === holder) await rm(path, { force: true });
  await rm(breaking, { force: true });
}

async function createdAlone(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function olderThan(path: string, milliseconds: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > milliseconds;
}

/**
 * Clock ticks between the machine's start and the process's (field 22 of proc(5) stat);
 * 0 where there is no /proc, NaN for a process that ended and was not yet collected.
 */
function birth(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? NaN : Number(fields[19]);
  } catch {
    return 0;
  }
}
