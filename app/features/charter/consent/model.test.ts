import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quorumOf, resultOf, ruleSentences, tallyOf, type Answer, type Rule } from "./model";

const answer = (memberId: number, stance: Answer["stance"], more: Partial<Answer> = {}): Answer => ({ memberId, stance, withdrawn: false, organisationIds: [memberId % 3], ...more });
const RULE: Rule = { objectionsBlock: true, peoplePercent: 60, organisationsPercent: 66 };
const ALL = { people: 5, organisations: 3 };

describe("the result of a round", () => {
  it("is adopted when no objection remains and both quorums are met, and says so", () => {
    const tally = tallyOf([answer(1, "adhere"), answer(2, "reserve"), answer(3, "object", { withdrawn: true })]);
    expect(resultOf(RULE, tally, ALL)).toEqual({
      adopted: true,
      checks: [
        { met: true, sentence: "3 personnes sur 5 se prononcent." },
        { met: true, sentence: "Aucune objection ne demeure (une a été retirée)." },
        { met: true, sentence: "Quorum atteint\u00a0: 3 personnes sur 5, il en fallait 3." },
        { met: true, sentence: "Quorum atteint\u00a0: 3 organisations sur 3, il en fallait 2." },
      ],
    });
  });

  it("names what is missing: an objection, people, organisations", () => {
    const tally = tallyOf([answer(3, "object"), answer(6, "adhere")]);
    const { adopted, checks } = resultOf(RULE, tally, ALL);
    expect(adopted).toBe(false);
    expect(checks.filter(({ met }) => !met).map(({ sentence }) => sentence)).toEqual([
      "Une objection demeure\u00a0: la règle demande qu’il n’en reste aucune.",
      "Quorum non atteint\u00a0: 2 personnes sur 5, il en faut 3.",
      "Quorum non atteint\u00a0: 1 organisation sur 3, il en faut 2.",
    ]);
  });

  it("is not adopted by nobody, whatever the rule", () => {
    expect(resultOf({ objectionsBlock: false, peoplePercent: 0, organisationsPercent: 0 }, tallyOf([]), ALL)).toEqual({ adopted: false, checks: [{ met: false, sentence: "Personne ne s’est prononcé." }] });
  });

  it("never turns for the worse when an objection is taken back, nor for the better when one is made", () => {
    const answers = fc.array(fc.record({ stance: fc.constantFrom("adhere" as const, "reserve" as const, "object" as const), organisation: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(answers, fc.boolean(), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (given, objectionsBlock, peoplePercent, organisationsPercent) => {
        const rule = { objectionsBlock, peoplePercent, organisationsPercent };
        const made = given.map(({ stance, organisation }, index) => answer(index, stance, { organisationIds: [organisation] }));
        const all = { people: 8, organisations: 4 };
        const before = resultOf(rule, tallyOf(made), all).adopted;
        const takenBack = resultOf(rule, tallyOf(made.map((one) => (one.stance === "object" ? { ...one, withdrawn: true } : one))), all).adopted;
        const objected = resultOf(rule, tallyOf(made.map((one, index) => (index === 0 ? { ...one, stance: "object" as const, withdrawn: false } : one))), all).adopted;
        expect(!before || takenBack).toBe(true);
        expect(!objected || before).toBe(true);
      }),
    );
  });
});

describe("the rule", () => {
  it("asks for whole people: a part of one is one", () => {
    expect([quorumOf(60, 5), quorumOf(50, 5), quorumOf(66, 3), quorumOf(0, 9), quorumOf(60, 0)]).toEqual([3, 3, 2, 0, 0]);
  });

  it("is said in sentences before the round opens", () => {
    expect(ruleSentences(RULE)).toHaveLength(3);
    expect(ruleSentences({ objectionsBlock: false, peoplePercent: 0, organisationsPercent: 0 })).toEqual(["Les objections sont lues; elles n’empêchent pas l’adoption."]);
  });
});
