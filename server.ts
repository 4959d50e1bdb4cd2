import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import compression from "compression";
import express from "express";
import type { ServerBuild } from "@remix-run/node";
import * as remixBuild from "virtual:remix/server-build";
import { BadSettings, readSettings, type Settings } from "~/kit/env.server";
import { Ground } from "~/kit/ground.server";
import { guardOf } from "~/kit/guard.server";
import { identifyRequest, pages } from "~/kit/http/pages.server";
import { securityHeaders } from "~/kit/http/security.server";
import { startJobs, stopJobs } from "~/kit/jobs.server";
import { loadSecret } from "~/kit/secrets.server";
import { log, openLog } from "~/kit/log.server";
import { openHub, type Hub } from "~/realtime/hub.server";
import { jobHandlers } from "~/features/worker.server";
import { announceSetup } from "~/features/community/setup.server";
import { fillDemo } from "~/features/demo/fill.server";

export const build = remixBuild as unknown as ServerBuild;
export { guardOf };

/** The project's folder: this file is bundled, and how deep depends on what the bundler splits. */
const ROOT = [".", "..", "../..", "../../.."].map((up) => resolve(import.meta.dirname, up)).find((folder) => existsSync(resolve(folder, "package.json"))) ?? process.cwd();
const CLIENT = resolve(ROOT, "build/client");

/** Loaders and actions that no wrapper guards: the server refuses to listen with any. */
export function findBareExports(routes: ServerBuild["routes"]): string[] {
  return Object.values(routes).flatMap((route) => {
    const exported = route?.module as { loader?: unknown; action?: unknown } | undefined;
    return (["loader", "action"] as const)
      .filter((name) => exported?.[name] !== undefined && guardOf(exported[name]) === undefined)
      .map((name) => `${route?.id}: ${name}`);
  });
}

export type Running = { url: string; settings: Settings; ground: Ground; stop(): Promise<void> };

/** What `npm run dev` brings: Vite's own middlewares, and the routes as last edited. */
export type Development = { middlewares: express.Handler; loadBuild: () => Promise<ServerBuild> };

/** Starts everything and resolves once it listens; the database may come later. */
export async function start(environment: NodeJS.ProcessEnv = process.env, development?: Development): Promise<Running> {
  const settings = readSettings(environment);
  openLog(settings.logLevel);
  const bare = findBareExports(build.routes);
  if (bare.length > 0) throw new Error(`These are not guarded: ${bare.join(", ")}.`);
  loadSecret(settings.sessionSecret, settings.dataDir);

  let hub: Hub | undefined;
  let firstTime = true;
  const ground = new Ground(settings, resolve(ROOT, "migrations"), async ({ appUrl }) => {
    await hub?.listen(appUrl);
    void startJobs(appUrl, jobHandlers(settings)).catch((error: unknown) => log.warn({ error: String(error) }, "the job queue did not start"));
    if (!firstTime) return;
    firstTime = false;
    if (settings.demo) await fillDemo();
    else await announceSetup(settings);
  });

  const server = createServer(application(settings, ground, () => draining, development));
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  hub = openHub(server, settings, () => ground.state === "ready");
  let draining = false;
  await listen(server, settings);

  const stop = async () => {
    draining = true;
    hub?.close();
    server.closeIdleConnections();
    await Promise.race([new Promise((closed) => server.close(closed)), new Promise((late) => setTimeout(late, 12_000).unref())]);
    server.closeAllConnections();
    await stopJobs();
    await ground.close();
  };
  try {
    await ground.open();
  } catch (error) {
    await stop();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return { url: settings.origin, settings: { ...settings, port }, ground, stop };
}

function application(settings: Settings, ground: Ground, isDraining: () => boolean, development?: Development): express.Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.use(identifyRequest);
  // Vite's hot reloading needs inline scripts and a socket of its own, which the policy refuses.
  if (development) app.use(development.middlewares);
  else app.use(securityHeaders(settings, (response) => (response as express.Response).locals.nonce as string));
  app.get("/sante/vivant", (_request, response) => void response.set("Cache-Control", "no-store").type("text").send("vivant\n"));
  app.get("/sante/pret", (_request, response) => {
    const ready = ground.state === "ready" && !isDraining();
    response.status(ready ? 200 : 503).set("Cache-Control", "no-store").type("text").send(ready ? "prêt\n" : "pas encore\n");
  });
  app.use("/assets", express.static(resolve(CLIENT, "assets"), { immutable: true, maxAge: "1y", fallthrough: false, index: false }));
  app.use(express.static(CLIENT, { maxAge: "1h", index: false, dotfiles: "allow" }));
  app.use(compression({ level: 1, threshold: 1_024 }));
  app.use(pages({ settings, ground, build: development?.loadBuild ?? build, stylesheet: stylesheetOf(build), countStatements: process.env.LEFIL_COUNT_STATEMENTS === "1" }));
  return app;
}

const stylesheetOf = (built: ServerBuild): string | undefined => {
  const root = built.routes.root?.module as { stylesheet?: string } | undefined;
  return root?.stylesheet;
};

function listen(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolved, rejected) => {
    server.once("error", rejected);
    server.listen(port, host, () => resolved());
  });
}

/** Starts, and stops in order on SIGTERM or SIGINT: readiness first, then sockets, then requests. */
export async function main(): Promise<void> {
  try {
    const running = await start();
    process.stdout.write(`Le Fil est à ${running.url}\n`);
    const leave = () => {
      void running.stop().then(() => process.exit(0), () => process.exit(1));
      setTimeout(() => process.exit(1), 24_000).unref();
    };
    process.once("SIGTERM", leave);
    process.once("SIGINT", leave);
  } catch (error) {
    process.stderr.write(`${error instanceof BadSettings ? error.message : `Le Fil could not start: ${String(error)}`}\n`);
    process.exit(1);
  }
  process.on("unhandledRejection", (reason) => log.error({ reason: String(reason).slice(0, 200) }, "unhandled rejection"));
  process.on("uncaughtException", (error) => log.error({ stack: error.stack?.split("\n").slice(1, 8) }, "uncaught exception"));
}
