import { describe, expect, it } from "vitest";
import { MASK, maskPassages, tellingWords } from "./model";

const SECRET = "Mon groupe a bien changé.\nÉléonore, 3 ans, a mordu deux amis cette semaine.";

describe("the passages that repeat what was taken out of sight", () => {
  it("are masked where they are quoted, also within a quote", () => {
    const reply = "> **Nadège** :\n>\n> > Éléonore, 3 ans, a mordu deux amis cette semaine.\n\nOui, je comprends.";
    expect(maskPassages(reply, SECRET)).toBe(`> **Nadège** :\n>\n> > ${MASK}\n\nOui, je comprends.`);
  });

  it("are masked where they are copied without a mark, whatever the capitals and accents", () => {
    expect(maskPassages("eleonore 3 ans a MORDU deux amis cette semaine", SECRET)).toBe(MASK);
  });

  it("are masked where only a part is quoted, or a cut one", () => {
    expect(maskPassages("> Éléonore, 3 ans, a mordu…", SECRET)).toBe(`> ${MASK}`);
  });

  it("are masked altogether in what is known to quote, should no line be recognised", () => {
    expect(maskPassages("> la petite a mordu\n\nCourage!", SECRET, true)).toBe(`> ${MASK}\n\nCourage!`);
  });

  it("are none in what only speaks of the same thing", () => {
    expect(maskPassages("Deux amis se mordent aussi chez nous.\n\n> autre chose", SECRET)).toBeNull();
  });

  it("are looked for elsewhere by their longest line", () => {
    expect(tellingWords(SECRET)).toBe("eleonore 3 ans a mordu deux amis cette semaine");
  });
});
