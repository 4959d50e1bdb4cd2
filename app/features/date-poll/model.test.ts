import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestFirst, byDay, dateMail, fieldOf, missingOf, pollStateOf, readAnswers, readDateMail, readSlot, type Weighed } from "./model";

const NOW = new Date("2027-01-10T12:00:00Z");
const ZONE = "America/Toronto";
const typed = { date: "2027-03-02", debut: "13:30", fin: "15:30", fuseau: ZONE };

describe("reading a slot", () => {
  it("takes a day and two hours on the clocks of the zone", () => {
    expect(readSlot(typed, NOW)).toEqual({ localStart: "2027-03-02 13:30:00", zone: ZONE, startsAt: new Date("2027-03-02T18:30:00Z"), durationMinutes: 120 });
    expect(readSlot({ ...typed, fuseau: "America/Halifax" }, NOW)).toMatchObject({ startsAt: new Date("2027-03-02T17:30:00Z") });
  });

  it.each([
    [{ date: "" }, "date", /Choisissez une date/],
    [{ date: "2027-02-30" }, "date", /n’existe pas dans le calendrier/],
    [{ date: "2026-12-01" }, "date", /est passé/],
    [{ debut: "" }, "debut", /Choisissez une heure/],
    [{ debut: "13h30" }, "debut", /13:30/],
    [{ fin: "" }, "fin", /heure de fin/],
    [{ fin: "13:30" }, "fin", /avant le début/],
    [{ fin: "09:00" }, "fin", /avant le début/],
    [{ fin: "13:40" }, "fin", /15 minutes/],
    [{ date: "2027-03-14", debut: "02:30", fin: "04:30" }, "debut", /n’existe pas.*3\u00a0h\u00a030 existe/],
    [{ date: "2027-11-07", debut: "01:30", fin: "03:00" }, "laquelle", /vient deux fois/],
  ])("refuses %j beside its field, with the reason", (change, field, sentence) => {
    const read = readSlot({ ...typed, ...change }, NOW);
    expect(read).toMatchObject({ field });
    expect("sentence" in read && read.sentence).toMatch(sentence);
  });

  it("lasts as long as the clocks really take over a night when they go back", () => {
    const slot = { date: "2027-11-07", debut: "01:30", fin: "03:00", fuseau: ZONE };
    expect(readSlot({ ...slot, laquelle: "1" }, NOW)).toMatchObject({ startsAt: new Date("2027-11-07T05:30:00Z"), durationMinutes: 150 });
    expect(readSlot({ ...slot, laquelle: "2" }, NOW)).toMatchObject({ startsAt: new Date("2027-11-07T06:30:00Z"), durationMinutes: 90 });
  });
});

const count = fc.integer({ min: 0, max: 6 });
const weighed = fc.array(
  fc.record({ startsAt: fc.integer({ min: 0, max: 5 }).map((n) => `2027-03-0${n + 1}T18:00:00Z`), tally: fc.record({ oui: count, besoin: count, non: count }), refusedBy: fc.array(fc.constantFrom("Inès", "Paul"), { maxLength: 2 }) }),
  { maxLength: 12 },
).map((slots): Weighed[] => slots.map((slot, index) => ({ ...slot, id: index + 1 })));

describe("what suits best", () => {
  it("is the same whatever the order the slots came in", () => {
    fc.assert(
      fc.property(weighed.chain((slots) => fc.tuple(fc.constant(slots), fc.shuffledSubarray(slots, { minLength: slots.length }))), ([slots, shuffled]) => {
        expect(bestFirst(shuffled)).toEqual(bestFirst(slots));
        expect(bestFirst(slots).map(({ id }) => id).sort((a, b) => a - b)).toEqual(slots.map(({ id }) => id));
      }),
    );
  });

  it("never puts a slot that a required person refused before one that none refused", () => {
    fc.assert(
      fc.property(weighed, (slots) => {
        const refused = bestFirst(slots).map(({ refusedBy }) => refusedBy.length);
        expect(refused).toEqual([...refused].sort((a, b) => a - b));
      }),
    );
  });

  it("never ranks a slot lower because one more person can", () => {
    fc.assert(
      fc.property(weighed.filter(({ length }) => length > 0), fc.nat(), (slots, pick) => {
        const chosen = slots[pick % slots.length];
        if (!chosen) return;
        const rank = (list: Weighed[]) => bestFirst(list).findIndex(({ id }) => id === chosen.id);
        const more = slots.map((slot) => (slot.id === chosen.id ? { ...slot, tally: { ...slot.tally, oui: slot.tally.oui + 1 } } : slot));
        expect(rank(more)).toBeLessThanOrEqual(rank(slots));
      }),
    );
  });
});

describe("a poll", () => {
  const at = { opened: true, closed: false, chosen: false, answerUntil: new Date("2027-01-20T04:59:00Z") };
  it("is prepared, open, ended by its deadline, then chosen or dropped", () => {
    expect(pollStateOf({ ...at, opened: false }, NOW)).toBe("preparing");
    expect(pollStateOf(at, NOW)).toBe("open");
    expect(pollStateOf(at, new Date("2027-01-20T04:59:00Z"))).toBe("ended");
    expect(pollStateOf({ ...at, closed: true, chosen: true }, NOW)).toBe("chosen");
    expect(pollStateOf({ ...at, closed: true }, NOW)).toBe("dropped");
  });

  it("asks a person who answered only about the slot that came later", () => {
    expect(missingOf([1, 2, 3], new Set())).toBe("all");
    expect(missingOf([1, 2, 3], new Set([1, 2]))).toBe("some");
    expect(missingOf([3], new Set([1, 2]))).toBe("some");
    expect(missingOf([1, 2], new Set([1, 2]))).toBe("none");
  });

  it("reads the answers of its own slots and no other", () => {
    expect(readAnswers([4, 5, 6], { [fieldOf(4)]: "oui", [fieldOf(5)]: "peut-etre", [fieldOf(7)]: "non" })).toEqual([{ slotId: 4, choice: "oui" }]);
  });

  it("puts the slots of a day together", () => {
    const slots = [{ localStart: "2027-03-02 09:00:00" }, { localStart: "2027-03-02 13:30:00" }, { localStart: "2027-03-04 09:00:00" }];
    expect(byDay(slots).map(({ day, slots: own }) => [day, own.length])).toEqual([["2027-03-02", 2], ["2027-03-04", 1]]);
  });

  it("names its mails so that they can be read back", () => {
    expect(readDateMail(dateMail(12, "reminder"))).toEqual({ pollId: 12, what: "reminder" });
    expect(readDateMail("12-autre")).toBeNull();
  });
});
