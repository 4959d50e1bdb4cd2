import { describe, expect, it } from "vitest";
import { sealOf } from "./canonical.server";
import { canonicalText, mayFollow, STATES } from "./model";

describe("the canonical text", () => {
  it("numbers the articles under the title and ends with one line break", () => {
    expect(canonicalText("Charte", [{ title: "Valeurs", body: "Le respect.\n" }, { title: "Rôles", body: "\nTous." }])).toBe(
      "Charte\n\n\nArticle 1. Valeurs\n\nLe respect.\n\n\nArticle 2. Rôles\n\nTous.\n",
    );
  });

  it("is the same however the same text was typed", () => {
    const typed = [{ title: "Réseau", body: "Une ligne\nune autre" }];
    const decomposed = [{ title: "Réseau".normalize("NFD"), body: "Une ligne\r\nune autre\r\n" }];
    expect(sealOf("Charte", decomposed)).toEqual(sealOf("Charte", typed));
  });

  it("has another hash as soon as one character is another", () => {
    expect(sealOf("Charte", [{ title: "A", body: "un" }]).sha256).not.toBe(sealOf("Charte", [{ title: "A", body: "on" }]).sha256);
  });

  it("has the hash that any other program finds for the same bytes", () => {
    // printf 'Charte\n\n\nArticle 1. A\n\né\n' | sha256sum
    expect(sealOf("Charte", [{ title: "A", body: "é" }]).sha256).toBe("8740ee309c69ca9a8483a558ad8aac98c52b2f3b49ce17d935710ea4c249d525");
  });
});

describe("the states of a version", () => {
  it("never go back once it is adopted", () => {
    for (const to of STATES) expect([to, mayFollow("adopted", to)]).toEqual([to, to === "in-force"]);
    expect(STATES.filter((to) => mayFollow("replaced", to))).toEqual([]);
  });
});
