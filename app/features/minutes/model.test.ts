import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corrected, MAX_TEXT, minutesStateOf, minutesTemplate, type Material } from "./model";

const NOTHING: Material = { present: [], topics: [], synthesis: "", notes: [], cards: [], followUps: [] };
const HEADINGS = ["Présences", "Sujets", "Ce qu’on retient", "Ressources", "Suites", "La prochaine fois"];

describe("minutes as they begin", () => {
  it("have the same headings whatever is known", () => {
    for (const material of [NOTHING, { ...NOTHING, topics: ["Sommeil"] }]) expect([...minutesTemplate(material).matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual(HEADINGS);
  });

  it("count those present by organisation", () => {
    const text = minutesTemplate({ ...NOTHING, present: [{ organisation: "CPE Les Lilas", count: 3 }, { organisation: "", count: 1 }] });
    expect(text).toContain("- CPE Les Lilas\u00a0: 3\n- Sans organisation\u00a0: 1\n- En tout\u00a0: 4");
  });

  it("take what the sittings have in common, or else the notes of each under its name", () => {
    const notes = [{ name: "Nicolet", body: "On ralentit." }, { name: "Bécancour", body: "On se relaie." }];
    expect(minutesTemplate({ ...NOTHING, notes })).toContain("### Nicolet\n\nOn ralentit.\n\n### Bécancour\n\nOn se relaie.");
    expect(minutesTemplate({ ...NOTHING, notes, synthesis: "L’adulte qui reste." })).not.toContain("Nicolet");
  });

  it("never grow beyond what may be kept", () => {
    expect(minutesTemplate({ ...NOTHING, notes: [{ name: "A", body: "é".repeat(MAX_TEXT) }] }).length).toBe(MAX_TEXT);
  });
});

describe("a correction", () => {
  it("is made by itself only where its words stand once", () => {
    expect(corrected("On sort dix minutes.", { words: "dix", instead: "quinze" })).toBe("On sort quinze minutes.");
    expect(corrected("dix et dix", { words: "dix", instead: "onze" })).toBeNull();
    expect(corrected("On sort.", { words: "dix", instead: "onze" })).toBeNull();
  });

  it("changes nothing but these words", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), fc.string(), (before, words, behind, instead) => {
        const body = before + words + behind;
        const made = corrected(body, { words, instead });
        if (made === null) return;
        expect(made).toBe(before + instead + behind);
      }),
    );
  });
});

describe("where minutes stand", () => {
  it("follows from what happened", () => {
    const at = new Date();
    expect([minutesStateOf({ openedAt: null, adoptedAt: null }), minutesStateOf({ openedAt: at, adoptedAt: null }), minutesStateOf({ openedAt: at, adoptedAt: at })]).toEqual(["draft", "open", "adopted"]);
  });
});
