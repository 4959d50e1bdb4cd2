import { resolve } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

const here = (path: string) => resolve(import.meta.dirname, path);

/**
 * The server bundle is entered through server.ts, which imports Remix's own
 * build: the HTTP server and the routes then share one copy of every module
 * (one database pool, one hub).
 */
function enterThroughServer(): Plugin {
  return {
    name: "enter-through-server",
    enforce: "post",
    config: (_config, { isSsrBuild }) =>
      isSsrBuild ? { build: { rollupOptions: { input: here("server.ts") } } } : undefined,
  };
}

export default defineConfig({
  plugins: [remix(remixConfig), enterThroughServer()],
  resolve: { alias: { "~": here("app"), "#db": here("db") } },
  build: { target: "es2022", sourcemap: false, assetsInlineLimit: 0 },
  server: { host: "127.0.0.1" },
});
