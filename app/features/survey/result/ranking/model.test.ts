import { describe, expect, it } from "vitest";
import { rankByPoints, winnerOfPairs } from "./model";

/** So many people with the same ranking, written from the best on. */
const votes = (...lots: [number, string][]): number[][] => lots.flatMap(([count, letters]) => Array.from({ length: count }, () => [...letters].map((letter) => letter.charCodeAt(0) - 64)));
const pointsOf = (options: number, rankings: number[][]) => Object.fromEntries(rankByPoints(options, rankings).map(({ option, points }) => [String.fromCharCode(64 + option), points]));

describe("ranking by Borda's points", () => {
  // Condorcet, « Essai sur l’application de l’analyse… », 1785; points in Young, American Political Science Review 82 (1988), p. 1239.
  it("gives the points of Condorcet's sixty voters, as Young reckons them", () => {
    expect(pointsOf(3, votes([23, "ABC"], [17, "BCA"], [2, "BAC"], [10, "CAB"], [8, "CBA"]))).toEqual({ A: 58, B: 69, C: 53 });
  });

  // The same essay's eighty-one voters, its objection to Borda: A beats each of the others, and B has more points.
  it("gives the points of Condorcet's eighty-one voters, whom it is known to answer otherwise than pairs do", () => {
    const rankings = votes([30, "ABC"], [1, "ACB"], [29, "BAC"], [10, "BCA"], [10, "CAB"], [1, "CBA"]);
    expect(pointsOf(3, rankings)).toEqual({ A: 101, B: 109, C: 33 });
    expect(winnerOfPairs(3, rankings)).toBe(1);
  });

  // The capital of Tennessee, the usual example of voting methods: Memphis, Nashville, Chattanooga, Knoxville.
  it("chooses Nashville for the capital of Tennessee", () => {
    const rankings = votes([42, "ABCD"], [26, "BCDA"], [15, "CDBA"], [17, "DCBA"]);
    expect(pointsOf(4, rankings)).toEqual({ A: 126, B: 194, C: 173, D: 107 });
    expect(winnerOfPairs(4, rankings)).toBe(2);
  });

  it("gives the same place to as many points, and finds no winner of pairs in Condorcet's circle", () => {
    const circle = votes([1, "ABC"], [1, "BCA"], [1, "CAB"]);
    expect(rankByPoints(3, circle).map(({ place }) => place)).toEqual([1, 1, 1]);
    expect(winnerOfPairs(3, circle)).toBeNull();
  });
});
