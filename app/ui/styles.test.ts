import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("./styles/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".css"));
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const everything = files.map(read).join("\n");

describe("the styles", () => {
  it("weigh less than 52 kB before they are minified", () => {
    expect(Buffer.byteLength(everything)).toBeLessThan(52_000);
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

  it("are all imported, once, by app.css", () => {
    const imported = [...read("app.css").matchAll(/@import "\.\/([\w-]+\.css)"/g)].map(([, name]) => name);
    expect([...imported].sort()).toEqual(files.filter((name) => name !== "app.css").sort());
  });

  it("move something in one place only, and only for those who accept motion", () => {
    expect(everything.match(/animation:/g)).toHaveLength(1);
    expect(everything).not.toMatch(/transition:/);
    const motion = everything.indexOf("@media (prefers-reduced-motion: no-preference)");
    expect(everything.indexOf("animation:")).toBeGreaterThan(motion);
  });
});
