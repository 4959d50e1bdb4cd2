import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";

export type Served = { child: ChildProcess; pid: number; port: number; url: string; stop(): Promise<void> };

export const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Starts a Node process that serves HTTP on a free port, and waits until `path` answers below 500. */
export async function serve(argv: string[], environment: Record<string, string>, path: string): Promise<Served> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, argv, {
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), APP_ORIGIN: url, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const pid = child.pid ?? 0;
  const end = performance.now() + 60_000;
  for (;;) {
    const status = await fetch(`http://127.0.0.1:${port}${path}`).then((answer) => answer.status, () => 599);
    if (status < 500) break;
    if (performance.now() > end || child.exitCode !== null) throw new Error(`${argv.join(" ")} did not come up (${status}).`);
    await sleep(10);
  }
  return {
    child,
    pid,
    port,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

/** Resident memory of a process, in megabytes (Linux). */
export const residentMb = (pid: number): number => {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return line ? Number(line[1]) / 1024 : Number.NaN;
};

/** Watches the largest resident memory until told to stop; returns it in megabytes. */
export function watchMemory(pid: number): () => number {
  let largest = 0;
  const timer = setInterval(() => (largest = Math.max(largest, residentMb(pid))), 100);
  return () => {
    clearInterval(timer);
    return largest;
  };
}
