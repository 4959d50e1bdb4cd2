import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redline } from "~/features/message/redline.server";
import { anchorOf, findAnchor, flat } from "./anchor";
import { carryOver, mergeTexts } from "./merge";
import { grouped, phrasesOf } from "./phrase";

const WORDS = ["nous", "partageons", "nos", "outils", "et", "les", "familles", "restent", "anonymes", "toujours", "ensemble.", "Chaque", "personne", "écoute;", "«\u00a0parle\u00a0»"];
const text = fc.array(fc.constantFrom(...WORDS, "\n\n"), { minLength: 1, maxLength: 60 }).map((words) => words.join(" "));

describe("a redline", () => {
  it("applied to the old text gives the new, and taken back gives the old, whatever both are", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        for (const pieces of [redline(before, after), grouped(redline(before, after))]) {
          expect(pieces.filter(({ is }) => is !== "removed").map((piece) => piece.text).join("")).toBe(after);
          expect(pieces.filter(({ is }) => is !== "added").map((piece) => piece.text).join("")).toBe(before);
        }
      }),
    );
  });
});

describe("two changes of one text", () => {
  it("come together when they touch different words", () => {
    const merged = mergeTexts("Nous partageons nos outils. Les familles restent anonymes.", "Nous partageons tous nos outils. Les familles restent anonymes.", "Nous partageons nos outils. Les familles et les enfants restent anonymes.");
    expect(merged).toEqual({ clean: true, text: "Nous partageons tous nos outils. Les familles et les enfants restent anonymes." });
  });

  it("keep both wordings, marked, when they touch the same ones", () => {
    const { clean, text: both } = mergeTexts("Une réponse en dix jours.", "Une réponse en cinq jours.", "Une réponse en trente jours.");
    expect(clean).toBe(false);
    expect(both).toBe("Une réponse en ⟦ dans la charte\u00a0: cinq ⟧⟦ de votre côté\u00a0: trente ⟧ jours.");
  });

  it("lose no word that either of them put in", () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const merged = flat(mergeTexts(base, ours, theirs).text);
        // Words that stand in neither of the others were put in by one of the two.
        const fresh = (mine: string, other: string) => mine.split(/\s+/).filter((word) => word && !base.includes(word) && !other.includes(word));
        for (const word of [...fresh(ours, theirs), ...fresh(theirs, ours)]) expect(merged).toContain(word);
      }),
    );
  });

  it("are the other one's when one changed nothing", () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect([mergeTexts(base, changed, base).text, mergeTexts(base, base, changed).text]).toEqual([changed, changed]);
      }),
    );
  });

  it.each([
    ["paragraphs", "\n\n", 60],
    ["one paragraph", " ", 3_400],
    ["one letter a line", "\n", 1],
  ])("of twenty thousand characters, in %s, take no time that anybody would notice", (_what, between, every) => {
    const base = Array.from({ length: 3_400 }, (_, index) => (every === 1 ? "a" : WORDS[index % WORDS.length]) + (index % every === 0 ? between : " ")).join("");
    const begun = process.cpuUsage();
    const { text: merged } = mergeTexts(base, `${base}fin`, `début ${base}`);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(1_000);
    for (const word of ["début", "fin"]) expect(merged).toContain(word);
  });
});

describe("a proposal carried over", () => {
  it("goes along when its words survive, and asks for a person when they do not", () => {
    const proposal = { base: "Un. Deux. Trois.", body: "Un. Deux fois. Trois." };
    expect(carryOver(proposal, "Zéro. Un. Deux. Trois.")).toEqual({ base: "Zéro. Un. Deux. Trois.", body: "Zéro. Un. Deux fois. Trois." });
    expect(carryOver(proposal, "Un. Douze. Trois.")).toBeNull();
    expect(carryOver(proposal, "Un. Deux fois. Trois.")).toBeNull();
  });
});

describe("words that are spoken of", () => {
  it("are found again with what stands around them, however they were typed", () => {
    const anchor = anchorOf("nos\u00a0outils", "Nous partageons\nnos outils avec tous.");
    expect(anchor).toEqual({ quote: "nos outils", before: "Nous partageons ", after: " avec tous." });
    expect(anchor && findAnchor(anchor, "Chaque année, nous partageons nos outils avec tous.")).toMatchObject({ before: "Chaque année, nous partageons " });
  });

  it("that stand several times are those with the same surroundings", () => {
    const anchor = { quote: "la famille", before: "l’accord de ", after: " avant" };
    expect(findAnchor(anchor, "On nomme la famille. Avec l’accord de la famille avant tout.")?.before).toBe("On nomme la famille. Avec l’accord de ");
  });

  it("are not found when they are gone", () => {
    expect(anchorOf("absents", "Des mots présents.")).toBeNull();
    expect(anchorOf("  ", "Des mots.")).toBeNull();
  });
});

describe("the sentence of a proposal", () => {
  const said = (before: string, after: string) => phrasesOf(redline(before, after));

  it("says what is replaced, added and taken out", () => {
    expect(said("Une réponse en dix jours.", "Une réponse en cinq jours.")).toEqual(["Remplacer «\u00a0dix\u00a0» par «\u00a0cinq\u00a0»"]);
    expect(said("Nous écoutons.", "Nous écoutons. Nous parlons au je.")[0]).toMatch(/^Ajouter «\u00a0.*Nous parlons au je\.\u00a0» après «\u00a0Nous écoutons\.?\u00a0»$/);
    expect(said("Nous écoutons vraiment bien.", "Nous écoutons bien.")).toEqual(["Retirer «\u00a0vraiment\u00a0»"]);
  });

  it("stands beside marks that strike words together", () => {
    expect(grouped(redline("Dans les dix jours, relues.", "Dans la semaine qui suit, relues."))).toEqual([
      { is: "same", text: "Dans " },
      { is: "removed", text: "les dix jours" },
      { is: "added", text: "la semaine qui suit" },
      { is: "same", text: ", relues." },
    ]);
  });

  it("is short: four changes at most, then how many more", () => {
    const before = Array.from({ length: 7 }, (_, index) => `Une longue phrase numéro ${index} qui ne change presque pas du tout.`).join("\n\n");
    expect(said(before, before.replaceAll("longue", "courte")).at(-1)).toBe("Et 3 autres changements, ci-dessous");
  });
});
