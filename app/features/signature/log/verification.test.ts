import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json";
import { BEGINNING, canonicalBody, codeOf, digest, hashOf, hashPrefixOf, lineOf, type LogBody, type LogEntry, type LogEvent } from "./entries";
import { verifyLog } from "./verification";

const TEXTS = ["Charte\n\n1. Se parler.\n", "Charte\n\n1. Se parler, et s’écouter.\n"];
const textOf = (version: number): string => TEXTS[(version - 1) % TEXTS.length] + "x".repeat(version);
const textLine = (version: number): string => lineOf({ version, sha256: digest(textOf(version)), text: textOf(version) });
const somebody = (id: number) => ({ id, name: `Personne nº ${id}`, title: "Éducatrice" });

/** A chain of these events, as the lines of its file. */
function linesOf(events: readonly LogEvent[]): { lines: string[]; hashes: string[] } {
  const lines: string[] = [];
  const hashes: string[] = [];
  let previous = BEGINNING;
  for (const [index, event] of events.entries()) {
    if (event.event === "published") lines.push(textLine(event.version));
    const body = { ...event, number: index + 1, at: new Date(Date.UTC(2027, 2, 1, 15, index)).toISOString() } as LogBody;
    const hash = hashOf(previous, canonicalBody(body));
    const entry: LogEntry = { body, previous, hash };
    lines.push(lineOf(entry));
    hashes.push(hash);
    previous = hash;
  }
  return { lines, hashes };
}

const published = (version: number): LogEvent => ({ event: "published", version, text_sha256: digest(textOf(version)), nature: version === 1 ? "substance" : "form", reasons: "Ce que le groupe a voulu.", by: somebody(1) });
const signed = (version: number, id: number, campaign = 0): LogEvent => ({
  event: "signed", version, text_sha256: digest(textOf(version)), campaign, person: somebody(id), sentence: "J’ai lu et je m’engage.", method: "screen", signed_in_at: "2027-03-01T15:00:00.000Z",
});
const withdrawn = (version: number, id: number): LogEvent => ({ event: "withdrawn", version, text_sha256: digest(textOf(version)), person: somebody(id) });
const opened = (version: number, campaign: number): LogEvent => ({ event: "campaign-opened", version, text_sha256: digest(textOf(version)), campaign, by: somebody(1) });

/** Any life of a charter: publishing, signing, withdrawing, yearly campaigns. */
const life = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 300 })), { maxLength: 25 }).map((acts) => {
  let version = 1;
  let campaign = 0;
  return [
    published(1),
    ...acts.map(([act, id]) => {
      if (act === 0) return published((version += 1));
      if (act === 1) return opened(version, (campaign += 1));
      return act === 2 ? withdrawn(version, id) : signed(version, id, campaign);
    }),
  ];
});

const why = (lines: string[], head?: string): string => {
  const verdict = verifyLog(lines, head);
  return verdict.holds ? "holds" : verdict.broken.why;
};

