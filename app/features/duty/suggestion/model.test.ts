import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder, takesTurns, WEIGHTS, type Candidate, type Period, type Role, type Served } from "../model";
import { accountsAt } from "../rotation/model";
import { asServed, suggest, suggestSeason, type Question } from "./model";

const DAY = 86_400_000;
const START = Date.parse("2026-09-01T16:00:00Z");
const at = (day: number): string => new Date(START + day * DAY).toISOString();
const ALL: readonly Role[] = ["facilitation", "coordination", "notes"];

type Life = { people: Candidate[]; events: { day: number; pole: number }[]; declines: (event: number, person: number) => boolean };

const candidate = (id: number, more: Partial<Candidate> = {}): Candidate => ({
  id, joinedAt: at(-1), leftAt: null, organisationId: id % 5, poleId: (id % 4) + 1, leaves: [], exemptions: [], ...more,
});

/** Meetings every three weeks, each held in one to four poles, some poles on the same day. */
const meetings = (poles: number, count: number, spread: readonly number[]) =>
  Array.from({ length: count }, (_, meeting) => Array.from({ length: poles }, (_, pole) => ({ day: meeting * 21 + (spread[(meeting + pole) % spread.length] ?? 0), pole: pole + 1 }))).flat();

/** Lives a season through, each suggestion taken up, and hands every step to whoever looks. */
function live({ people, events, declines }: Life, look?: (question: Question, history: readonly Served[], picked: number[]) => void): Served[] {
  const history: Served[] = [];
  const inTime = events.map(({ day, pole }, index) => ({ sittingId: index + 1, at: at(day), pole })).sort(inOrder);
  for (const { sittingId, at: when, pole } of inTime) {
    const unavailable = new Set(people.filter(({ id }) => declines(sittingId, id)).map(({ id }) => id));
    const question: Question = { sittingId, at: when, poleId: pole, roles: ALL, already: [], unavailable, apart: 0 };
    const suggestions = suggest(people, history, question);
    look?.(question, history, suggestions.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])));
    history.push(asServed(question, suggestions));
  }
  return history;
}

const weightOf = (history: readonly Served[], id: number): number => history.flatMap(({ turns }) => turns).filter(({ memberId }) => memberId === id).reduce((sum, { role }) => sum + WEIGHTS[role], 0);
const range = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers);

const size = fc.record({ people: fc.integer({ min: 3, max: 60 }), poles: fc.integer({ min: 1, max: 4 }), meetings: fc.integer({ min: 1, max: 30 }), spread: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 }) });

/** Who is always there, and others who come late, leave, go on leave, are exempt, and say no. */
const restless = fc.record({ size, seed: fc.integer(), steady: fc.integer({ min: 1, max: 8 }) }).map(({ size: { people: count, poles, meetings: number, spread }, seed, steady }) => {
  let state = seed | 0;
  const chance = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  const last = number * 21;
  const period = (): Period => {
    const from = Math.floor(chance() * last);
    return { from: at(from), until: chance() < 0.8 ? at(from + 20 + Math.floor(chance() * 200)) : null };
  };
  const people = Array.from({ length: count }, (_, index): Candidate => {
    const id = index + 1;
    if (index < Math.min(count, steady + 2)) return candidate(id);
    const joined = chance() < 0.5 ? -1 : Math.floor(chance() * last);
    return candidate(id, {
      joinedAt: at(joined),
      leftAt: chance() < 0.2 ? at(joined + Math.floor(chance() * last)) : null,
      leaves: chance() < 0.4 ? [period()] : [],
      exemptions: chance() < 0.1 ? [period()] : [],
    });
  });
  const steadyIds = people.slice(0, Math.min(count, steady + 2)).map(({ id }) => id);
  const refusals = new Map(people.map(({ id }) => [id, steadyIds.includes(id) ? 0 : chance() * 0.6]));
  const salt = Math.floor(chance() * 1e9);
  const declines = (event: number, id: number): boolean => ((Math.imul(event * 7919 + id * 104_729 + salt, 0x9e3779b1) >>> 0) / 2 ** 32) < (refusals.get(id) ?? 0);
  return { life: { people, events: meetings(poles, number, spread), declines }, steadyIds };
});

const RUNS = { numRuns: 1_000 };
const nobody = (): boolean => false;

