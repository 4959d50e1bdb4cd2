import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cross, groupsOf, type Crossed } from "../model";
import type { Question } from "../../question/model";
import { protect, reckonable } from "./model";

const ask = (id: number, options: number): Question => ({ id, kind: "one", label: `Question ${id}`, hint: "", required: false, options: Array.from({ length: options }, (_, at) => `Choix ${at + 1}`), levels: [] });

/**
 * Whoever reads what is published, and reckons: the cells and sizes that are shown, and the
 * totals of columns. Tries every table of whole numbers by hand, cell after cell, without any
 * of the reasoning of the code under test.
 */
function canBe({ groups }: Pick<Crossed, "groups">, totals: readonly number[], row: number, column: number, value: (count: number) => boolean): boolean {
  const places = groups.flatMap(({ counts }, r) => counts.flatMap((count, c) => (count === null ? [[r, c] as const] : [])));
  const left = totals.map((total, c) => total - groups.reduce((sum, { counts }) => sum + (counts[c] ?? 0), 0));
  const room = groups.map(({ size, counts }) => (size === null ? null : size - counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)));
  // The cell that is asked about first, so that what cannot be is seen early.
  places.sort((a, b) => Number(b[0] === row && b[1] === column) - Number(a[0] === row && a[1] === column) || a[0] - b[0] || a[1] - b[1]);
  const lastOf = (of: (place: readonly [number, number]) => boolean) => places.reduce((last, place, at) => (of(place) ? at : last), -1);
  const lastInRow = groups.map((_, r) => lastOf(([at]) => at === r));
  const lastInColumn = totals.map((_, c) => lastOf(([, at]) => at === c));
  const fill = (at: number): boolean => {
    const place = places[at];
    if (!place) return true;
    const [r, c] = place;
    const most = Math.min(left[c] ?? 0, room[r] ?? Number.POSITIVE_INFINITY);
    for (let count = 0; count <= most; count += 1) {
      if (r === row && c === column && !value(count)) continue;
      if (lastInColumn[c] === at && count !== left[c]) continue;
      if (lastInRow[r] === at && room[r] !== null && count !== room[r]) continue;
      left[c] = (left[c] ?? 0) - count;
      if (room[r] !== null) room[r] = (room[r] ?? 0) - count;
      const found = fill(at + 1);
      left[c] = (left[c] ?? 0) + count;
      if (room[r] !== null) room[r] = (room[r] ?? 0) + count;
      if (found) return true;
    }
    return false;
  };
  return fill(0);
}

/** Every hidden cell could be two things at least, for all that is published. */
function expectNothingTold(table: Crossed, totals: readonly number[]): void {
  table.groups.forEach(({ counts }, r) =>
    counts.forEach((count, c) => {
      if (count !== null) return expect(count === null || count >= 5).toBe(true);
      const some = Array.from({ length: 60 }, (_, value) => value).filter((value) => canBe(table, totals, r, c, (tried) => tried === value)).slice(0, 2);
      expect([r, c, some.length]).toEqual([r, c, 2]);
    }),
  );
}

const survey = fc.record({
  groups: fc.integer({ min: 2, max: 4 }),
  options: fc.integer({ min: 2, max: 4 }),
  /** Answers lean to the first ones, so that small and large groups come together. */
  people: fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 })), { minLength: 10, maxLength: 70 }),
});

const leaning = (drawn: number, among: number): number => Math.min(among - 1, Math.floor((drawn * drawn * among) / 110));

describe("what of a crossing may be shown", () => {
  it("tells no hidden cell, in every table of whole numbers consistent with what is published, over thousands of surveys", () => {
    let shown = 0;
    fc.assert(
      fc.property(survey, fc.boolean(), ({ groups, options, people }, byOrganisation) => {
        const [by, target] = [ask(1, groups), ask(2, options)];
        const all = people.map(([group, option]) => ({ "1": leaning(group, groups) + 1, "2": leaning(option, options) + 1 }));
        const grouped = byOrganisation ? { names: by.options, of: (at: number) => (all[at]?.["1"] ?? 1) - 1, sizesKnown: false } : groupsOf(by, all);
        for (const table of cross([by, target], 1, all, grouped)) {
          shown += 1;
          const totals = table.columns.map((column) => all.filter((answers) => target.options[answers["2"] - 1] === column).length);
          expectNothingTold(table, totals);
        }
      }),
      { numRuns: 3_000, seed: 20261124 },
    );
    // It would be easy to tell nothing by showing nothing.
    expect(shown).toBeGreaterThan(500);
  }, 60_000);

  it("shows everything where every cell has five or more", () => {
    expect(protect([[5, 9], [7, 6]], true)?.hidden.flat()).toEqual([false, false, false, false]);
  });

  it("hides with a small cell the next smallest ones, so that no total gives it back", () => {
    expect(protect([[3, 20, 9], [8, 12, 30], [14, 6, 7]], true)?.hidden).toEqual([[true, false, true], [false, false, false], [true, false, true]]);
  });

  it("shows nothing where everyone answered the same, since each group's answer would be told", () => {
    expect(protect([[3], [12]], true)).toBeNull();
  });

  it("leaves six daycares of two people each out altogether", () => {
    expect(protect(Array.from({ length: 6 }, () => [1, 1]), false)).toBeNull();
  });

  it("hides the size of a small group with the next one, and all that they answered", () => {
    const guarded = protect([[2, 1], [6, 7], [20, 15]], false);
    expect(guarded?.rowHidden).toEqual([true, true, false]);
    expect(guarded?.hidden[2]).toEqual([false, false]);
  });

  it("sees that a hidden cell is told when no circle of hidden cells passes through it", () => {
    const cells = [[2, 8], [9, 11]];
    expect(reckonable(cells, [[true, false], [false, false]], [false, false])).toEqual([0, 0]);
    expect(reckonable(cells, [[true, true], [true, true]], [false, false])).toBeNull();
    expect(reckonable([[0, 8], [0, 11]], [[true, true], [true, true]], [false, false])).toEqual([0, 0]);
  });
});
