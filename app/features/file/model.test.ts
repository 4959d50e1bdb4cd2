import { describe, expect, it } from "vitest";
import { claimedKind, cleanName, filePath, thumbnailOf } from "./model";

describe("the name of a file", () => {
  it.each([
    ["../../x.pdf", "x.pdf"],
    ["..\\..\\Windows\\x.pdf", "x.pdf"],
    ["/etc/passwd.pdf", "passwd.pdf"],
    ["__proto__.pdf", "__proto__.pdf"],
    ["grille d’observation.pdf", "grille d’observation.pdf"],
    ["e\u0301te\u0301.pdf", "été.pdf"],
    ["a\u0000b\r\nc\t.pdf", "abc.pdf"],
    ["photo\u202efdp.exe.pdf", "photofdp.exe.pdf"],
    ["\u200b\u2066invisible\u2069.pdf", "invisible.pdf"],
    [".pdf", "fichier.pdf"],
    ["....pdf", "fichier.pdf"],
    ["  .. .pdf", "fichier.pdf"],
    ['a<b>:"|?*c.pdf', "a-b------c.pdf"],
    ["deux   espaces .pdf", "deux espaces.pdf"],
    ["GRAND.PDF", "GRAND.pdf"],
    ["../", "fichier.pdf"],
    ["", "fichier.pdf"],
  ])("%j becomes %j", (sent, kept) => expect(cleanName(sent, "pdf")).toBe(kept));

  it("stays short, and whole characters stay whole", () => {
    expect(cleanName(`${"a".repeat(500)}.pdf`, "pdf")).toHaveLength(118);
    expect(cleanName(`${"😀".repeat(500)}.pdf`, "pdf")).toMatch(/^(?:😀)+\.pdf$/u);
  });

  it("ends as its content says", () => expect(cleanName("photo.JPEG", "jpeg")).toBe("photo.jpg"));

  it("claims a kind by its last extension alone", () => {
    expect(["a.pdf", "a.JPG", "a.jpeg", "a.html.png", "a.pdf.exe", "a.svg", "pdf", "__proto__", "a.docm"].map(claimedKind)).toEqual(["pdf", "jpeg", "jpeg", "png", null, null, null, null, null]);
  });

  it("is escaped in its address", () => expect(filePath({ id: 3, name: "a b/é?#.pdf" })).toBe("/fichiers/3/a%20b%2F%C3%A9%3F%23.pdf"));
});

describe("a thumbnail", () => {
  it("keeps the proportions, and never grows", () => {
    expect(thumbnailOf({ width: 4000, height: 3000 })).toEqual({ width: 480, height: 360 });
    expect(thumbnailOf({ width: 100, height: 60 })).toEqual({ width: 100, height: 60 });
    expect(thumbnailOf({ width: 1, height: 9000 })).toEqual({ width: 1, height: 480 });
  });
});
