import { describe, expect, it } from "vitest";
import { dispositionOf, isKnown, spanOf } from "./model";

describe("the part of a file asked for", () => {
  it.each([
    ["bytes=0-99", { from: 0, to: 99 }],
    ["bytes=100-", { from: 100, to: 999 }],
    ["bytes=-1", { from: 999, to: 999 }],
    ["bytes=-5000", { from: 0, to: 999 }],
    ["bytes=990-5000", { from: 990, to: 999 }],
    ["bytes=1000-", null],
    ["bytes=-0", null],
    ["bytes=5-2", undefined],
    ["bytes=-", undefined],
    ["bytes=0-1,5-6", undefined],
    ["lines=0-1", undefined],
    ["bytes=a-b", undefined],
    [null, undefined],
  ])("%j of a thousand bytes is %j", (header, span) => expect(spanOf(header, 1_000)).toEqual(span));
});

describe("what a browser has already", () => {
  it("is known by its tag, weak or among others", () => {
    expect(['"a"', 'W/"a"', '"b", "a"', "*"].map((header) => isKnown(header, '"a"'))).toEqual([true, true, true, true]);
    expect([null, '"b"', "a"].map((header) => isKnown(header, '"a"'))).toEqual([false, false, false]);
  });
});

describe("the name in a download", () => {
  it("cannot leave its quotes, and keeps its accents", () => {
    expect(dispositionOf("Grille d'été (v2).pdf", false)).toBe(`attachment; filename="Grille d'ete (v2).pdf"; filename*=UTF-8''Grille%20d%27%C3%A9t%C3%A9%20%28v2%29.pdf`);
    expect(dispositionOf('a"; filename=b\r\n.pdf', false)).toBe(`attachment; filename="a-- filename=b.pdf"; filename*=UTF-8''a%22%3B%20filename%3Db%0D%0A.pdf`);
  });
});