describe("taking turns, over random histories", () => {
  it("asks nobody again while somebody who can has waited longer", () => {
    fc.assert(
      fc.property(restless, ({ life }) => {
        live(life, (question, history, picked) => {
          const accounts = accountsAt(life.people, history, question);
          const passedOver = life.people.filter(({ id }) => accounts.has(id) && !question.unavailable.has(id) && !picked.includes(id));
          const longest = Math.max(-1, ...passedOver.map(({ id }) => accounts.get(id)?.wait ?? 0));
          for (const id of picked) expect(accounts.get(id)?.wait ?? -1).toBeGreaterThanOrEqual(longest);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("keeps weighted turns within 3 where everyone is always there", () => {
    fc.assert(
      fc.property(size, ({ people, poles, meetings: count, spread }) => {
        const everyone = Array.from({ length: people }, (_, index) => candidate(index + 1));
        const history = live({ people: everyone, events: meetings(poles, count, spread), declines: nobody });
        expect(range(everyone.map(({ id }) => weightOf(history, id)))).toBeLessThanOrEqual(3);
      }),
      RUNS,
    );
  });

  it("keeps weighted turns within 6 among those always there, whatever the others do", () => {
    fc.assert(
      fc.property(restless, ({ life, steadyIds }) => {
        const history = live(life);
        expect(range(steadyIds.map((id) => weightOf(history, id)))).toBeLessThanOrEqual(6);
      }),
      RUNS,
    );
  });

  it("starves nobody: whoever can always be asked is asked within one round of those present", () => {
    fc.assert(
      fc.property(restless, ({ life, steadyIds }) => {
        const waits = new Map(steadyIds.map((id) => [id, 0]));
        live(life, ({ at: when }, _history, picked) => {
          const present = life.people.filter((person) => takesTurns(person, when)).length;
          for (const id of steadyIds) {
            waits.set(id, picked.includes(id) ? 0 : (waits.get(id) ?? 0) + 1);
            expect(waits.get(id)).toBeLessThanOrEqual(Math.max(life.people.length, present));
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it("says the same of the same history, in whatever order it is handed over", () => {
    fc.assert(
      fc.property(restless, fc.integer(), ({ life }, seed) => {
        const history = live(life);
        const question: Question = { sittingId: 9_999, at: at(2_000), poleId: 1, roles: ALL, already: [], unavailable: new Set(), apart: 30 * DAY };
        const shuffled = <T>(list: readonly T[]): T[] => list.map((one, index) => ({ one, key: Math.imul(index + 1, seed | 1) })).sort((a, b) => a.key - b.key).map(({ one }) => one);
        expect(suggest(shuffled(life.people), shuffled(history), question)).toEqual(suggest(life.people, history, question));
      }),
      { numRuns: 200 },
    );
  });
});

describe("a suggestion", () => {
  const three = [candidate(1), candidate(2), candidate(3)];
  const question: Question = { sittingId: 50, at: at(100), poleId: null, roles: ALL, already: [], unavailable: new Set(), apart: 0 };
  const served = (sittingId: number, day: number, facilitation: number, coordination: number, notes: number): Served => ({
    sittingId, at: at(day), poleId: null, turns: [{ memberId: facilitation, role: "facilitation" }, { memberId: coordination, role: "coordination" }, { memberId: notes, role: "notes" }],
  });

  it("gives the notes to who carried most", () => {
    const history = [served(1, 0, 1, 2, 3), served(2, 21, 1, 3, 2)];
    expect(suggest(three, history, question).find(({ role }) => role === "notes")?.memberId).toBe(1);
  });

  it("leaves a role open rather than asking someone who cannot", () => {
    const picked = suggest(three, [], { ...question, unavailable: new Set([2]) });
    expect(picked.map(({ role, memberId }) => [role, memberId === null])).toEqual([["facilitation", false], ["coordination", false], ["notes", true]]);
  });

  it("passes over who has a turn within the weeks that stand between, before or after", () => {
    const people = Array.from({ length: 7 }, (_, index) => candidate(index + 1));
    const history = [served(1, 90, 1, 2, 3), served(2, 110, 4, 5, 6)];
    expect(suggest(people, history, { ...question, apart: 14 * DAY }).flatMap(({ memberId }) => memberId ?? [])).toEqual([7]);
  });

  it("starts a newcomer at the group's median wait", () => {
    const people = [...Array.from({ length: 6 }, (_, index) => candidate(index + 1)), candidate(7, { joinedAt: at(95) })];
    const history = [served(1, 0, 1, 2, 3), served(2, 21, 4, 5, 6), served(3, 42, 1, 2, 3)];
    expect(accountsAt(people, history, question).get(7)?.wait).toBe(0.5);
    expect(suggest(people, history, question).map(({ memberId }) => memberId).sort()).toEqual([4, 5, 6]);
  });

  it("owes nothing for a leave, and counts no wait during it", () => {
    const away = candidate(4, { leaves: [{ from: at(10), until: at(95) }] });
    const people = [...three, away];
    const history = [served(1, 0, 1, 2, 4), served(2, 21, 1, 2, 3), served(3, 42, 3, 1, 2)];
    expect(accountsAt(people, history, question).get(4)?.wait).toBe(0);
  });

  it("keeps an exemption", () => {
    const people = [candidate(1), candidate(2), candidate(3, { exemptions: [{ from: at(-1), until: null }] })];
    expect(suggest(people, [], question).map(({ memberId }) => memberId)).not.toContain(3);
  });

  it("puts someone experienced beside someone new, and two organisations side by side, between people who waited alike", () => {
    const people = [candidate(1, { organisationId: 1 }), candidate(2, { organisationId: 1 }), candidate(3, { organisationId: 2 })];
    const [second] = suggest(people, [], { ...question, roles: ["coordination"], already: [1] });
    expect([second?.memberId, second?.reason?.because]).toEqual([3, "organisation"]);
  });

  it("plans a season one sitting after another, and fills only what is open", () => {
    const people = Array.from({ length: 6 }, (_, index) => candidate(index + 1));
    const season = suggestSeason(people, [], [{ ...question, sittingId: 2, at: at(21) }, { ...question, sittingId: 1, at: at(0) }]);
    expect(season.map(({ sittingId }) => sittingId)).toEqual([1, 2]);
    expect(new Set(season.flatMap(({ suggestions }) => suggestions.map(({ memberId }) => memberId))).size).toBe(6);
  });
});
