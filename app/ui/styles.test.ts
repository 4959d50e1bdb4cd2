import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("./styles/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".css"));
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const everything = files.map(read).join("\n");
/** What every page loads; the other sheets are linked by the routes that need them. */
const everywhere = [...read("app.css").matchAll(/@import "\.\/([\w-]+\.css)"/g)].map(([, name = ""]) => name);
const routes = new URL("../routes/", import.meta.url);
const linked = new Set(readdirSync(routes).flatMap((name) => [...readFileSync(new URL(name, routes), "utf8").matchAll(/"~\/ui\/styles\/([\w-]+\.css)\?url"/g)].map(([, sheet = ""]) => sheet)));

describe("the styles", () => {
  it("weigh less than 52 kB on every page before they are minified, and 12 kB more on a page of its own", () => {
    expect(Buffer.byteLength(everywhere.map(read).join("\n"))).toBeLessThan(52_000);
    expect([...linked].filter((name) => Buffer.byteLength(read(name)) >= 12_000)).toEqual([]);
  });

  it("have no gradient and no shadow", () => {
    expect(everything).not.toMatch(/gradient\(|box-shadow|text-shadow/);
  });

  it("take every colour from a token", () => {
    const outside = files
      .filter((name) => name !== "tokens.css" && name !== "print.css")
      .filter((name) => /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i.test(read(name)));
    expect(outside).toEqual([]);
  });

  it("use only tokens that exist", () => {
    const defined = new Set([...everything.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    const used = [...everything.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });

  it("are each loaded once: by every page, or by the routes that need them", () => {
    expect([...everywhere, ...linked].sort()).toEqual(files.filter((name) => name !== "app.css").sort());
  });

  it("move something in one place only, and only for those who accept motion", () => {
    expect(everything.match(/animation:/g)).toHaveLength(1);
    expect(everything).not.toMatch(/transition:/);
    const motion = everything.indexOf("@media (prefers-reduced-motion: no-preference)");
    expect(everything.indexOf("animation:")).toBeGreaterThan(motion);
  });
});
