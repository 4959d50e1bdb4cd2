import { describe, expect, it } from "vitest";
import { cleaned, faultOf, parseCharter } from "./paste";

describe("a text that is pasted", () => {
  it("is cut at its numbered headings, and what stands before them is the preamble", () => {
    const text = "Charte de notre réseau\n\nArticle 1 – Mission\nAider.\n\n2. Valeurs :\nLe respect.\n\n3) Rôles\n\nTous.";
    expect(parseCharter(text)).toEqual([
      { title: "Préambule", body: "Charte de notre réseau" },
      { title: "Mission", body: "Aider." },
      { title: "Valeurs", body: "Le respect." },
      { title: "Rôles", body: "Tous." },
    ]);
  });

  it("keeps a numbered list inside its article", () => {
    const articles = parseCharter("1. Engagements\n\nNous allons :\n1. écouter;\n2. partager;\n3. répondre.\n\n2. Rôles\n\nTous.");
    expect(articles.map(({ title }) => title)).toEqual(["Engagements", "Rôles"]);
    expect(articles[0]?.body).toContain("2. partager;");
  });

  it("takes headings of Markdown", () => {
    expect(parseCharter("## Mission\n\nAider.\n\n## Valeurs\n\nLe respect.").map(({ title }) => title)).toEqual(["Mission", "Valeurs"]);
  });

  it("is one article when it has no heading", () => {
    expect(parseCharter("Nous nous engageons à nous écouter.")).toEqual([{ title: "Texte de la charte", body: "Nous nous engageons à nous écouter." }]);
  });

  it("loses what Word leaves behind: bullets, vertical tabs, soft hyphens, tabs", () => {
    expect(cleaned("\ufeffNous\u00ad visons\u000bà :\r\n•\taider\r\n\uf0b7 partager\u0007")).toBe("Nous visons\nà :\n- aider\n- partager");
  });

  it("says which article is too long, and what to do", () => {
    expect(faultOf(parseCharter(`1. Longue\n\n${"mot ".repeat(50_000)}`))).toMatch(/Longue.*199[\s\u00a0]?999.*séparez-le/);
    expect(faultOf([])).toBe("Collez le texte de votre charte.");
    expect(faultOf(parseCharter("1. Courte\n\nBien."))).toBeNull();
  });
});
