import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder, scoreOf, whyThere, type Demand } from "./model";

const AT = new Date("2027-03-01T12:00:00Z");
const daysAgo = (days: number): Date => new Date(AT.getTime() - days * 86_400_000);
const demand = (given: Partial<Demand> = {}): Demand => ({ people: 7, surveyed: 0, organisations: 4, askedAt: daysAgo(130), discussedAt: null, raisedAt: null, ...given });

const days = fc.integer({ min: 0, max: 2_000 });
const any = fc.record({
  people: fc.integer({ min: 0, max: 300 }),
  surveyed: fc.integer({ min: 0, max: 300 }),
  organisations: fc.integer({ min: 0, max: 40 }),
  askedAt: days.map(daysAgo),
  discussedAt: fc.option(days.map(daysAgo)),
  raisedAt: fc.option(days.map(daysAgo)),
});
const points = (of: Demand) => scoreOf(of, AT).points;

describe("the score of a topic", () => {
  it("is people × organisations × months of waiting, less what was discussed recently", () => {
    expect(points(demand())).toBe(7 * 4 * 5);
    expect(points(demand({ discussedAt: daysAgo(65) }))).toBe(7 * 4 * 5 - 10 * 5);
    expect(points(demand({ discussedAt: daysAgo(400) }))).toBe(7 * 4 * 5);
    expect(points(demand({ people: 0, organisations: 0 }))).toBe(0);
  });

  it("counts the people of a survey where there are more of them than votes, and never both", () => {
    expect(points(demand({ surveyed: 31 }))).toBe(31 * 4 * 5);
    expect(points(demand({ surveyed: 5 }))).toBe(7 * 4 * 5);
    expect(points(demand({ people: 0, organisations: 0, surveyed: 31 }))).toBe(31 * 5);
  });

  it("never falls when one more person, organisation or month is added, nor rises by a later discussion", () => {
    fc.assert(
      fc.property(any, days, (given, more) => {
        const score = points(given);
        expect(points({ ...given, people: given.people + 1 })).toBeGreaterThanOrEqual(score);
        expect(points({ ...given, surveyed: given.surveyed + 1 })).toBeGreaterThanOrEqual(score);
        expect(points({ ...given, organisations: given.organisations + 1 })).toBeGreaterThanOrEqual(score);
        expect(points({ ...given, askedAt: new Date(given.askedAt.getTime() - more * 86_400_000) })).toBeGreaterThanOrEqual(score);
        expect(points({ ...given, discussedAt: null })).toBeGreaterThanOrEqual(score);
        if (given.discussedAt) expect(points({ ...given, discussedAt: new Date(Math.min(AT.getTime(), given.discussedAt.getTime() + more * 86_400_000)) })).toBeLessThanOrEqual(score);
      }),
    );
  });

  it("is the sum that its own sentence says", () => {
    fc.assert(
      fc.property(any, (given) => {
        const score = scoreOf(given, AT);
        const said = whyThere(score).replaceAll("\u00a0", "");
        if (score.people === 0) return void expect(said).toBe("Personne ne le demande en ce moment.");
        const sum = /: ([\d×]+)(?:−(\d+) \(discuté récemment\))?=(−?)(\d+)points?\.$/.exec(said);
        const made = (sum?.[1] ?? "").split("×").map(Number).reduce((a, b) => a * b, 1) - Number(sum?.[2] ?? 0);
        expect(made).toBe(Number(sum?.[4]) * (sum?.[3] ? -1 : 1));
        expect(made).toBe(score.points);
      }),
    );
  });
});

describe("the order", () => {
  it("is the same however the list came, with what the committee raised first", () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), fc.integer(), (list, seed) => {
        const topics = list.map((one, id) => ({ ...one, id }));
        const turned = [...topics].sort((a, b) => ((a.id * 31 + seed) % 17) - ((b.id * 31 + seed) % 17));
        const ids = inOrder(topics, AT).map(({ id }) => id);
        expect(inOrder(turned, AT).map(({ id }) => id)).toEqual(ids);
        const raised = ids.map((id) => topics[id]?.raisedAt !== null);
        expect(raised).toEqual([...raised].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it("puts what waited longer first among equals", () => {
    const list = [{ id: 1, ...demand({ askedAt: daysAgo(125) }) }, { id: 2, ...demand({ askedAt: daysAgo(140) }) }];
    expect(inOrder(list, AT).map(({ id }) => id)).toEqual([2, 1]);
  });
});

describe("why a topic stands where it stands", () => {
  it("is said in French", () => {
    expect(whyThere(scoreOf(demand(), AT))).toBe("7 personnes de 4 organisations, dans le 5e mois d’attente\u00a0: 7\u00a0×\u00a04\u00a0×\u00a05\u00a0=\u00a0140\u00a0points.");
    expect(whyThere(scoreOf(demand({ people: 1, organisations: 0, askedAt: AT }), AT))).toBe("1 personne de 1 organisation, depuis moins d’un mois\u00a0: 1\u00a0×\u00a01\u00a0×\u00a01\u00a0=\u00a01\u00a0point.");
    expect(whyThere(scoreOf(demand({ discussedAt: daysAgo(65) }), AT))).toContain("7\u00a0×\u00a04\u00a0×\u00a05\u00a0−\u00a050 (discuté récemment)\u00a0=\u00a090\u00a0points.");
    expect(whyThere(scoreOf(demand({ surveyed: 31, askedAt: AT }), AT))).toBe("31 personnes dans un sondage, 4 organisations par les votes, depuis moins d’un mois\u00a0: 31\u00a0×\u00a04\u00a0×\u00a01\u00a0=\u00a0124\u00a0points.");
    expect(whyThere(scoreOf(demand({ people: 0, organisations: 0, surveyed: 31, askedAt: AT }), AT))).toBe("31 personnes dans un sondage, depuis moins d’un mois\u00a0: 31\u00a0×\u00a01\u00a0×\u00a01\u00a0=\u00a031\u00a0points.");
  });
});
