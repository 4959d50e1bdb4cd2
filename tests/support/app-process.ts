import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

export const SECRET = "a secret for tests alone, long enough to be one";

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

/** Waits until a condition holds, looking every 25 ms. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, within = 20_000): Promise<void> {
  const end = performance.now() + within;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited ${within} ms for ${what}.`);
    await pause(25);
  }
}

export type AppProcess = {
  readonly child: ChildProcess;
  readonly port: number;
  readonly origin: string;
  readonly dataDir: string;
  /** What it wrote so far, both streams. */
  output(): string;
  /** Status of a GET, or 0 when nobody answers. */
  status(path: string): Promise<number>;
  ready(within?: number): Promise<void>;
  /** Resolves with the exit code, or the signal's name. */
  exited: Promise<number | string>;
  stop(): Promise<void>;
};

export type AppOptions = { environment?: Record<string, string>; port?: number; dataDir?: string; /** serve.mjs builds nothing; start.mjs is what npm start runs. */ script?: "serve.mjs" | "start.mjs" };

/** The built application as its own process, as people run it, in a folder that is thrown away unless one is given. */
export async function startApp({ environment = {}, port, dataDir, script = "serve.mjs" }: AppOptions = {}): Promise<AppProcess> {
  const listening = port ?? (await freePort());
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "le-fil-test-"));
  const origin = `http://localhost:${listening}`;
  const child = spawn(process.execPath, [join(ROOT, "scripts", script)], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", PORT: String(listening), APP_ORIGIN: origin, DATA_DIR: folder, SESSION_SECRET: SECRET, LOG_LEVEL: "warn", NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  child.stdout.on("data", (chunk: Buffer) => (written += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (written += chunk.toString()));
  const exited = new Promise<number | string>((done) => child.once("exit", (code, signal) => done(code ?? signal ?? "gone")));
  const status = (path: string) => fetch(origin + path, { redirect: "manual" }).then((answer) => answer.body?.cancel().then(() => answer.status) ?? answer.status, () => 0);
  return {
    child,
    port: listening,
    origin,
    dataDir: folder,
    output: () => written,
    status,
    exited,
    ready: (within = 30_000) => until(`the application to be ready (it wrote: ${written.slice(-400)})`, async () => (await status("/sante/pret")) === 200, within),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await exited;
      if (!dataDir) rmSync(folder, { recursive: true, force: true });
    },
  };
}