describe("an exported log", () => {
  it("holds whatever happened to the charter, and every receipt's digest is found in it", () => {
    fc.assert(
      fc.property(life, fc.nat(), (events, pick) => {
        const { lines, hashes } = linesOf(events);
        expect(verifyLog(lines, hashes[pick % hashes.length])).toEqual({ holds: true, links: events.length, texts: lines.length - events.length, head: hashes.at(-1) });
      }),
    );
  });

  it("does not hold with one character changed anywhere, and the line is named", () => {
    fc.assert(
      fc.property(life, fc.nat(), fc.nat(), (events, pickLine, pickSign) => {
        const { lines, hashes } = linesOf(events);
        const at = pickLine % lines.length;
        const line = lines[at] ?? "";
        const place = pickSign % line.length;
        lines[at] = `${line.slice(0, place)}${line[place] === "7" ? "8" : "7"}${line.slice(place + 1)}`;
        const verdict = verifyLog(lines, hashes.at(-1));
        // A text is missed by what publishes it, the line after it, when its own number was changed.
        expect(verdict.holds ? 0 : verdict.broken.line - at).toSatisfy((distance: number) => distance === 1 || distance === 2);
        expect(verdict.holds).toBe(false);
      }),
    );
  });

  it("does not hold when any link is taken out or two change places, the last one given its receipt", () => {
    fc.assert(
      fc.property(life, fc.nat(), (events, pick) => {
        const { lines, hashes } = linesOf(events);
        const at = pick % lines.length;
        expect(why(lines.toSpliced(at, 1), hashes.at(-1))).not.toBe("holds");
        // A text may stand anywhere before it is published; a link has one place.
        const links = lines.flatMap((line, place) => (line.startsWith('{"body"') ? [place] : []));
        const [one = 0, other = 0] = [links[pick % links.length], links[(pick + 1) % links.length]];
        if (one !== other) expect(why(lines.with(one, lines[other] ?? "").with(other, lines[one] ?? ""), hashes.at(-1))).not.toBe("holds");
      }),
    );
  });

  const { lines, hashes } = linesOf([published(1), signed(1, 2), signed(1, 3), withdrawn(1, 2), published(2), signed(2, 4)]);

  it("names the link that was altered, taken out, moved or cut off", () => {
    expect(why(lines.with(2, (lines[2] ?? "").replace("Personne nº 2", "Personne nº 9")))).toBe("le maillon 2 a été modifié\u00a0: son contenu n’a plus son empreinte");
    expect(why(lines.toSpliced(3, 1))).toBe("les maillons 3 à 3 manquent, ou sont déplacés");
    expect(why(lines.with(2, lines[3] ?? "").with(3, lines[2] ?? ""))).toBe("les maillons 2 à 2 manquent, ou sont déplacés");
    expect(why(lines.with(3, lines[2] ?? ""))).toBe("le maillon 2 n’est pas à sa place\u00a0: on attendait le 3");
    expect(why(lines.slice(0, -1), hashes.at(-1))).toMatch(/^il manque la fin/);
    expect(why(lines.slice(0, -1))).toBe("holds");
  });

  it("names the text that was altered by one byte, and the link that lost its text", () => {
    expect(why(lines.with(0, (lines[0] ?? "").replace("Se parler", "Se perler")))).toBe("le texte de la version 1 a été modifié\u00a0: il n’a plus son empreinte");
    expect(why(lines.slice(1))).toMatch(/^le texte de la version 1, publiée au maillon 1, manque/);
  });

  it("does not hold when it was made anew with a signature of a text that was not in force", () => {
    expect(why(linesOf([published(1), published(2), signed(1, 5)]).lines)).toMatch(/^le maillon 3 signe la version 1, alors que la version 2 était en vigueur/);
    expect(why(linesOf([published(1), { ...signed(1, 5), text_sha256: digest("autre") }]).lines)).toBe("le maillon 2 porte sur un texte qui n’a pas été publié");
    expect(why(linesOf([published(2), published(1)]).lines)).toMatch(/publie la version 1 après la version 2/);
    expect(why(linesOf([published(1), signed(1, 5, 1)]).lines)).toMatch(/d’une autre campagne/);
  });

  it("takes a signature on paper of an earlier text, which was recorded later", () => {
    const paper = { method: "paper" as const, signed_on: "2027-03-01", scan_sha256: digest("photo"), recorded_by: [somebody(1), somebody(2)] as const };
    const onPaper: LogEvent = { event: "signed", version: 1, text_sha256: digest(textOf(1)), campaign: 0, sentence: "J’ai lu.", person: somebody(8), ...paper };
    expect(why(linesOf([published(1), published(2), onPaper]).lines)).toBe("holds");
  });

  it("says what a line is that is none of its own", () => {
    expect(why(["bonjour"])).toBe("la ligne n’est pas du JSON");
    expect(why(['{"a": 1}'])).toMatch(/^la ligne n’est pas dans la forme convenue/);
    expect(why(["null"])).toMatch(/^la ligne n’est pas dans la forme convenue/);
    expect(why(['{"a":1}'])).toBe("la ligne n’est ni un maillon ni un texte");
    expect(why([])).toBe("le journal est vide");
  });
});

describe("the one form of JSON", () => {
  it("is the same whatever the order in which the members were given, and means the same", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean())), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual({ ...value });
      }),
    );
  });

  it("orders keys by their UTF-16 units and escapes as RFC 8785 shows", () => {
    expect(canonicalJson({ "\u20ac": "Euro", "\r": "Retour", "1": "Un", "\u0080": "Contrôle", "\u00f6": "ö", "\ud83d\ude02": "Rire", "\ufb33": "Dalet" })).toBe(
      '{"\\r":"Retour","1":"Un","\u0080":"Contrôle","ö":"ö","€":"Euro","😂":"Rire","\ufb33":"Dalet"}',
    );
    expect(() => canonicalJson(0.5)).toThrow();
    expect(() => canonicalJson("\ud800")).toThrow();
  });
});

describe("the code of a receipt", () => {
  it("is the beginning of the digest, in signs that are read aloud without mistake", () => {
    expect(codeOf(BEGINNING)).toBe("0000-0000-0000");
    expect(codeOf("f".repeat(64))).toBe("ZZZZ-ZZZZ-ZZZZ");
    expect(codeOf(`0123456789abcde${"0".repeat(49)}`)).toBe("04HM-ASW9-NF6Y");
    expect(hashPrefixOf("04HM-ASW9-NF6Y")).toBe("0123456789abcde");
  });
});
