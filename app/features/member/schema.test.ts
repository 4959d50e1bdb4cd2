import { describe, expect, it } from "vitest";
import { profileInput } from "./schema";

const organisations = (given: unknown) => {
  const parsed = profileInput.safeParse({ name: "Ève Roy", title: "Éducatrice", organisations: given });
  return parsed.success ? parsed.data.organisations : parsed.error.issues.map(({ message }) => message);
};

describe("the organisations of a profile", () => {
  it("are one ticked box, or several, each once", () => {
    expect(organisations("4")).toEqual([4]);
    expect(organisations(["4", "7", "4"])).toEqual([4, 7]);
  });

  it("are at least one, and ten at most", () => {
    expect(organisations(undefined)).toEqual(["Cochez au moins une organisation."]);
    expect(organisations(Array.from({ length: 11 }, (_, index) => String(index + 1)))).toEqual(["Choisissez 10 organisations au plus."]);
  });
});
