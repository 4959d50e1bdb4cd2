import { spawn } from "node:child_process";
import { readlinkSync } from "node:fs";
import { open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { cleanEnvironment, OWN, run } from "./embedded-account.server";
import { installedBinaries, program } from "./embedded-binaries.server";
import { clusterOf } from "./embedded-cluster.server";
import type { Ground } from "./embedded-ground.server";
import { pidExists } from "./process-lock.server";

const POLL_MS = 5;
const RECOVERY_MS = 10 * 60_000;
const LOG_BYTES = 5_000_000;

export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };
/** `busy`: something else holds the port. `leftovers`: processes of a killed server still hold its memory. */
export type Launch = { outcome: "ready" | "busy" | "leftovers" };

// For 20 to 300 people on a small machine: a fixed modest memory, no helper processes for
// parallel or asynchronous reading, and a log that holds no content of the tables.
const SETTINGS: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "64MB",
  work_mem: "4MB",
  maintenance_work_mem: "64MB",
  effective_cache_size: "256MB",
  min_wal_size: "32MB",
  max_wal_size: "256MB",
  max_parallel_workers_per_gather: "0",
  max_parallel_maintenance_workers: "0",
  max_logical_replication_workers: "0",
  autovacuum_max_workers: "2",
  io_method: "sync",
  jit: "off",
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  // A statement whose client was killed ends at once, and with it its transaction and its locks.
  ...(process.platform !== "win32" && { client_connection_check_interval: "1s" }),
};

/** What postmaster.pid says, if the process it names is a server of this data; undefined otherwise. */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!(await serves(pid, data))) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** Starts the server and waits until it takes connections, as long as it lives: after a crash it first repairs itself. */
export async function launch(ground: Ground, port: number): Promise<Launch> {
  const { data } = clusterOf(ground.place);
  await removeForeignPid(data);
  const logPath = join(ground.place, "server.log");
  if ((await sizeOf(logPath)) > LOG_BYTES) await rename(logPath, `${logPath}.old`);
  const from = await sizeOf(logPath);
  const ended = await start(ground, port, logPath);
  const since = performance.now();
  while (!ended.aborted) {
    if ((await findPostmaster(data))?.ready) return { outcome: "ready" };
    if (performance.now() - since > RECOVERY_MS) throw new Error(`The embedded database is not ready after 10 minutes; see ${logPath}.`);
    await pause(POLL_MS);
  }
  const said = (await readFile(logPath)).subarray(from).toString();
  if (/could not bind|could not create any TCP\/IP sockets/.test(said)) return { outcome: "busy" };
  if (/pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(said)) return { outcome: "leftovers" };
  throw new Error(`The embedded database could not start: ${said.trim().slice(-1_500)}`);
}

/** Asks for a fast shutdown and waits for it; after 15 s it is made immediate, which loses nothing either. */
export async function shutDown(data: string): Promise<void> {
  const found = await findPostmaster(data);
  if (!found) return;
  if (process.platform === "win32") {
    await run(OWN, program(await installedBinaries(), "pg_ctl"), ["stop", "-D", data, "-m", "fast", "-w"]);
    return;
  }
  send(found.pid, "SIGINT");
  if (await endsWithin(found.pid, data, 15_000)) return;
  send(found.pid, "SIGQUIT");
  if (!(await endsWithin(found.pid, data, 5_000))) await killAll(data);
}

/** Ends every process that works in this data folder, for a server that died or no longer answers. Loses no commit. */
export async function killAll(data: string): Promise<void> {
  const master = await findPostmaster(data);
  if (master) send(master.pid, "SIGKILL");
  const processes = await readdir("/proc").catch(() => []);
  for (const pid of processes.map(Number)) if (pid > 0 && workingFolder(pid) === data) send(pid, "SIGKILL");
  await pause(50);
}

/** Starts the program detached from our terminal; the signal is aborted when it ends by itself. */
async function start(ground: Ground, port: number, logPath: string): Promise<AbortSignal> {
  const { data } = clusterOf(ground.place);
  const ended = new AbortController();
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  if (process.platform === "win32") {
    // pg_ctl gives up an administrator's rights, which postgres.exe refuses.
    const options = settings.map((part) => (part === "-c" ? part : `"${part}"`)).join(" ");
    await run(ground.account, program(ground.binaries, "pg_ctl"), ["start", "-W", "-D", data, "-l", logPath, "-o", options]);
    return ended.signal;
  }
  const command = ground.account.command(program(ground.binaries, "postgres"), ["-D", data, ...settings]);
  const log = await open(logPath, "a", 0o600);
  try {
    const child = spawn(command.file, command.args, {
      ...command.identity,
      cwd: ground.place,
      detached: true,
      env: cleanEnvironment(),
      stdio: ["ignore", log.fd, log.fd],
    });
    child.once("exit", () => ended.abort());
    await new Promise<void>((resolve, reject) => child.once("spawn", resolve).once("error", reject));
    child.unref();
  } finally {
    await log.close();
  }
  return ended.signal;
}

/**
 * Whether this process is a server of this data folder. PostgreSQL itself only asks whether
 * the number is in use, and after a restart of the machine it may be anybody's.
 */
async function serves(pid: number, data: string): Promise<boolean> {
  if (!pidExists(pid)) return false;
  if (process.platform === "linux") return workingFolder(pid) === data;
  if (process.platform === "win32") return true;
  return run(OWN, "ps", ["-o", "command=", "-p", String(pid)]).then(
    (line) => line.includes(data),
    () => false,
  );
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

async function removeForeignPid(data: string): Promise<void> {
  const path = join(data, "postmaster.pid");
  const pid = Number((await readFile(path, "utf8").catch(() => "")).split("\n")[0]);
  if (pidExists(pid) && !(await serves(pid, data))) await rm(path, { force: true });
}

async function endsWithin(pid: number, data: string, milliseconds: number): Promise<boolean> {
  const since = performance.now();
  while (await serves(pid, data)) {
    if (performance.now() - since > milliseconds) return false;
    await pause(POLL_MS);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => ({ size: 0 }))).size;
}
