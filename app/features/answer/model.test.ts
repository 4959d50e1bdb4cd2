import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReminderMail, reminderMail } from "./call/model";
import { readSeatMail, seatMail } from "./mail/model";
import { heldUntil, seatsLeft, takesAnswers, takesChanges } from "./model";

const HOUR = 3_600_000;
const instant = fc.date({ min: new Date("2026-01-01T00:00:00Z"), max: new Date("2035-01-01T00:00:00Z"), noInvalidDate: true });

describe("how long a freed seat is held", () => {
  it("is a day at most, and never beyond the beginning, however near it is", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 60 * 24 * 90 }), (now, minutes) => {
        const starts = new Date(now.getTime() + minutes * 60_000);
        const until = heldUntil(now, starts).getTime();
        expect(until).toBeGreaterThanOrEqual(now.getTime());
        expect(until).toBeLessThanOrEqual(Math.min(now.getTime() + 24 * HOUR, Math.max(starts.getTime(), now.getTime())));
      }),
    );
  });

  it("never grows as the day comes nearer", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }), (now, one, other) => {
        const [near, far] = [Math.min(one, other), Math.max(one, other)].map((minutes) => heldUntil(now, new Date(now.getTime() + minutes * 60_000)).getTime());
        expect(near).toBeLessThanOrEqual(far ?? 0);
      }),
    );
  });

  it("is a day until four days before, six hours on the eve, and an hour four hours before", () => {
    const now = new Date("2027-03-01T12:00:00Z");
    const held = (hours: number) => (heldUntil(now, new Date(now.getTime() + hours * HOUR)).getTime() - now.getTime()) / HOUR;
    expect([held(500), held(96), held(24), held(4)]).toEqual([24, 24, 6, 1]);
  });
});

describe("what a sitting takes", () => {
  const now = new Date("2027-03-01T12:00:00Z");
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR);

  it("is new answers until its deadline, and changes until it begins", () => {
    const sitting = (deadline: Date | null, startsAt = at(10)) => ({ planned: true, startsAt, deadline });
    expect([takesAnswers(sitting(null), now), takesAnswers(sitting(at(1)), now), takesAnswers(sitting(at(-1)), now)]).toEqual([true, true, false]);
    expect([takesChanges(sitting(at(-1)), now), takesChanges(sitting(null, at(-1)), now), takesChanges({ planned: false, startsAt: at(10) }, now)]).toEqual([true, false, false]);
  });

  it("is never less than no seat, and any number without a limit", () => {
    expect([seatsLeft(null, 400), seatsLeft(5, 2), seatsLeft(5, 9)]).toEqual([null, 3, 0]);
  });
});

describe("what a mail is about", () => {
  it("is read back as it was written, and nothing else is", () => {
    expect(readSeatMail(seatMail(12, "put-back"))).toEqual({ sittingId: 12, what: "put-back" });
    expect(readReminderMail(reminderMail(7, "eve", 12))).toEqual({ meetingId: 7, what: "eve", sittingId: 12 });
    expect(readReminderMail(reminderMail(7, "unanswered", null))).toEqual({ meetingId: 7, what: "unanswered", sittingId: null });
    expect([readSeatMail("12-nothing"), readSeatMail("x"), readReminderMail("7-never-0")]).toEqual([null, null, null]);
  });
});
