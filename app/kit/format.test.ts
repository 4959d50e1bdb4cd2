import { afterEach, describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatInstant,
  elide,
  formatDuration,
  formatFileSize,
  formatList,
  formatNumber,
  formatShortDate,
  formatTime,
  formatWhen,
  initials,
  plural,
} from "./format";

const MONTREAL = "America/Toronto";
const ATLANTIC = "America/Halifax";
const at = (iso: string) => new Date(iso);
// An underscore stands for a non-breaking space, which the eye would miss.
const nb = (text: string) => text.replaceAll("_", "\u00a0");

describe("elision", () => {
  it("takes the e off before a vowel and the h of a first name", () => {
    expect(["Karine", "Audrey", "Émilie", "Hélène", "Yolande"].map((name) => elide("de", name))).toEqual(["de Karine", "d’Audrey", "d’Émilie", "d’Hélène", "de Yolande"]);
    expect([elide("que", "une"), elide("que", "votre")]).toEqual(["qu’une", "que votre"]);
  });
});

describe("dates and times", () => {
  it("write the first of a month as 1er", () => {
    const noon = at("2027-03-01T18:30:00Z");
    expect(formatDate(noon, MONTREAL)).toBe("lundi 1er mars 2027");
    expect(formatShortDate(noon, MONTREAL)).toBe("1er mars 2027");
    expect(formatDateTime(noon, MONTREAL)).toBe(nb("lundi 1er mars 2027 à 13_h_30"));
  });

  it("write the other days as plain numbers and every month in lower case", () => {
    expect(formatShortDate(at("2027-08-21T12:00:00Z"), MONTREAL)).toBe("21 août 2027");
    expect(formatShortDate(at("2027-02-11T12:00:00Z"), MONTREAL)).toBe("11 février 2027");
    expect(formatDate(at("2027-12-31T12:00:00Z"), MONTREAL)).toBe("vendredi 31 décembre 2027");
  });

  it("write whole hours without minutes and minutes with two digits", () => {
    expect(formatTime(at("2027-03-01T14:00:00Z"), MONTREAL)).toBe(nb("9_h"));
    expect(formatTime(at("2027-03-01T05:05:00Z"), MONTREAL)).toBe(nb("0_h_05"));
    expect(formatTime(at("2027-03-01T05:00:00Z"), MONTREAL)).toBe(nb("0_h"));
  });

  it("follow the clock of the community over the night of 14 March 2027, when it skips an hour", () => {
    expect(formatTime(at("2027-03-14T06:59:00Z"), MONTREAL)).toBe(nb("1_h_59"));
    expect(formatTime(at("2027-03-14T07:00:00Z"), MONTREAL)).toBe(nb("3_h"));
    expect(formatDate(at("2027-03-15T03:59:00Z"), MONTREAL)).toBe("dimanche 14 mars 2027");
    expect(formatDate(at("2027-03-15T04:00:00Z"), MONTREAL)).toBe("lundi 15 mars 2027");
  });

  it("follow it over the night of 7 November 2027, when an hour comes twice", () => {
    expect(formatTime(at("2027-11-07T05:30:00Z"), MONTREAL)).toBe(nb("1_h_30"));
    expect(formatTime(at("2027-11-07T06:30:00Z"), MONTREAL)).toBe(nb("1_h_30"));
    expect(formatDate(at("2027-11-08T04:59:00Z"), MONTREAL)).toBe("dimanche 7 novembre 2027");
  });

  it("show the same instant an hour later in the Atlantic zone", () => {
    const late = at("2027-03-01T04:30:00Z");
    expect(formatDateTime(late, MONTREAL)).toBe(nb("dimanche 28 février 2027 à 23_h_30"));
    expect(formatDateTime(late, ATLANTIC)).toBe(nb("lundi 1er mars 2027 à 0_h_30"));
    expect(formatInstant(late, MONTREAL)).toBe(nb(`dimanche 28 février 2027 à 23_h_30 (${MONTREAL}, UTC−05:00)`));
    expect(formatInstant(new Date("2027-07-01T00:15:59.999Z"), "Asia/Kolkata")).toBe(nb("jeudi 1er juillet 2027 à 5_h_45 (Asia/Kolkata, UTC+05:30)"));
  });

  it("refuse a time zone that does not exist", () => {
    expect(() => formatDate(at("2027-03-01T12:00:00Z"), "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("the machine's own time zone", () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it("changes nothing when it is Tokyo's", () => {
    process.env.TZ = "Asia/Tokyo";
    expect(new Date(0).getTimezoneOffset()).toBe(-540);
    const evening = at("2027-03-01T23:30:00Z");
    expect(formatDateTime(evening, MONTREAL)).toBe(nb("lundi 1er mars 2027 à 18_h_30"));
    expect(formatWhen(evening, at("2027-03-02T04:59:00Z"), MONTREAL)).toBe(nb("aujourd’hui à 18_h_30"));
  });
});

describe("formatWhen", () => {
  const now = at("2027-03-10T17:00:00Z");
  const when = (iso: string) => formatWhen(at(iso), now, MONTREAL);

  it("names today, yesterday and tomorrow by the calendar and not by 24 hours", () => {
    expect(when("2027-03-10T15:42:00Z")).toBe(nb("aujourd’hui à 10_h_42"));
    expect(when("2027-03-10T05:00:00Z")).toBe(nb("aujourd’hui à 0_h"));
    expect(when("2027-03-10T04:59:00Z")).toBe(nb("hier à 23_h_59"));
    expect(when("2027-03-09T14:00:00Z")).toBe(nb("hier à 9_h"));
    expect(when("2027-03-11T14:00:00Z")).toBe(nb("demain à 9_h"));
  });

  it("names the day of the week up to six days back, so that no name means two days", () => {
    expect(when("2027-03-08T14:05:00Z")).toBe(nb("lundi à 9_h_05"));
    expect(when("2027-03-04T14:05:00Z")).toBe(nb("jeudi à 9_h_05"));
    expect(when("2027-03-03T14:05:00Z")).toBe("3 mars");
    expect(when("2027-03-12T14:05:00Z")).toBe("12 mars");
  });

  it("adds the year when it is another one", () => {
    expect(when("2027-01-01T15:00:00Z")).toBe("1er janvier");
    expect(when("2025-03-03T15:00:00Z")).toBe("3 mars 2025");
    expect(when("2028-05-01T15:00:00Z")).toBe("1er mai 2028");
  });

  it("counts one day over the nights when the clock changes", () => {
    const spring = formatWhen(at("2027-03-13T17:00:00Z"), at("2027-03-15T03:30:00Z"), MONTREAL);
    const autumn = formatWhen(at("2027-11-07T04:30:00Z"), at("2027-11-08T04:30:00Z"), MONTREAL);
    expect(spring).toBe(nb("hier à 12_h"));
    expect(autumn).toBe(nb("aujourd’hui à 0_h_30"));
  });
});

describe("numbers, plurals and lists", () => {
  it("keep thousands together and use a comma", () => {
    expect(formatNumber(1_234_567.5)).toBe(nb("1_234_567,5"));
    expect(formatNumber(5000)).toBe(nb("5_000"));
  });

  it("put zero and one in the singular", () => {
    expect(plural(0, "message", "messages")).toBe("0 message");
    expect(plural(1, "message", "messages")).toBe("1 message");
    expect(plural(2, "message", "messages")).toBe("2 messages");
    expect(plural(12_000, "message", "messages")).toBe(nb("12_000 messages"));
    expect(plural(1.5, "heure", "heures")).toBe("1,5 heure");
  });

  it("join the last item with et", () => {
    expect(formatList([])).toBe("");
    expect(formatList(["a"])).toBe("a");
    expect(formatList(["a", "b"])).toBe("a et b");
    expect(formatList(["a", "b", "c"])).toBe("a, b et c");
  });

  it("write durations as hours and minutes", () => {
    expect(formatDuration(45)).toBe(nb("45_min"));
    expect(formatDuration(120)).toBe(nb("2_h"));
    expect(formatDuration(90)).toBe(nb("1_h_30"));
    expect(formatDuration(65)).toBe(nb("1_h_05"));
  });

  it("write sizes with one decimal below ten and never a thousand of a unit", () => {
    expect(formatFileSize(0)).toBe(nb("0_octet"));
    expect(formatFileSize(512)).toBe(nb("512_octets"));
    expect(formatFileSize(1500)).toBe(nb("1,5_ko"));
    expect(formatFileSize(9_999)).toBe(nb("10_ko"));
    expect(formatFileSize(999_499)).toBe(nb("999_ko"));
    expect(formatFileSize(999_999)).toBe(nb("1_Mo"));
    expect(formatFileSize(20_000_000)).toBe(nb("20_Mo"));
    expect(formatFileSize(3_200_000_000)).toBe(nb("3,2_Go"));
  });
});

describe("initials", () => {
  it.each([
    ["Marie Tremblay", "MT"],
    ["Marie-Ève Roy", "MR"],
    ["Marie-Ève", "MÈ"],
    ["Anne d’Amours", "AA"],
    ["Jean-François D’Amours", "JD"],
    ["Josée L'Heureux", "JL"],
    ["Paul de la Durantaye", "PD"],
    ["Gus Van Dyke", "GD"],
    ["élise  côté ", "ÉC"],
    ["E\u0301lise Roy", "ÉR"],
    ["Sylvie B. Lemay", "SL"],
    ["Nadia Benali (remplaçante)", "NB"],
    ["Rosalie", "R"],
    ["李 明", "李明"],
    ["  ", "?"],
    ["123 🙂", "?"],
  ])("of « %s » are %s", (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
