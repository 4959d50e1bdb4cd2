import { randomInt } from "node:crypto";
import { mkdir, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { clusterOf, ensureCluster, OWNER, ownerPassword } from "./embedded-cluster.server";
import { chooseGround, discard, type Ground, placeOf } from "./embedded-ground.server";
import { findPostmaster, killAll, launch, shutDown } from "./embedded-process.server";
import { DatabaseAbsent, errorCodes, within } from "./owner-connection.server";
import { isAlive, thisProcess, withFileLock } from "./process-lock.server";

export type Log = (message: string, fields?: Record<string, unknown>) => void;

export type EmbeddedDatabase = {
  /**
   * Connection URL of the owning role (superuser of this private server), on 127.0.0.1.
   * Read it again after `ensureRunning`: the port changes if another program took it.
   */
  readonly ownerUrl: string;
  /** Starts it again if it is not answering (killed, crashed). Concurrent calls share one attempt. */
  ensureRunning(): Promise<void>;
  /** Fast shutdown, waits for it; another living process that uses the same folder keeps the server running. */
  stop(): Promise<void>;
};

type Answer = "ours" | "starting" | "refused" | "silent" | "stranger";

const DATABASE = "lefil";
const HUNG_MS = 10_000;
let instances = 0;

/**
 * Runs the PostgreSQL that npm installed on the data in `directory`, making both at the
 * first start. A server left by a killed process is adopted. Throws a sentence where
 * PostgreSQL cannot run at all.
 */
export async function startEmbedded(options: { directory: string; log: Log }): Promise<EmbeddedDatabase> {
  const { log } = options;
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  // PostgreSQL names its folder without symbolic links, and is recognised by it.
  const directory = await realpath(resolve(options.directory));
  const user = join(directory, "users", `${thisProcess()}.${(instances += 1)}`);
  let ground: Ground | undefined;
  let ownerUrl = "";
  let attempt: Promise<void> | undefined;
  let stopped = false;

  const locked = <T>(work: () => Promise<T>) => withFileLock(join(directory, "lock"), work);

  async function bringUp(): Promise<void> {
    const began = performance.now();
    await mkdir(join(directory, "users"), { recursive: true, mode: 0o700 });
    await writeFile(user, "");
    const adopted = await adopt(await placeOf(directory), log);
    if (adopted) {
      if (ownerUrl !== adopted) log("embedded database adopted", { directory });
      ownerUrl = adopted;
      return;
    }
    ground ??= await chooseGround(directory, log);
    const { made } = await ensureCluster(ground);
    ownerUrl = await startServer(ground);
    const ms = Math.round(performance.now() - began);
    log("embedded database started", { place: ground.place, account: ground.account.name, made, ms });
  }

  async function ensureRunning(): Promise<void> {
    if (stopped) throw new Error("The embedded database was stopped.");
    const data = clusterOf(await placeOf(directory)).data;
    if ((await ask(ownerUrl, data)) !== "ours") await locked(bringUp);
  }

  await locked(bringUp);
  return {
    get ownerUrl() {
      return ownerUrl;
    },
    ensureRunning() {
      attempt ??= ensureRunning().finally(() => (attempt = undefined));
      return attempt;
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      await attempt?.catch(() => {});
      await locked(async () => {
        await rm(user, { force: true });
        if (await hasOtherUsers(directory)) return;
        await shutDown(clusterOf(await placeOf(directory)).data);
        log("embedded database stopped", { directory });
      });
    },
  };
}

/** The address of a server that already runs on this data; one that no longer answers is ended. */
async function adopt(place: string, log: Log): Promise<string | undefined> {
  const { data } = clusterOf(place);
  let mute = performance.now();
  for (;;) {
    const found = await findPostmaster(data);
    if (!found) return undefined;
    const password = await ownerPassword(place);
    const url = address(password, found.port);
    const answer = await ask(url, data);
    if (answer === "ours") {
      await ensureDatabase(url, address(password, found.port, "postgres"));
      return url;
    }
    if (answer === "stranger") throw new Error(`The database running in ${data} refuses the password kept beside it.`);
    if (answer === "starting") mute = performance.now();
    if (performance.now() - mute > HUNG_MS) {
      log("the embedded database does not answer: ending it", { pid: found.pid });
      await killAll(data);
    }
    await pause(20);
  }
}

async function startServer(ground: Ground): Promise<string> {
  const { data } = clusterOf(ground.place);
  const portFile = join(ground.place, "port");
  const password = await ownerPassword(ground.place);
  let port = Number(await readFile(portFile, "utf8").catch(() => "0"));
  for (let tries = 1; tries <= 20; tries += 1) {
    if (!(await isFree(port))) port = await choosePort();
    await writeFile(portFile, String(port));
    const { outcome } = await launch(ground, port);
    if (outcome === "ready") {
      const url = address(password, port);
      await ensureDatabase(url, address(password, port, "postgres"));
      return url;
    }
    if (outcome === "leftovers") await killAll(data);
    else port = 0;
  }
  throw new Error(`The embedded database in ${ground.place} could not start; see server.log beside it.`);
}

function address(password: string, port: number, database = DATABASE): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

async function ensureDatabase(url: string, maintenanceUrl: string): Promise<void> {
  try {
    await oneQuery(url, (sql) => sql`select 1`);
  } catch (error) {
    if (!errorCodes(error).includes("3D000")) throw error;
    await oneQuery(maintenanceUrl, (sql) => sql`create database ${sql(DATABASE)}`);
  }
}

/** Who answers at this address: the port may belong to another program by now. */
async function ask(url: string, data: string): Promise<Answer> {
  try {
    const [row] = await oneQuery(url, (sql) => sql`select current_setting('data_directory') as data`);
    return row?.data === data ? "ours" : "stranger";
  } catch (error) {
    const codes = errorCodes(error);
    if (codes.includes("57P03")) return "starting";
    if (codes.includes("3D000") || codes.includes("53300")) return "ours";
    if (codes.some((code) => code.startsWith("28"))) return "stranger";
    return error instanceof DatabaseAbsent ? "silent" : "refused";
  }
}

async function oneQuery<T>(url: string, query: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, fetch_types: false, onnotice: () => {}, backoff: () => 0.5 });
  try {
    return await within(3, query(sql));
  } finally {
    await sql.end({ timeout: 0 }).catch(() => {});
  }
}

/** Below the range from which systems take the ports of outgoing connections. */
async function choosePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  if (!(port > 0)) return Promise.resolve(false);
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => done(true)));
  });
}

async function hasOtherUsers(directory: string): Promise<boolean> {
  const users = await readdir(join(directory, "users"));
  const [living, dead] = [users.filter(isAlive), users.filter((name) => !isAlive(name))];
  await discard(dead.map((name) => join(directory, "users", name)));
  return living.length > 0;
}
