import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actLine, changesOf, isCalled, momentOf, overlaid, readAct, type Act } from "./model";

const KEY = "6f1c0e1a-0f5b-4d7e-9f57-0d1f1c2b3a4d";

describe("an act at the door", () => {
  it("travels with its age, so that a phone whose clock is wrong is believed all the same", () => {
    const wrong = Date.UTC(2031, 0, 1);
    const read = readAct(actLine({ key: KEY, ref: "m12", present: true, at: wrong }, wrong + 90_000));
    expect(read).toEqual({ key: KEY, ref: "m12", present: true, age: 90_000 });
    expect(read && momentOf(read, new Date("2027-03-02T18:30:00Z")).toISOString()).toBe("2027-03-02T18:28:30.000Z");
  });

  it("is nothing when it is written otherwise, or is too old", () => {
    for (const line of ["", `${KEY}:m0:oui:1`, `${KEY}:x1:oui:1`, `${KEY}:m1:peut-être:1`, `${KEY}:m1:oui:-1`, `nope:m1:oui:1`, `${KEY}:m1:oui:999999999999`]) expect(readAct(line)).toBeNull();
  });

  it("is shown over what the server said, the last one on top whatever their order", () => {
    const acts = fc.array(fc.record({ key: fc.uuid(), ref: fc.constantFrom("m1" as const, "m2" as const, "v3" as const), present: fc.boolean(), at: fc.nat(1_000) }), { maxLength: 12 });
    fc.assert(
      fc.property(acts, (given) => {
        const unique = [...new Map(given.map((act) => [act.at, act])).values()] as Act[];
        const shown = overlaid({ m1: true, m2: false }, unique);
        for (const ref of ["m1", "m2", "v3"] as const) {
          const last = unique.filter((act) => act.ref === ref).sort((a, b) => b.at - a.at)[0];
          expect(shown[ref]).toBe(last?.present ?? ({ m1: true, m2: false } as Record<string, boolean>)[ref]);
        }
        expect(overlaid({ m1: true, m2: false }, [...unique].reverse())).toEqual(shown);
      }),
    );
  });
});

describe("a list that comes back without a script", () => {
  it("changes only what its writer changed", () => {
    expect(changesOf(["m1", "m2"], ["m2", "m3"])).toEqual([{ ref: "m3", present: true }, { ref: "m1", present: false }]);
    expect(changesOf(["m1"], ["m1"])).toEqual([]);
  });
});

describe("who is looked for", () => {
  it("is found by the beginnings of words, whatever the accents", () => {
    const person = { name: "Éloïse Bélanger-Roy", organisation: "CPE L’Envol" };
    for (const typed of ["elo", "bel éloï", "roy", "envol", "CPE"]) expect(isCalled(typed, person)).toBe(true);
    expect(isCalled("oise", person)).toBe(false);
  });
});
