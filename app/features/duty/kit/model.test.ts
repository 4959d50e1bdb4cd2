import { describe, expect, it } from "vitest";
import { dayLabel, fillMessage, timeOf } from "./model";

describe("a day counted from the sitting", () => {
  it("is named as people say it", () => {
    expect([-42, 0, 7].map(dayLabel)).toEqual(["J-42", "Jour J", "J+7"]);
  });
});

describe("a ready message", () => {
  it("is filled with what is known of the sitting, and keeps in sight what is not", () => {
    expect(fillMessage("Le {date}, de {heures}, à {lieu}.", { date: "mardi 2 mars 2027", heures: "13 h 30 à 15 h 30" })).toBe("Le mardi 2 mars 2027, de 13 h 30 à 15 h 30, à {lieu}.");
  });

  it("takes a word in braces for what it is when it stands for nothing, or for something of the language", () => {
    expect(fillMessage("{bonjour} {constructor} {date}", { date: "{moment}" })).toBe("{bonjour} {constructor} {moment}");
  });
});

describe("when a task is due", () => {
  it("is late after its day, near up to a week ahead, and over once it is done", () => {
    const due = (day: string, done = false) => timeOf({ day, done }, "2027-03-02", "2027-03-09");
    expect([due("2027-03-01"), due("2027-03-02"), due("2027-03-09"), due("2027-03-10"), due("2027-01-01", true)]).toEqual(["late", "soon", "soon", "later", "done"]);
  });
});
