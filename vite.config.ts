import { resolve } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

const here = (path: string) => resolve(import.meta.dirname, path);

/**
 * Packages of hundreds of small modules, of which the server needs a part: finding and reading
 * each of them is most of what starting costs. The others stay where npm put them.
 */
const IN_THE_BUNDLE = [
  /^(drizzle-orm|lucia|@oslojs|unified|vfile|bail|trough|zwitch|devlop|ccount|longest-streak|is-plain-obj)(\/|$|-)/,
  /^(remark|rehype|micromark|mdast|hast|unist|character-entities|comma-separated|space-separated|decode-named-character|html-void|property-information|stringify-entities|html-url|trim)(-|\/|$)/,
];

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
      isSsrBuild ? { build: { rollupOptions: { input: here("server.ts") } }, ssr: { noExternal: IN_THE_BUNDLE } } : undefined,
  };
}

/**
 * What a page of ours needs travels in three files, instead of one request for each small
 * module: what others wrote, the frame, and what discussions are made of. Whatever is
 * loaded on first use keeps its own file: only what these pages import outright is taken.
 */
function travelTogether(): Plugin {
  const WRITING = /\/app\/(features\/(thread|draft)|routes)\//;
  const PAGE = ["app/entry.client.tsx", "app/root.tsx", "app/routes/discussions.$id._index.tsx"].map(here);
  const needed = new Set<string>();
  const writing = new Map<string, boolean>();
  const need = (id: string, imports: (id: string) => readonly string[]): void => {
    if (needed.has(id)) return;
    needed.add(id);
    for (const one of imports(id)) need(one, imports);
  };
  /** Whether a module is of the discussions or stands on one that is: the frame stands on none, or the two files would wait for each other. */
  const isOfWriting = (id: string, imports: (id: string) => readonly string[]): boolean => {
    const known = writing.get(id);
    if (known !== undefined) return known;
    writing.set(id, WRITING.test(id));
    if (!WRITING.test(id) && !id.includes("/node_modules/") && imports(id).some((one) => isOfWriting(one, imports))) writing.set(id, true);
    return writing.get(id) === true;
  };
  const output = {
    manualChunks: (id: string, { getModuleInfo, getModuleIds }: { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null; getModuleIds: () => Iterable<string> }) => {
      const imports = (from: string) => getModuleInfo(from)?.importedIds ?? [];
      if (needed.size === 0) for (const one of getModuleIds()) if (PAGE.some((path) => one.startsWith(path))) need(one, imports);
      // The tools' own helpers begin with a zero; everything stands on them.
      if (id.startsWith("\0")) return "vendor";
      if (!needed.has(id)) return undefined;
      if (id.includes("/node_modules/")) return "vendor";
      return isOfWriting(id, imports) ? "discussion" : "frame";
    },
  };
  return {
    name: "travel-together",
    config: (_config, { isSsrBuild }) => (isSsrBuild ? undefined : { build: { minify: "terser", rollupOptions: { output } } }),
  };
}

export default defineConfig({
  plugins: [remix(remixConfig), enterThroughServer(), travelTogether()],
  resolve: { alias: { "~": here("app"), "#db": here("db") } },
  build: { target: "es2022", sourcemap: false, assetsInlineLimit: 0 },
  server: { host: "127.0.0.1" },
});
