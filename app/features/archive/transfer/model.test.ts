import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areBroken, foldedName, ownerOf, readTitle, repair, sameness, tidy } from "./model";

/** As Meta writes it: each byte of UTF-8 is a letter of its own. */
const broken = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
const wellFormed = fc.string({ unit: "grapheme", maxLength: 60 });

describe("the repair of Meta's letters", () => {
  it("gives back any text that was broken, whatever its signs", () => {
    fc.assert(fc.property(wellFormed, (text) => void expect(repair(broken(text))).toBe(text)), { numRuns: 2_000 });
  });

  it("gives back what is hard: accents, quotation marks, signs beyond the first plane, a mark of order, text that was broken twice", () => {
    for (const text of ["« Ça s’en vient, l’été »", "Noël à Nicolet\u00a0: 5 œufs", "👩🏽‍🏫 merci", "\ufeffdébut", "Ã©", "\u0080\u00ff", ""]) expect(repair(broken(text))).toBe(text);
  });

  it("leaves a right text as it is: one beyond a byte, or one that is no broken text", () => {
    fc.assert(
      fc.property(wellFormed.filter((text) => /[^\0-\u00ff]/.test(text)), (text) => void expect(repair(text)).toBe(text)),
      { numRuns: 500 },
    );
    for (const text of ["déjà lu", "été", "plain", "Où ça? À côté."]) expect(repair(text)).toBe(text);
  });

  it("is done to all the texts of a file or to none", () => {
    expect(areBroken(["plain", broken("déjà"), broken("été")])).toBe(true);
    expect(areBroken(["déjà", "été", "Ã©"])).toBe(false);
    expect(areBroken([broken("déjà"), "l’été"])).toBe(false);
    expect(areBroken(["plain"])).toBe(false);
    fc.assert(fc.property(fc.array(wellFormed, { minLength: 1 }), (texts) => void expect(areBroken(texts.map(broken))).toBe(texts.some((text) => /[^\0-\u007f]/.test(text)))));
  });
});

describe("a title of Meta's", () => {
  it.each([
    ["Marie Tremblay posted in Les Bourgeons.", "Marie Tremblay", "Les Bourgeons"],
    ["Marie Tremblay shared a link to the group: Les Bourgeons.", "Marie Tremblay", "Les Bourgeons"],
    ["Marie Tremblay added a new photo to Moms in Nicolet.", "Marie Tremblay", "Moms in Nicolet"],
    ["Marie Tremblay a publié dans Les Bourgeons.", "Marie Tremblay", "Les Bourgeons"],
    ["Marie Tremblay a partagé un lien dans le groupe\u00a0: Les Bourgeons.", "Marie Tremblay", "Les Bourgeons"],
    ["Quelque chose d’autre", null, null],
    ["", null, null],
  ])("says of a post whose it is and where: %s", (title, who, group) => expect(readTitle(title.replaceAll("\u00a0", " "), "post")).toEqual({ who, group, about: null }));

  it.each([
    ["Marie Tremblay commented on Jean Untel's post.", { kind: "post", who: "Jean Untel" }],
    ["Marie Tremblay replied to Jean Untel's comment.", { kind: "comment", who: "Jean Untel" }],
    ["Marie Tremblay commented on her own post.", { kind: "post", who: null }],
    ["Marie Tremblay replied to her own comment.", { kind: "comment", who: null }],
    ["Marie Tremblay a commenté la publication de Jean Untel.", { kind: "post", who: "Jean Untel" }],
    ["Marie Tremblay a commenté la publication d’Élise Untel.", { kind: "post", who: "Élise Untel" }],
    ["Marie Tremblay a répondu au commentaire de Jean Untel.", { kind: "comment", who: "Jean Untel" }],
    ["Marie Tremblay a commenté sa propre publication.", { kind: "post", who: null }],
    ["Marie Tremblay commented on a post.", null],
  ])("says of a comment what it answers: %s", (title, about) => {
    expect(readTitle(title, "comment")).toMatchObject({ who: "Marie Tremblay", about });
  });

  it("is read in time that grows with its length", () => {
    const began = performance.now();
    for (const title of [`${"a ".repeat(20_000)}posted in ${"b ".repeat(20_000)}`, `X commented on ${"y ".repeat(30_000)}`, `X a commenté ${"de ".repeat(20_000)}`]) {
      readTitle(title, "post");
      readTitle(title, "comment");
    }
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe("a text as it is kept", () => {
  it("has no number of an account, and nothing that no database keeps", () => {
    expect(tidy("Merci @[100004242:2048:Une Collègue]!\r\n\0Fin\ud800 ")).toBe("Merci Une Collègue!\nFin\ufffd");
  });

  it("is the same as another with the same words, and a name the same without its accents", () => {
    expect(sameness("Bonjour\n\n  à  tous ")).toBe(sameness("Bonjour à tous"));
    expect(foldedName(" Élise  D’Amour")).toBe("elise d'amour");
  });

  it("is of whom most of the archive is signed by", () => {
    expect(ownerOf([{ author: "A" }, { author: "B" }, { author: "B" }, { author: null }])).toBe("B");
    expect(ownerOf([{ author: null }])).toBeNull();
  });
});
