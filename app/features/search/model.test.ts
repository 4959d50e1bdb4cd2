import { describe, expect, it } from "vitest";
import { MOST_CLAUSES, parseSearch, partsOf, readSearch, searchPath } from "./model";

const SYNONYMS = [["TDL", "trouble développemental du langage"], ["PI", "plan d’intervention"], ["orthophonie", "orthophoniste"]];
const read = (typed: string) => readSearch(typed, SYNONYMS).clauses.map(({ alternatives }) => alternatives);

describe("what someone typed in the search box", () => {
  it("loses its small words and its elisions, and keeps what tells something", () => {
    expect(read("l’enfant et la transition vers l'école")).toEqual([["enfant"], ["transition"], ["vers"], ["école"]]);
  });

  it("keeps small words where there is nothing else, and where they are acronyms", () => {
    expect(read("en plus")).toEqual([["en"], ["plus"]]);
    expect(read("le rôle des TS")).toEqual([["rôle"], ["TS"]]);
    expect(read("ES en garderie")).toEqual([["ES"], ["garderie"]]);
  });

  it("asks for both numbers where the stems of French do not", () => {
    expect(read("jeux travaux")).toEqual([["jeux", "jeu"], ["travaux", "travail"]]);
    expect(read("jeu bijou travail")).toEqual([["jeu", "jeux", "jeus"], ["bijou", "bijoux", "bijous"], ["travail", "travaux"]]);
    expect(read("doudous amis")).toEqual([["doudous", "doudou"], ["amis", "ami"]]);
    expect(read("numéro")).toEqual([["numéro", "numéros"]]);
  });

  it("keeps 0-5 together", () => {
    expect(read("0-5 ans")).toEqual([["0-5"], ["ans"]]);
  });

  it("takes an acronym for what it stands for, and the other way", () => {
    expect(read("TDL")).toEqual([["TDL", "trouble développemental du langage"]]);
    expect(read("trouble developpemental du langage à 3 ans")).toEqual([["trouble développemental du langage", "TDL"], ["3"], ["ans"]]);
    expect(read("plan d'intervention")).toEqual([["plan d’intervention", "PI"]]);
  });

  it("keeps words between quotation marks in a row", () => {
    expect(read('"milieu de garde" autre')).toEqual([["milieu de garde"], ["autre"]]);
    expect(read("« milieu de garde »")).toEqual([["milieu de garde"]]);
  });

  it.each(["%%%", "", "   ", "a", "« »", "’", "\"\""])("says that %j asks for nothing", (typed) => {
    expect(readSearch(typed, SYNONYMS)).toEqual({ clauses: [], problem: "too-short" });
  });

  it("refuses 5,000 characters, and stays bounded below that", () => {
    expect(readSearch("a b ".repeat(1_250), SYNONYMS).problem).toBe("too-long");
    expect(readSearch("mot ".repeat(49), SYNONYMS).clauses).toHaveLength(MOST_CLAUSES);
  });
});

describe("the address of a search", () => {
  it("comes back as it was", () => {
    const search = parseSearch(new URLSearchParams("q=deuil & co&dans=messages&personne=4&du=2026-01-31&avant=99"));
    expect(parseSearch(new URL(searchPath(search), "http://x").searchParams)).toEqual(search);
  });

  it("does not mind what it cannot understand", () => {
    expect(parseSearch(new URLSearchParams("q=a&dans=__proto__&personne=1e9&du=2026-02-31&avant=x"))).toMatchObject({
      place: "tout",
      filter: { person: null, organisation: null, topic: null, from: null, until: null },
      before: null,
    });
  });
});

describe("a found text", () => {
  it("is cut where the words are, and reads as it was written", () => {
    expect(partsOf("une \u0002sage\u0003\u2011femme, outil\u2024pdf").map(({ text }) => text).join("")).toBe("une sage-femme, outil.pdf");
    expect(partsOf("un \u0002mot\u0003 <b>")).toEqual([{ text: "un ", found: false }, { text: "mot", found: true }, { text: " <b>", found: false }]);
  });
});
