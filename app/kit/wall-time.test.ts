import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { dayName, instantOf, instantsOf, minuteOfDay, onDay, parseWallTime, timeName, wallTimeAt, weekdayOf } from "./wall-time";

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

describe("the days on which clocks change", () => {
  const spring = { skipped: [2, 30], first: [3, 0] } as const;
  const autumn = [1, 30] as const;

  it.each([
    [MONTREAL, "2027-03-14T07:00:00.000Z", ["2027-11-07T05:30:00.000Z", "2027-11-07T06:30:00.000Z"]],
    ["America/Halifax", "2027-03-14T06:00:00.000Z", ["2027-11-07T04:30:00.000Z", "2027-11-07T05:30:00.000Z"]],
    ["America/Moncton", "2027-03-14T06:00:00.000Z", ["2027-11-07T04:30:00.000Z", "2027-11-07T05:30:00.000Z"]],
  ])("skip an hour in March and repeat one in November in %s", (zone, after, twice) => {
    expect(instantsOf(at(2027, 3, 14, ...spring.skipped), zone)).toEqual([]);
    expect(iso(instantsOf(at(2027, 3, 14, ...spring.first), zone))).toEqual([after]);
    expect(iso(instantsOf(at(2027, 11, 7, ...autumn), zone))).toEqual(twice);
  });

  it("are days like others where clocks never change", () => {
    expect(iso(instantsOf(at(2027, 3, 14, 2, 30), "America/Blanc-Sablon"))).toEqual(["2027-03-14T06:30:00.000Z"]);
    expect(iso(instantsOf(at(2027, 11, 7, 1, 30), "America/Blanc-Sablon"))).toEqual(["2027-11-07T05:30:00.000Z"]);
  });

  describe("whatever the zone of the server", () => {
    const zone = process.env.TZ;
    afterEach(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });

    it.each([
      ["UTC", 0],
      ["Asia/Tokyo", -540],
      ["America/Toronto", 300],
    ])("are the same in %s", (server, offset) => {
      process.env.TZ = server;
      expect(new Date(2027, 0, 12).getTimezoneOffset()).toBe(offset);
      expect(iso(instantsOf(at(2027, 3, 7, 10), MONTREAL))).toEqual(["2027-03-07T15:00:00.000Z"]);
      expect(iso(instantsOf(at(2027, 3, 14, 10), MONTREAL))).toEqual(["2027-03-14T14:00:00.000Z"]);
      expect(instantsOf(at(2027, 3, 14, 2, 30), MONTREAL)).toEqual([]);
      expect(iso(instantsOf(at(2027, 11, 7, 1, 30), MONTREAL))).toHaveLength(2);
      expect(wallTimeAt(new Date("2027-11-07T06:30:00Z"), MONTREAL)).toEqual(at(2027, 11, 7, 1, 30));
      expect(parseWallTime("2027-03-14", "02:30")).toEqual(at(2027, 3, 14, 2, 30));
    });
  });
});

describe("a date and an hour as a form carries them", () => {
  it.each([
    ["2027-02-30", "10:00"], ["2027-13-01", "10:00"], ["2027-02-29", "10:00"], ["2027-04-31", "10:00"], ["2027-00-10", "10:00"],
    ["2027-03-02", "24:00"], ["2027-03-02", "10:60"], ["", "10:00"], ["2027-03-02", ""], ["02/03/2027", "10:00"], ["2027-03-02", "10 h"],
  ])("are nothing when they do not exist: %s %s", (day, time) => {
    expect(parseWallTime(day, time)).toBeNull();
  });

  it("come back as they were typed, for every minute of every day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 365 * 40 }), (minutes) => {
        const wall = wallTimeAt(new Date(Date.UTC(2020, 0, 1) + minutes * 60_000), "UTC");
        expect(parseWallTime(dayName(wall), timeName(wall))).toEqual(wall);
      }),
    );
  });

  it("name instants that show them again, in every zone of the country", () => {
    const zones = [MONTREAL, "America/Halifax", "America/Moncton", "America/Blanc-Sablon", "America/St_Johns", "America/Regina", "America/Vancouver"];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 365 * 30 }), fc.integer({ min: 0, max: 1439 }), (zone, days, minute) => {
        const wall = onDay(at(2020, 1, 1), days, minute);
        const found = instantsOf(wall, zone);
        expect(found.length).toBeLessThanOrEqual(2);
        for (const instant of found) expect(wallTimeAt(instant, zone)).toEqual(wall);
        // A skipped hour is the only one without an instant, and it is moved by that hour.
        if (found.length === 0) expect(minuteOfDay(wallTimeAt(instantOf(wall, zone), zone))).toBe(minute + 60);
      }),
      { numRuns: 500 },
    );
  });
});
