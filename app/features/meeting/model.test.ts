import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agendaText, meetingStateOf, monthsAway, parseAgenda, parseMonth, parseTopics, seasonOf, weeksOf } from "./model";

describe("an agenda", () => {
  it("is read as people write it, with minutes before, behind, or none", () => {
    expect(parseAgenda("15 min Accueil\n20: Tour de table\n- Pause (10 min)\n\n* Échange en petits groupes\n5 minutes – Mot de la fin")).toEqual([
      { title: "Accueil", minutes: 15 },
      { title: "Tour de table", minutes: 20 },
      { title: "Pause", minutes: 10 },
      { title: "Échange en petits groupes", minutes: null },
      { title: "Mot de la fin", minutes: 5 },
    ]);
  });

  it("comes out as it would be read again", () => {
    const title = fc.array(fc.constantFrom("Accueil", "tour", "de", "table", "15", "enfants", "d’éveil", "(suite)"), { minLength: 1, maxLength: 4 }).map((words) => `Le ${words.join(" ")}`);
    const item = fc.record({ title, minutes: fc.option(fc.integer({ min: 1, max: 600 })) });
    fc.assert(fc.property(fc.array(item, { maxLength: 6 }), (items) => {
        expect(parseAgenda(agendaText(items))).toEqual(items);
      }), { numRuns: 300 });
  });
});

describe("the state of a meeting", () => {
  it("is what its sittings are", () => {
    expect(meetingStateOf(false, [])).toBe("draft");
    expect(meetingStateOf(true, ["planned", "held"])).toBe("open");
    expect(meetingStateOf(true, ["held", "cancelled"])).toBe("held");
    expect(meetingStateOf(true, ["postponed", "cancelled"])).toBe("postponed");
    expect(meetingStateOf(true, ["cancelled", "cancelled"])).toBe("cancelled");
  });
});

describe("the calendar of meetings", () => {
  it("begins weeks on Sunday and holds every day of a month once", () => {
    for (let month = 1; month <= 12; month += 1) {
      const weeks = weeksOf({ year: 2027, month });
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      const days = weeks.flat().filter((day) => day !== null);
      expect(days).toEqual(Array.from({ length: new Date(Date.UTC(2027, month, 0)).getUTCDate() }, (_, index) => index + 1));
    }
    expect(weeksOf({ year: 2027, month: 3 })[0]).toEqual([null, 1, 2, 3, 4, 5, 6]);
  });

  it("counts seasons from August, and months over the turn of the year", () => {
    expect([seasonOf({ year: 2027, month: 7 }), seasonOf({ year: 2027, month: 8 })]).toEqual([2026, 2027]);
    expect([monthsAway({ year: 2026, month: 12 }, 1), monthsAway({ year: 2027, month: 1 }, -1)]).toEqual([{ year: 2027, month: 1 }, { year: 2026, month: 12 }]);
    expect([parseMonth("2027-03"), parseMonth("2027-13"), parseMonth("mars")]).toEqual([{ year: 2027, month: 3 }, null, null]);
  });
});

describe("the topics of a meeting", () => {
  it("are each named once, whatever their capitals and accents", () => {
    expect(parseTopics("Sommeil, sommeil; Éveil , eveil,")).toEqual(["Sommeil", "Éveil"]);
  });
});
