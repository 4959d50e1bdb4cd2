import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, sourcesUnder } from "./source";

type Package = { version?: string; resolved?: string; integrity?: string; dev?: boolean; link?: boolean; optional?: boolean; dependencies?: Record<string, string> };
const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as { lockfileVersion: number; packages: Record<string, Package> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/**
 * The least version of what runs in production, and why: advisories known when
 * they were chosen (CVE-2026-102599, -59725, -33151, -69185, -62389, -39356,
 * -12151, -53668, -82661 and others; docs/decisions/0001-libraries.md).
 */
const LEAST: Record<string, string> = {
  "@remix-run/node": "2.17.5",
  "@remix-run/react": "2.17.5",
  "@remix-run/server-runtime": "2.17.5",
  "@remix-run/router": "1.23.4",
  "react-router": "6.30.6",
  "react-router-dom": "6.30.6",
  "turbo-stream": "2.4.1",
  "drizzle-orm": "0.45.2",
  "engine.io": "6.6.10",
  "socket.io": "4.8.4",
  "socket.io-parser": "4.2.7",
  ws: "8.21.1",
  undici: "6.27.0",
  nodemailer: "8.0.9",
  sharp: "0.35.0",
  express: "4.21.2",
};

const DEV_SERVERS_OWN = "node_modules/ws";

const isBelow = (version: string, least: string): boolean => {
  const [a, b] = [version, least].map((text) => (text.split("-")[0] ?? "").split(".").map(Number));
  for (let place = 0; place < 3; place += 1) if (a?.[place] !== b?.[place]) return (a?.[place] ?? 0) < (b?.[place] ?? 0);
  return version.includes("-");
};

describe("the packages", () => {
  it("are at least as new as the repairs of their known flaws, wherever they are in the tree", () => {
    for (const [name, least] of Object.entries(LEAST)) {
      const found = packages.filter(([path, { dev }]) => nameOf(path) === name && !dev && path !== DEV_SERVERS_OWN);
      expect(found.length, name).toBeGreaterThan(0);
      for (const [path, { version = "0" }] of found) expect(isBelow(version, least), `${path} ${version}, at least ${least}`).toBe(false);
    }
  });

  it("have one older ws, for the development server of Remix, which nothing of ours starts", () => {
    const asking = packages.filter(([, { dependencies, dev }]) => !dev && /^[~^]?[0-7]\./.test(dependencies?.ws ?? "")).map(([path]) => path);
    expect(asking).toEqual(["node_modules/@remix-run/dev"]);
    const using = sourcesUnder("app").concat(sourcesUnder("db"), sourcesUnder("scripts")).filter(({ imports }) => imports.includes("ws") || imports.includes("@remix-run/dev"));
    expect(using).toEqual([]);
  });

  it("are compared as versions are", () => {
    expect(["6.6.9", "6.6.10-beta", "5.9.9"].map((version) => isBelow(version, "6.6.10"))).toEqual([true, true, true]);
    expect(["6.6.10", "6.10.0", "10.0.0"].map((version) => isBelow(version, "6.6.10"))).toEqual([false, false, false]);
  });

  it("come from the public registry, with their fingerprints, and from nowhere else", () => {
    expect(lock.lockfileVersion).toBe(3);
    const odd = packages.filter(([, { resolved, integrity, link }]) => link || !integrity?.startsWith("sha512-") || (resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/")));
    expect(odd.map(([path, { resolved }]) => `${path} ${resolved ?? ""}`)).toEqual([]);
  });

  it("hold no second React, which hooks would not survive", () => {
    for (const name of ["react", "react-dom", "@remix-run/router"]) expect(packages.filter(([path]) => nameOf(path) === name).map(([path]) => path)).toEqual([`node_modules/${name}`]);
  });
});

describe("our own code", () => {
  const code = [...sourcesUnder("app"), ...sourcesUnder("db")];

  it("takes no chance from Math.random on the server", () => {
    expect(code.filter(({ path, text }) => path.includes(".server.") && text.includes("Math.random")).map(({ path }) => path)).toEqual([]);
  });

  it("builds no SQL from texts: sql.raw, sql.identifier and unsafe stay where they were looked at", () => {
    const raw = code.filter(({ text }) => /\bsql\.(raw|identifier)\(|\.unsafe\(/.test(text)).map(({ path }) => path);
    expect(raw.filter((path) => !/^db\/|^app\/kit\/jobs\.server\.ts$/.test(path))).toEqual([]);
  });

  it("fetches from nobody", () => {
    const strangers = code.filter(({ path, text }) => !path.startsWith("db/demo/") && /\b(?:fetch|import|src=|href=)\(?\s*["'`]https?:\/\//.test(text));
    expect(strangers.map(({ path }) => path)).toEqual([]);
  });
});

