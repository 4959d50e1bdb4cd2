import { describe, expect, it } from "vitest";
import { normaliseCode, textsIn } from "./model";

describe("normaliseCode", () => {
  it("takes a code as people type it: any case, with spaces or hyphens", () => {
    expect(normaliseCode(" k7f 2qx\n")).toBe("K7F2QX");
    expect(normaliseCode("K7F-2QX")).toBe("K7F2QX");
    expect(normaliseCode("K7F\u00a02QX")).toBe("K7F2QX");
  });

  it("reads O as zero, I and L as one", () => {
    expect(normaliseCode("oOiIlL")).toBe("001111");
  });

  it("knows what cannot be a code", () => {
    for (const typed of ["", "K7F2Q", "K7F2QXX", "K7F2QU", "K7F2Q!", "ＫＫＫＫＫＫ"]) expect(normaliseCode(typed)).toBeNull();
  });
});

describe("textsIn", () => {
  it("finds what was written among numbers and choices", () => {
    const written = "Bonjour,\nquelqu’un a-t-il un outil?";
    expect(textsIn([["fil", "12"], ["texte", written], ["avis", "oui"], ["vide", ""]])).toEqual([written]);
  });
});
