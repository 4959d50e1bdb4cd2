import { describe, expect, it } from "vitest";
import { isRefused, readDeadline, readStart } from "./model";

const NOW = new Date("2027-01-05T15:00:00Z");
const read = (date: string, heure: string, fuseau = "America/Toronto", laquelle?: string) => readStart({ date, heure, fuseau, ...(laquelle ? { laquelle } : {}) }, NOW);
const refusal = (...typed: Parameters<typeof read>): [string, string] => {
  const found = read(...typed);
  return isRefused(found) ? [found.field, found.sentence] : ["", ""];
};
const instant = (...typed: Parameters<typeof read>): string => {
  const found = read(...typed);
  return isRefused(found) ? found.sentence : found.startsAt.toISOString();
};

describe("when a sitting begins", () => {
  it("is what the clocks of its own zone show, in Toronto and on the Atlantic", () => {
    expect(instant("2027-03-02", "13:30")).toBe("2027-03-02T18:30:00.000Z");
    expect(instant("2027-07-06", "13:30")).toBe("2027-07-06T17:30:00.000Z");
    expect(instant("2027-03-02", "13:30", "America/Halifax")).toBe("2027-03-02T17:30:00.000Z");
  });

  it("cannot be an hour that spring skips, and is told which one exists", () => {
    const [field, sentence] = refusal("2027-03-14", "02:30");
    expect(field).toBe("heure");
    expect(sentence).toMatch(/n’existe pas/);
    expect(sentence).toMatch(/3\u00a0h\u00a030 existe/);
  });

  it("asks which one, of an hour that comes twice in autumn, and keeps the one that was chosen", () => {
    expect(refusal("2027-11-07", "01:30")[0]).toBe("laquelle");
    expect(instant("2027-11-07", "01:30", "America/Toronto", "1")).toBe("2027-11-07T05:30:00.000Z");
    expect(instant("2027-11-07", "01:30", "America/Toronto", "2")).toBe("2027-11-07T06:30:00.000Z");
  });

  it("is refused with a sentence when it is past, missing, or no date at all", () => {
    expect(refusal("2027-01-05", "09:00")).toEqual(["date", "Ce moment est passé. Choisissez une date à venir."]);
    expect(refusal("2027-02-30", "13:30")).toEqual(["date", "Cette date n’existe pas dans le calendrier."]);
    expect(refusal("le 2 mars", "13:30")[0]).toBe("date");
    expect(refusal("2027-03-02", "25:00")[0]).toBe("heure");
    expect([refusal("", "13:30")[0], refusal("2027-03-02", "")[0]]).toEqual(["date", "heure"]);
  });
});

describe("until when one may answer", () => {
  const start = read("2027-03-02", "13:30");
  if (isRefused(start)) throw new Error(start.sentence);
  const until = (date: string) => {
    const found = readDeadline(date, start, NOW);
    return isRefused(found) ? found.sentence : (found?.toISOString() ?? null);
  };

  it("is the end of a day there, or the beginning itself on its own day", () => {
    expect([until(""), until("2027-02-26"), until("2027-03-02")]).toEqual([null, "2027-02-27T04:59:00.000Z", "2027-03-02T18:30:00.000Z"]);
  });

  it("is refused after the sitting, in the past, and when there is no such day", () => {
    expect(until("2027-03-03")).toMatch(/après la rencontre/);
    expect(until("2027-01-04")).toMatch(/déjà passée/);
    expect(until("2027-02-30")).toMatch(/n’existe pas/);
  });
});
