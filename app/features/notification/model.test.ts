import { describe, expect, it } from "vitest";
import { formatCursor, heldUntil, KINDS, parseCursor, summaryDue, USUAL_TIMES, type MailTimes } from "./model";

const ZONE = "America/Toronto";
const held = (at: string, times: Partial<MailTimes>) => heldUntil(new Date(at), ZONE, { ...USUAL_TIMES, ...times }).toISOString();
const due = (at: string, times: Partial<MailTimes> = {}) => summaryDue(new Date(at), ZONE, { ...USUAL_TIMES, ...times });
const NIGHT = { quietFrom: 20 * 60, quietUntil: 7 * 60 };

describe("a mail that is ready", () => {
  it("goes at once where nobody asked for quiet", () => {
    expect(held("2027-03-06T08:00:00Z", {})).toBe("2027-03-06T08:00:00.000Z");
  });

  it("waits for the end of the night, before midnight and after", () => {
    expect(held("2027-03-02T01:30:00Z", NIGHT)).toBe("2027-03-02T12:00:00.000Z");
    expect(held("2027-03-02T11:59:00Z", NIGHT)).toBe("2027-03-02T12:00:00.000Z");
    expect(held("2027-03-02T12:00:00Z", NIGHT)).toBe("2027-03-02T12:00:00.000Z");
    expect(held("2027-03-02T17:10:00Z", { quietFrom: 12 * 60, quietUntil: 13 * 60 })).toBe("2027-03-02T18:00:00.000Z");
  });

  it("waits over days off, and then for the morning", () => {
    expect(held("2027-03-05T23:00:00Z", { daysOff: [6, 0] })).toBe("2027-03-05T23:00:00.000Z");
    expect(held("2027-03-06T15:00:00Z", { daysOff: [6, 0] })).toBe("2027-03-08T05:00:00.000Z");
    expect(held("2027-03-06T15:00:00Z", { ...NIGHT, daysOff: [6, 0] })).toBe("2027-03-08T12:00:00.000Z");
    expect(held("2027-03-01T15:00:00Z", { ...NIGHT, daysOff: [1, 2, 3, 4, 5, 6] })).toBe("2027-03-07T12:00:00.000Z");
  });

  it("ends its wait by the clocks on the nights that they change", () => {
    expect(held("2027-03-14T05:00:00Z", NIGHT)).toBe("2027-03-14T11:00:00.000Z");
    expect(held("2027-11-07T04:00:00Z", NIGHT)).toBe("2027-11-07T12:00:00.000Z");
    expect(held("2027-03-14T06:30:00Z", { quietFrom: 60, quietUntil: 150 })).toBe("2027-03-14T07:30:00.000Z");
    expect(held("2027-11-07T06:10:00Z", { quietFrom: 60, quietUntil: 90 })).toBe("2027-11-07T06:30:00.000Z");
  });

  it("is never held for good", () => {
    for (let hour = 0; hour < 24 * 14; hour += 1) {
      const at = new Date(Date.UTC(2027, 10, 1, hour));
      const until = heldUntil(at, ZONE, { ...USUAL_TIMES, quietFrom: 420, quietUntil: 390, daysOff: [0, 1, 2, 4, 5, 6] });
      expect(heldUntil(until, ZONE, { ...USUAL_TIMES, quietFrom: 420, quietUntil: 390, daysOff: [0, 1, 2, 4, 5, 6] })).toEqual(until);
    }
  });
});

describe("a summary", () => {
  it("is due on its days from its hour on, and named by the day", () => {
    expect(due("2027-03-02T13:29:59Z")).toBeNull();
    expect(due("2027-03-02T13:30:00Z")).toEqual({ day: "2027-03-02", since: new Date("2027-03-02T13:30:00Z") });
    expect(due("2027-03-03T04:59:00Z")?.day).toBe("2027-03-02");
    expect(due("2027-03-03T05:00:00Z")).toBeNull();
    expect(due("2027-03-03T13:30:00Z", { summaryDays: [3, 5] })?.day).toBe("2027-03-03");
  });

  it("keeps its hour when the clocks change", () => {
    expect(due("2027-03-16T12:30:00Z")?.since.toISOString()).toBe("2027-03-16T12:30:00.000Z");
    expect(due("2027-03-14T07:30:00Z", { summaryDays: [0], summaryMinute: 150 })?.day).toBe("2027-03-14");
  });
});

describe("a line", () => {
  it("says who in French, whoever it is", () => {
    expect(KINDS.reply.sentence("Une personne membre", 2)).toBe("2 réponses, la dernière d’une personne membre");
    expect(KINDS.reply.sentence("Une personne membre", 1)).toBe("Une personne membre a répondu");
    expect(KINDS.answer.sentence("Karine Tousignant")).toBe("Votre question a trouvé une réponse, celle de Karine Tousignant");
  });
});

describe("where the list goes on", () => {
  it("is read back, and anything else is the beginning", () => {
    expect(parseCursor(formatCursor({ unread: false, id: "12" }))).toEqual({ unread: false, id: "12" });
    for (const wrong of [null, "", "2-1", "1-0", "1-x", "1-12345678901234567"]) expect(parseCursor(wrong)).toBeNull();
  });
});
