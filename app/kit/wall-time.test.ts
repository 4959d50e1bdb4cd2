import { describe, expect, it } from "vitest";
import { dayName, instantOf, instantsOf, minuteOfDay, onDay, wallTimeAt, weekdayOf } from "./wall-time";

const MONTREAL = "America/Toronto";
const at = (year: number, month: number, day: number, hour = 0, minute = 0) => ({ year, month, day, hour, minute });
const iso = (dates: Date[]) => dates.map((date) => date.toISOString());

describe("the instant that a clock on a wall shows", () => {
  it("follows the zone through both halves of the year", () => {
    expect(iso(instantsOf(at(2027, 1, 12, 8, 30), MONTREAL))).toEqual(["2027-01-12T13:30:00.000Z"]);
    expect(iso(instantsOf(at(2027, 7, 13, 8, 30), MONTREAL))).toEqual(["2027-07-13T12:30:00.000Z"]);
  });

  it("does not exist in the hour that spring skips, and is then moved past the change", () => {
    expect(instantsOf(at(2027, 3, 14, 2, 30), MONTREAL)).toEqual([]);
    expect(instantOf(at(2027, 3, 14, 2, 30), MONTREAL).toISOString()).toBe("2027-03-14T07:30:00.000Z");
    expect(iso(instantsOf(at(2027, 3, 14, 3, 0), MONTREAL))).toEqual(["2027-03-14T07:00:00.000Z"]);
  });

  it("comes twice in the hour that autumn repeats, the earlier one first", () => {
    expect(iso(instantsOf(at(2027, 11, 7, 1, 30), MONTREAL))).toEqual(["2027-11-07T05:30:00.000Z", "2027-11-07T06:30:00.000Z"]);
    expect(iso(instantsOf(at(2027, 11, 7, 2, 0), MONTREAL))).toEqual(["2027-11-07T07:00:00.000Z"]);
  });

  it.each([MONTREAL, "America/Halifax", "America/St_Johns", "Pacific/Chatham", "Asia/Kolkata", "Europe/Paris", "UTC"])("is read back by the clocks of %s, all through a year", (zone) => {
    for (let instant = Date.UTC(2027, 0, 1); instant < Date.UTC(2028, 0, 1); instant += 45 * 60_000) {
      const found = instantsOf(wallTimeAt(new Date(instant), zone), zone).map(Number);
      expect(found).toContain(instant);
      expect(found.length).toBeLessThanOrEqual(2);
    }
  });
});

describe("days", () => {
  it("are counted on the calendar, whatever the clocks do in between", () => {
    expect(onDay(at(2027, 2, 27), 2, 8 * 60 + 30)).toEqual(at(2027, 3, 1, 8, 30));
    expect(onDay(at(2027, 1, 1, 9), -1, 0)).toEqual(at(2026, 12, 31));
    expect([weekdayOf(at(2027, 3, 2)), weekdayOf(at(2027, 3, 7))]).toEqual([2, 0]);
    expect(minuteOfDay(at(2027, 3, 2, 8, 30))).toBe(510);
    expect(dayName(at(2027, 3, 2))).toBe("2027-03-02");
  });
});
