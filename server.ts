import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import express from "express";
import type { ServerBuild } from "@remix-run/node";
import * as remixBuild from "virtual:remix/server-build";
import { readSettings, whyNotStarted, type Settings } from "~/kit/env.server";
import { Ground } from "~/kit/ground.server";
import { guardOf } from "~/kit/guard.server";
import { standInFront } from "~/kit/http/front.server";
import { faults, pages } from "~/kit/http/pages.server";
import { hashedFiles, namedFiles } from "~/kit/http/static-files.server";
import { securityHeaders } from "~/kit/http/security.server";
import { startJobs, stopJobs } from "~/kit/jobs.server";
import { loadSecret } from "~/kit/secrets.server";
import { log, openLog } from "~/kit/log.server";
import { openHub, type Hub } from "~/realtime/hub.server";
import { jobHandlers } from "~/features/worker.server";
import { announceSetup } from "~/features/community/setup.server";
import { fillDemo } from "~/features/demo/fill.server";
import { takeMailOnce } from "~/features/mail-in.server";

export const build = remixBuild as unknown as ServerBuild;
export { guardOf, takeMailOnce };

/** The project's folder: this file is bundled, and how deep depends on what the bundler splits. */
const ROOT = [".", "..", "../..", "../../.."].map((up) => resolve(import.meta.dirname, up)).find((folder) => existsSync(resolve(folder, "package.json"))) ?? process.cwd();
const CLIENT = resolve(ROOT, "build/client");

/** How long a request may take to arrive, files included (forms without any have a minute); milliseconds. Host decides nothing here, so its absence is no fault. */
const HTTP = { headersTimeout: 10_000, requestTimeout: 300_000, connectionsCheckingInterval: 2_000, keepAliveTimeout: 65_000, requireHostHeader: false };
/** Between being no longer ready and taking no more connections; milliseconds. */
const LEAVE_NOTICE = 1_000;
/** Requests already accepted have this long to be answered; milliseconds. */
const ANSWER_LAST_WITHIN = 12_000;

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

  let firstTime = true;
  const ground = new Ground(settings, resolve(ROOT, "migrations"), async ({ appUrl }) => {
    await hub.listen(appUrl);
    void startJobs(appUrl, jobHandlers(settings)).catch((error: unknown) => log.warn({ code: (error as NodeJS.ErrnoException).code }, "the job queue did not start"));
    if (!firstTime) return;
    firstTime = false;
    if (settings.demo) await fillDemo();
    else await announceSetup(settings);
  });

  let leaving = false;
  const server = createServer(HTTP, application(settings, ground, () => leaving, development));
  const hub: Hub = openHub(server, settings, () => ground.state === "ready");
  const stylesheet = stylesheetOf(build);
  // Vite's hot reloading needs inline scripts and a socket of its own, which the policy refuses.
  standInFront(server, { headersFor: development ? () => ({}) : securityHeaders(settings), stylesheet, isLeaving: () => leaving });
  await listen(server, settings);

  const stop = async () => {
    leaving = true;
    // Whoever stands in front sees that it is no longer ready before it stops taking connections.
    if (ground.state === "ready") await pause(LEAVE_NOTICE);
    await hub.close();
    const closed = new Promise((done) => server.close(done));
    await Promise.race([closed, pause(ANSWER_LAST_WITHIN, undefined, { ref: false })]);
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
  const stylesheet = stylesheetOf(build);
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", false);
  if (development) app.use(development.middlewares);
  app.get("/sante/vivant", (_request, response) => void response.set("Cache-Control", "no-store").type("text").send("vivant\n"));
  app.get("/sante/pret", (_request, response) => {
    const ready = ground.state === "ready" && !isDraining();
    response.status(ready ? 200 : 503).set("Cache-Control", "no-store").type("text").send(ready ? "prêt\n" : "pas encore\n");
  });
  app.use("/assets", hashedFiles(resolve(CLIENT, "assets")));
  app.use(namedFiles(CLIENT));
  app.use(pages({ settings, ground, build: development?.loadBuild ?? build, stylesheet, countStatements: process.env.LEFIL_COUNT_STATEMENTS === "1" }));
  app.use(faults({ stylesheet }));
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
  // Frames only: a message can quote what someone wrote.
  process.on("unhandledRejection", (reason) => log.error(framesOf(reason), "unhandled rejection"));
  process.on("uncaughtException", (error) => log.error(framesOf(error), "uncaught exception"));
  try {
    const starting = start();
    const leave = () => {
      void starting.then((running) => running.stop()).then(() => process.exit(0), () => process.exit(1));
      setTimeout(() => process.exit(1), 24_000).unref();
    };
    process.once("SIGTERM", leave);
    process.once("SIGINT", leave);
    process.stdout.write(`Le Fil est à ${(await starting).url}\n`);
  } catch (error) {
    process.stderr.write(`${whyNotStarted(error)}\n`);
    process.exit(1);
  }
}

const framesOf = (thrown: unknown) =>
  thrown instanceof Error ? { name: thrown.name, code: (thrown as NodeJS.ErrnoException).code, stack: thrown.stack?.split("\n").filter((line) => /^\s+at /.test(line)).slice(0, 8) } : {};
