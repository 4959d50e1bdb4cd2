// npm run dev: the application from its sources, with hot reloading in the browser.
import { createServer } from "vite";
import type * as Server from "../server";
import type { ServerBuild } from "@remix-run/node";

process.env.NODE_ENV = "development";
process.env.PORT ??= "3000";
const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
const { start } = (await vite.ssrLoadModule("/server.ts")) as typeof Server;
const running = await start(process.env, {
  middlewares: vite.middlewares,
  loadBuild: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
});
console.log(`Le Fil est à ${running.url}`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void running.stop().then(() => vite.close()).then(() => process.exit(0)));
}
