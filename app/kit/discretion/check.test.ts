import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { CONVERSATIONS } from "#db/demo/conversations";
import { findInText } from "./check";
import { FOUND_WORDS, isRefused } from "./model";
import { isSocialInsurance } from "./numbers";

const sentencesOf = (half: string, kind: "risky" | "safe"): string[] =>
  readFileSync(resolve(import.meta.dirname, `../../../tests/sentences/${half}.txt`), "utf8")
    .split("\n")
    .filter((line) => line.startsWith(`${kind}\t`))
    .map((line) => line.slice(kind.length + 1));

const stopped = (sentences: readonly string[]): number => (100 * sentences.filter((sentence) => findInText(sentence).length > 0).length) / sentences.length;
const kindsIn = (text: string) => findInText(text).map(({ kind }) => kind);

describe("the sentences that people write here", () => {
  it.each(["tuning", "unseen"])("are told apart in the half « %s »: 95 in 100 risky ones caught, 5 in 100 safe ones bothered, or better", (half) => {
    const [caught, bothered] = [stopped(sentencesOf(half, "risky")), stopped(sentencesOf(half, "safe"))];
    process.stdout.write(`discretion, ${half}: ${caught.toFixed(1)} in 100 risky sentences caught, ${bothered.toFixed(1)} in 100 safe ones bothered\n`);
    expect(caught).toBeGreaterThanOrEqual(95);
    expect(bothered).toBeLessThanOrEqual(5);
  });

  it("are two hundred and more, none in both halves", () => {
    const all = (["tuning", "unseen"] as const).flatMap((half) => [...sentencesOf(half, "risky"), ...sentencesOf(half, "safe")]);
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(new Set(all).size).toBe(all.length);
  });

  it("are let through nearly always in the discussions of the demo, where one slips", () => {
    const texts = CONVERSATIONS.flatMap(({ messages }) => messages.map(({ text }) => text));
    process.stdout.write(`discretion, demo: ${stopped(texts).toFixed(1)} in 100 of ${texts.length} messages bothered\n`);
    expect(stopped(texts)).toBeLessThanOrEqual(2);
  });
});

describe("what is found", () => {
  it.each([
    ["health-number", "Sa carte : TREM 2103 1512"],
    ["social-insurance", "Le NAS est 046-454-286."],
    ["telephone", "On peut m’appeler au (819) 555-0123."],
    ["postal-code", "Le code est j3t 1a1."],
    ["address", "La famille habite au 12, rue des Saules."],
    ["birth-date", "Elle est née le 12 mars 2022."],
    ["e-mail", "Écrivez à rose.untel@exemple.test."],
    ["file-number", "Le dossier no 48213 attend."],
    ["named-person", "La mère de Zoé a perdu son emploi."],
    ["initials", "J. T., 4 ans, ne parle pas."],
    ["rare-detail", "C’est la seule famille ukrainienne de Sainte-Inventée."],
  ] as const)("is a passage of the kind « %s »", (kind, text) => {
    expect(kindsIn(text)).toEqual([kind]);
    expect(FOUND_WORDS[kind].why).not.toBe("");
  });

  it("is shown in the words that were typed, at their place", () => {
    const text = "Bonjour. Éléonore, 3 ans, a encore mordu.";
    const [found] = findInText(text);
    expect(found?.words).toBe("Éléonore, 3 ans");
    expect(text.slice(found?.start, found?.end)).toBe("Éléonore, 3 ans");
  });

  it("is a name with an apostrophe or a hyphen as well", () => {
    expect(kindsIn("Marie-Soleil, 4 ans, mord.")).toEqual(["named-person"]);
    expect(kindsIn("La famille D’Amours ne répond plus.")).toEqual(["named-person"]);
  });

  it("is no colleague, however they are named", () => {
    expect(["Merci à Sophie du CPE!", "Julie, éducatrice depuis 4 ans, animera.", "@[Nadège Saint-Fleur](personne:12) a 3 ans d’expérience, elle aide."].flatMap(kindsIn)).toEqual([]);
  });

  it("is nothing in an address of the web, and no line that anyone may call", () => {
    expect(["Voir https://exemple.test/a/819-555-0123/j3t1a1", "Info-Social : 811, ou 1 800 555-0100"].flatMap(kindsIn)).toEqual([]);
  });

  it("is refused for two numbers alone, which serve to steal an identity", () => {
    expect(findInText("TREM 2103 1512, 046 454 286, J3T 1A1, 819 555-0123").map(isRefused)).toEqual([true, true, false, false]);
  });
});

describe("a social insurance number", () => {
  it("is known by its check digit", () => {
    expect(isSocialInsurance("046454286")).toBe(true);
    expect(Array.from({ length: 10 }, (_, digit) => `04645428${digit}`).filter(isSocialInsurance)).toEqual(["046454286"]);
    expect(kindsIn("Le numéro 123 456 789 est celui d’une commande.")).toEqual([]);
  });
});

it("reads no telephone into what machines write: digests and keys", () => {
  const digests = ["9b8143301782f0c1d2e3", "a4664920607b5c", "0f5863739672e", "c046454286d"];
  expect(digests.flatMap((digest) => findInText(digest))).toEqual([]);
});

describe("the time it takes", () => {
  const HOSTILE = ["Léa, 3 ans, ", "la mère de ", "819 555-", "a.b-c@d.", "J. T. ", "né le 1 1 ", "la seule famille ", "dossier no ", "le petit Le petit ", "aaaaaaaaaa", "( ( ( (", "1 1 1 1 1"];
  // Milliseconds of the processor, not of the wall: other work on the machine does not count.
  const timeOf = (text: string): number => {
    const runs = Array.from({ length: 3 }, () => {
      const start = process.cpuUsage();
      findInText(text);
      return process.cpuUsage(start).user / 1_000;
    });
    return Math.min(...runs);
  };

  it.each(HOSTILE)("grows with the text and no faster, for « %s » over and over", (piece) => {
    const of = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    const [long, longer] = [timeOf(of(20_000)), timeOf(of(120_000))];
    expect(long).toBeLessThan(600);
    // Six times the text: six times the time, with room for what is too short to measure; a square would be thirty-six.
    expect(longer).toBeLessThan(Math.max(long, 5) * 18);
  });
});
