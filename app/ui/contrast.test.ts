import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Rgb = [number, number, number];

const css = readFileSync(new URL("./styles/tokens.css", import.meta.url), "utf8");
const [lightCss = "", rest = ""] = css.split("@media (prefers-color-scheme: dark)");
const darkCss = rest.split("@media")[0] ?? "";

/** Linear sRGB of an OKLCH colour (Björn Ottosson's matrices), not clipped. */
function linear(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function colours(source: string): Map<string, Rgb> {
  const found = new Map<string, Rgb>();
  for (const [, name = "", l, c, h] of source.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g)) {
    found.set(name, linear(Number(l), Number(c), Number(h)));
  }
  return found;
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2 contrast ratio, from 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

const tints = Array.from({ length: 12 }, (_, index) => `tint-${index}`);
const grounds = ["paper", "sheet", "cloth"];
const text = ["ink", "ink-soft", "thread", "moss", "honey", "slate"];

const textPairs: [string, string][] = [
  ...grounds.flatMap((ground) => text.map((colour): [string, string] => [colour, ground])),
  ...tints.map((tint): [string, string] => ["on-tint", tint]),
  ["on-button", "button"],
  ["on-button", "button-hover"],
  ["ink", "marker"],
];
/* Marks: borders of fields, the line, the focus ring beside paper, sheet and button gap. */
const markPairs: [string, string][] = [
  ["edge", "paper"],
  ["edge", "sheet"],
  ["thread", "paper"],
  ["thread", "sheet"],
  ["button", "paper"],
  ["on-mark", "moss"],
];

const themes: [string, Map<string, Rgb>][] = [
  ["light", colours(lightCss)],
  ["dark", colours(darkCss)],
];

describe.each(themes)("the %s theme", (_name, theme) => {
  const colour = (name: string): Rgb => {
    const found = theme.get(name);
    if (!found) throw new Error(`no colour --${name}`);
    return found;
  };

  it.each(textPairs)("reads %s on %s at 4.5 to 1 at least", (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(markPairs)("shows %s against %s at 3 to 1 at least", (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(3);
  });

  it("uses only colours that every screen has", () => {
    const outside = [...theme].filter(([, rgb]) => rgb.some((part) => part < -0.001 || part > 1.001));
    expect(outside.map(([name]) => name)).toEqual([]);
  });
});

describe("the two themes", () => {
  it("give a value to the same colours", () => {
    const names = (theme: Map<string, Rgb>) => [...theme.keys()].sort();
    expect(names(colours(darkCss))).toEqual(names(colours(lightCss)));
    expect(names(colours(lightCss)).length).toBeGreaterThan(25);
  });
});
