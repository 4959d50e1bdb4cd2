import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const CLIENT = resolve(import.meta.dirname, "../../build/client");
const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
const all = files(CLIENT);
const texts = all.filter((path) => /\.(js|css|svg|json|txt)$/.test(path)).map((path) => ({ path: path.slice(CLIENT.length), text: readFileSync(path, "utf8") }));

describe("what browsers are sent", () => {
  it("holds no source map, and points to none", () => {
    expect(existsSync(join(CLIENT, "assets"))).toBe(true);
    expect(texts.length).toBeGreaterThan(20);
    expect(all.filter((path) => path.endsWith(".map"))).toEqual([]);
    expect(texts.filter(({ text }) => text.includes("sourceMappingURL")).map(({ path }) => path)).toEqual([]);
  });

  it("holds no code of the server and nothing that it keeps to itself", () => {
    const ours = [".server", "drizzle", "postgres", "pg-boss", "pgboss", "nodemailer", "node:crypto", "process.env.", "DATABASE_URL", "SESSION_SECRET", "SMTP_URL", "timingSafeEqual", "audit_entries", "idempotency_keys", "insert into", "select from", "lucia.", "lucia-auth"];
    const found = texts.flatMap(({ path, text }) => ours.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`));
    expect(found).toEqual([]);
  });

  it("holds nobody of the demo, and no folder of the machine it was built on", () => {
    const found = texts.filter(({ text }) => /exemple\.test|Rivière-aux-Aulnes|\/node_modules\/|file:\/\/|\/home\/|\/root\//.test(text) || text.includes(resolve(CLIENT, "../..")));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it("asks nothing of another site", () => {
    // Names of XML and links for people to read are no requests.
    const known = /^https?:\/\/(www\.w3\.org|react\.dev|reactjs\.org|remix\.run|socket\.io|reactrouter\.com|prosemirror\.net|localhost|exemple\.ca)/;
    const addresses = texts.flatMap(({ path, text }) => [...text.matchAll(/https?:\/\/[\w.-]+\.[a-z]{2,}[^\s"'`)<>\\]*/g)].map(([address]) => ({ path, address })));
    expect(addresses.filter(({ address }) => !known.test(address))).toEqual([]);
  });

  it("leaves no draft of its build behind: every file is named by its fingerprint, its own name, or as the packed twin of one", () => {
    const names = all.map((path) => path.slice(CLIENT.length + 1));
    expect(names.filter((name) => !/^assets\/.+-[\w-]{8}\.(js|css|woff2|svg)(\.br)?$|^favicon\.svg$|^robots\.txt$|^\.well-known\//.test(name))).toEqual([]);
  });
});
