import { describe, expect, it } from "vitest";
import { csvOf } from "./model";

describe("a table for a spreadsheet in Québec", () => {
  it("says that it is UTF-8, and separates by semicolons and line ends as Windows does", () => {
    expect(csvOf([["Été", 3], ["b", 2.5]])).toBe('\ufeff"Été";3\r\n"b";2,5\r\n');
  });

  it("shows what begins like a formula instead of reckoning it", () => {
    for (const text of ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1"]) expect(csvOf([[text]])).toMatch(/^\ufeff"'/);
  });

  it("keeps quotes, semicolons and breaks inside their cell", () => {
    expect(csvOf([['dit "oui"; puis\nnon', 1]])).toBe('\ufeff"dit ""oui""; puis non";1\r\n');
  });
});
