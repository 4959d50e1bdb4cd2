import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWallTime, weekdayOf } from "~/kit/wall-time";
import { easterOf, holidaysOf, whyOff } from "./model";

const daysOf = (year: number): string[] => holidaysOf(year).map(({ day }) => day);
const weekday = (day: string): number => weekdayOf(parseWallTime(day, "00:00") ?? { year: 0, month: 0, day: 0, hour: 0, minute: 0 });

describe("the statutory holidays of Québec", () => {
  it("are those of the published calendars, from 2023 to 2029", () => {
    expect(daysOf(2023)).toEqual(["2023-01-01", "2023-04-07", "2023-04-10", "2023-05-22", "2023-06-24", "2023-07-01", "2023-09-04", "2023-10-09", "2023-12-25"]);
    expect(daysOf(2024)).toEqual(["2024-01-01", "2024-03-29", "2024-04-01", "2024-05-20", "2024-06-24", "2024-07-01", "2024-09-02", "2024-10-14", "2024-12-25"]);
    expect(daysOf(2025)).toEqual(["2025-01-01", "2025-04-18", "2025-04-21", "2025-05-19", "2025-06-24", "2025-07-01", "2025-09-01", "2025-10-13", "2025-12-25"]);
    expect(daysOf(2026)).toEqual(["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-18", "2026-06-24", "2026-07-01", "2026-09-07", "2026-10-12", "2026-12-25"]);
    expect(daysOf(2027)).toEqual(["2027-01-01", "2027-03-26", "2027-03-29", "2027-05-24", "2027-06-24", "2027-07-01", "2027-09-06", "2027-10-11", "2027-12-25"]);
    expect(daysOf(2029)).toEqual(["2029-01-01", "2029-03-30", "2029-04-02", "2029-05-21", "2029-06-24", "2029-06-25", "2029-07-02", "2029-09-03", "2029-10-08", "2029-12-25"]);
  });

  it("move the first of July to the second on a Sunday, and give the 25th of June besides a Sunday the 24th", () => {
    expect(daysOf(2018)).toContain("2018-07-02");
    expect(daysOf(2018)).not.toContain("2018-07-01");
    expect(daysOf(2018)).toEqual(expect.arrayContaining(["2018-06-24", "2018-06-25"]));
    expect(daysOf(2027)).not.toContain("2027-06-25");
  });

  it("take the Monday before the 25th of May, a week earlier when the 25th is a Monday", () => {
    expect(daysOf(2020)).toContain("2020-05-18");
    expect(weekday("2020-05-25")).toBe(1);
  });

  it("know Easter over two centuries of tables", () => {
    expect([1961, 2000, 2008, 2011, 2016, 2038, 2049, 2076, 2100].map(easterOf)).toEqual([
      "1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28",
    ]);
  });

  it("fall on the weekdays that the law names, in every year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1980, max: 2199 }), (year) => {
        const of = (name: string) => holidaysOf(year).find((holiday) => holiday.name.startsWith(name))?.day ?? "";
        expect(weekday(easterOf(year))).toBe(0);
        expect(weekday(of("Vendredi saint"))).toBe(5);
        for (const name of ["lundi de Pâques", "Journée nationale", "fête du Travail", "Action de grâces"]) expect(weekday(of(name))).toBe(1);
        expect(of("Journée nationale") >= `${year}-05-18` && of("Journée nationale") <= `${year}-05-24`).toBe(true);
        expect(weekday(of("fête du Canada"))).not.toBe(0);
        expect(daysOf(year)).toEqual([...new Set(daysOf(year))].sort());
      }),
    );
  });
});

describe("why a day is off", () => {
  const closings = [{ label: "Journée pédagogique", firstDay: "2027-03-05", lastDay: "2027-03-05" }, { label: "Semaine de relâche", firstDay: "2027-03-01", lastDay: "2027-03-05" }];

  it("names the holiday and every closing that covers it, first and last days included", () => {
    expect(whyOff("2027-06-24", closings)).toEqual(["Férié\u00a0: fête nationale"]);
    expect(whyOff("2027-03-05", closings)).toEqual(["Fermeture\u00a0: Journée pédagogique", "Fermeture\u00a0: Semaine de relâche"]);
    expect(whyOff("2027-03-01", closings)).toEqual(["Fermeture\u00a0: Semaine de relâche"]);
  });

  it("says nothing of an ordinary day", () => {
    expect(whyOff("2027-03-08", closings)).toEqual([]);
  });
});
