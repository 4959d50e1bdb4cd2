import { describe, expect, it } from "vitest";
import { isSharedMailbox, organisationSentenceFor, readCode, sentenceFor, standingOf } from "./model";

describe("where somebody stands", () => {
  const asked = { version: 5, substance: 4, campaign: 1 };

  it("is up to date with any version since the last one « de fond », in this year’s campaign", () => {
    expect(standingOf({ version: 4, campaign: 1 }, asked)).toBe("signed");
    expect(standingOf({ version: 5, campaign: 1 }, asked)).toBe("signed");
  });

  it("is asked again by a version « de fond » first, and by a campaign then", () => {
    expect(standingOf({ version: 3, campaign: 1 }, asked)).toBe("behind");
    expect(standingOf({ version: 3, campaign: 0 }, asked)).toBe("behind");
    expect(standingOf({ version: 4, campaign: 0 }, asked)).toBe("to-renew");
    expect(standingOf(null, asked)).toBe("to-sign");
  });
});

describe("the sentence", () => {
  it("names who signs as they typed it, and the version", () => {
    expect(sentenceFor({ name: "Nadège Saint-Fleur", title: "éducatrice", organisation: "CPE Les Lutins" }, 3)).toBe(
      "Moi, Nadège Saint-Fleur, éducatrice, CPE Les Lutins, j’ai lu la Charte de collaboration, version\u00a03, et je m’engage à la respecter.",
    );
    expect(organisationSentenceFor({ name: "Chantal Ruest", title: "directrice", organisation: "CPE Les Lutins" }, 3)).toContain("Au nom de l’organisation CPE Les Lutins, moi, Chantal Ruest, directrice,");
  });
});

describe("a shared mailbox", () => {
  it("is told by the office that it is named after", () => {
    for (const address of ["info@exemple.test", "cpe-les-lutins@exemple.test", "Direction.Generale@exemple.test", "secrétariat2@exemple.test"]) expect(isSharedMailbox(address), address).toBe(true);
    for (const address of ["nadege.saint-fleur@exemple.test", "m.poste@exemple.test", "contactine@exemple.test", "42@exemple.test"]) expect(isSharedMailbox(address), address).toBe(false);
  });
});

describe("a code that was typed", () => {
  it("is read with or without dashes, whatever the hand took for a zero or a one", () => {
    expect(readCode(" 7k2m-q9rt 4wxb")).toBe("7K2M-Q9RT-4WXB");
    expect(readCode("OOOO-IIII-LLLL")).toBe("0000-1111-1111");
    expect(readCode("7K2M-Q9RT")).toBeNull();
    expect(readCode("UUUU-UUUU-UUUU")).toBeNull();
  });
});
