import { describe, expect, it } from "vitest";
import { MAX_SOURCE_LENGTH, plainText, quote, renderMarkdown, RENDERER_VERSION, titleOf } from "./markdown.server";

const html = (source: string) => renderMarkdown(source).html;
const link = (href: string, label = href) => `<a href="${href}" rel="noopener nofollow ugc">${label}</a>`;

describe("renderMarkdown", () => {
  it("writes bold, italic, lists, quotes and code", () => {
    expect(html("**gras** et *italique* et `code`")).toBe(
      "<p><strong>gras</strong> et <em>italique</em> et <code>code</code></p>",
    );
    expect(html("- un\n- deux")).toBe("<ul>\n<li>un</li>\n<li>deux</li>\n</ul>");
    expect(html("> cité")).toBe("<blockquote>\n<p>cité</p>\n</blockquote>");
    expect(html("```js\nlet a;\n```")).toBe("<pre><code>let a;\n</code></pre>");
  });

  it("says which renderer made the HTML", () => {
    expect(renderMarkdown("a").version).toBe(RENDERER_VERSION);
  });

  it("breaks the line where the writer did", () => {
    expect(html("Bonjour,\nça va bien.\n\nMerci")).toBe("<p>Bonjour,<br>\nça va bien.</p>\n<p>Merci</p>");
    expect(html("un\r\ndeux")).toBe("<p>un<br>\ndeux</p>");
  });

  it("keeps headings below those of the page", () => {
    expect(html("# Un\n## Deux\n###### Six")).toBe("<h3>Un</h3>\n<h4>Deux</h4>\n<h4>Six</h4>");
  });

  it("keeps the number a list starts with, because it was typed", () => {
    expect(html("2027. Bonne année")).toBe('<ol start="2027">\n<li>Bonne année</li>\n</ol>');
  });

  it("shows typed tags as text", () => {
    expect(html("<b>hé</b> <script>x</script>")).toBe("<p>&#x3C;b>hé&#x3C;/b> &#x3C;script>x&#x3C;/script></p>");
    expect(html("<!-- caché -->")).toBe("<p>&#x3C;!-- caché --></p>");
  });

  it("takes indented text, underlined lines and definitions as typed", () => {
    expect(html("    en retrait")).toBe("<p>en retrait</p>");
    expect(html("Léa\n---")).toBe("<p>Léa</p>\n<p>---</p>");
    expect(html("[note]: rien")).toBe("<p>[note]: rien</p>");
  });

  it("shows what holds nothing but marks as typed", () => {
    for (const typed of ["-", "#", ">", "***"]) expect(html(typed)).toBe(`<p>${typed}</p>`);
    expect(html("")).toBe("");
  });

  it("makes links of bare addresses without the punctuation of the sentence", () => {
    expect(html("Voir https://exemple.org/a_b_c.")).toBe(`<p>Voir ${link("https://exemple.org/a_b_c")}.</p>`);
    expect(html("(https://exemple.org/a_(b))")).toBe(`<p>(${link("https://exemple.org/a_(b)")})</p>`);
    expect(html("**https://exemple.org/**")).toBe(`<p><strong>${link("https://exemple.org/")}</strong></p>`);
    expect(html("<https://exemple.org/>")).toBe(`<p>${link("https://exemple.org/")}</p>`);
    expect(html("xhttps://exemple.org")).toBe("<p>xhttps://exemple.org</p>");
    expect(html("`https://exemple.org`")).toBe("<p><code>https://exemple.org</code></p>");
  });

  it("opens http, https and mailto addresses only", () => {
    expect(html("[écrire](mailto:lea@exemple.org)")).toBe(`<p>${link("mailto:lea@exemple.org", "écrire")}</p>`);
    for (const url of ["javascript:alert(1)", "data:text/html,x", "//exemple.org", "/reglages", "#haut", "ftp://exemple.org"]) {
      expect(html(`[ici](${url})`)).toBe("<p>ici</p>");
    }
  });

  it("makes no link of an address that shows another host than it opens", () => {
    expect(html("https://banque.example@voleur.example/")).not.toContain("<a");
    expect(html("https://b\u0430nque.example/")).toContain('href="https://xn--bnque-4ve.example/"');
  });

  it("makes links of images, text where there is no address, and never a link in a link", () => {
    expect(html("![plan](https://exemple.org/p.png)")).toBe(`<p>${link("https://exemple.org/p.png", "plan")}</p>`);
    expect(html("![plan](data:image/png;base64,x)")).toBe("<p>plan</p>");
    expect(html("[![plan](https://a.example/p.png)](https://b.example/)")).toBe(`<p>${link("https://b.example/", "plan")}</p>`);
    expect(html("[https://a.example](https://b.example/)")).toBe(`<p>${link("https://b.example/", "https://a.example")}</p>`);
  });

  it("names a link whose text nobody could see", () => {
    expect(html("Voir [](https://exemple.org/)")).toBe(`<p>Voir ${link("https://exemple.org/")}</p>`);
    expect(html("Voir [\u200b](https://exemple.org/)")).toBe(`<p>Voir ${link("https://exemple.org/")}</p>`);
  });

  it("keeps French punctuation with its word where a plain space was typed", () => {
    expect(html("Voici : « oui »")).toBe("<p>Voici\u00a0: «\u00a0oui\u00a0»</p>");
    expect(html("**Note** : «**oui**»")).toBe("<p><strong>Note</strong>\u00a0: «<strong>oui</strong>»</p>");
    expect(html("`a : « b »` l'été; ça va?")).toBe("<p><code>a : « b »</code> l'été; ça va?</p>");
  });

  it("drops controls and marks that make a text read otherwise than it is", () => {
    expect(html("a\u0000b\u0007c\u202Ed\u2066e")).toBe("<p>abcde</p>");
    expect(html("seul \ud800 reste")).toBe("<p>seul \ufffd reste</p>");
  });

  it("refuses a text above the limit and takes one at the limit", () => {
    expect(() => renderMarkdown("a".repeat(MAX_SOURCE_LENGTH + 1))).toThrow(RangeError);
    expect(html("a".repeat(MAX_SOURCE_LENGTH))).toHaveLength(MAX_SOURCE_LENGTH + "<p></p>".length);
  });
});

describe("a text made to hurt", () => {
  const shapes: Record<string, (length: number) => string> = {
    "nested quotes": (length) => ">".repeat(length),
    "nested lists": (length) => "- ".repeat(length / 2),
    "numbered lists": (length) => "1.\t".repeat(length / 3),
    "stairs of quotes": (length) => Array.from({ length: 200 }, (_, step) => ">".repeat(step) + "a\n").join("").repeat(9).slice(0, length),
    "open brackets": (length) => "[".repeat(length),
    "closed brackets": (length) => "[".repeat(length / 2) + "]".repeat(length / 2),
    "nested images": (length) => "![".repeat(length / 4) + "](a)".repeat(length / 8),
    "stars": (length) => "*".repeat(length / 2) + "a" + "*".repeat(length / 2 - 1),
    "crossed emphasis": (length) => "*a_ ".repeat(length / 4),
    "opened and closed emphasis": (length) => "**a *a ".repeat(length / 14) + "a* a** ".repeat(length / 14),
    "backticks": (length) => "`a``b```c".repeat(length / 9),
    "open tags": (length) => '<a b="'.repeat(length / 6),
    "addresses": (length) => "https://a.b/(((".repeat(length / 15),
    "ends of addresses": (length) => `https://a.b/${")".repeat(length - 12)}`,
    "spaces": (length) => " :".repeat(length / 2),
  };
  const time = (source: string, turns = 3) => {
    const start = performance.now();
    for (let turn = 0; turn < turns; turn += 1) html(source);
    return performance.now() - start;
  };

  it.each(Object.entries(shapes))("takes time in proportion to its length: %s", (_name, shape) => {
    const [short, long] = [shape(5_000), shape(20_000)];
    html(long);
    let [fastShort, fastLong] = [time(short), time(long)];
    // The fastest of several turns is what the work itself costs; a quadratic one would stay near sixteen.
    for (let turn = 0; turn < 20 && fastLong / fastShort > 6; turn += 1) {
      fastShort = Math.min(fastShort, time(short));
      fastLong = Math.min(fastLong, time(long));
    }
    expect(fastLong / fastShort).toBeLessThan(8);
  });

  it("costs at most twenty times what prose costs, with as many marks as are read", () => {
    const marked = (unit: string, count: number) => (unit.repeat(count) + "mot ".repeat(5_000)).slice(0, MAX_SOURCE_LENGTH);
    const units: [string, number][] = [["**a *a ", 450], ["a* ", 900], ["*a_ ", 450], ["![", 900], ["[a](b)", 450], ["- a\n", 450]];
    const worst = units.map(([unit, count]) => marked(unit, count));
    const prose = "Bonjour tout le monde, ça va bien.\n".repeat(571);
    html(prose);
    const base = Math.min(time(prose, 1), time(prose, 1), time(prose, 1));
    for (const source of worst) expect(Math.min(time(source, 1), time(source, 1)) / base).toBeLessThan(20);
  });

  it("is shown as typed, not thrown away, when it nests too deep", () => {
    expect(html(">".repeat(5_000))).toBe(`<p>${">".repeat(5_000)}</p>`);
    const stairs = Array.from({ length: 60 }, (_, step) => `${"  ".repeat(step)}- a`).join("\n");
    expect(html(stairs)).not.toContain("<li>");
  });

  it("may still nest as deep as people do", () => {
    expect(html("> > > trois")).toContain("<blockquote>\n<blockquote>\n<blockquote>\n<p>trois</p>");
    expect(html("- - - - - - - - - - - - - - - -")).toBe("<p>- - - - - - - - - - - - - - - -</p>");
  });
});

describe("plainText", () => {
  it("leaves the words and drops the marks", () => {
    expect(plainText("# Un **titre**\n\n> cité `code`\n\n- [lien](https://exemple.org)\n- ![plan](x.png)\n\n2. deux")).toBe(
      "Un titre\ncité code\nlien\nplan\n2. deux",
    );
  });

  it("keeps typed tags, because they were text", () => {
    expect(plainText("a < b et <b>c</b>")).toBe("a < b et <b>c</b>");
  });
});

describe("titleOf", () => {
  it("is the first line without marks", () => {
    expect(titleOf("**Bonjour** à [tous](https://exemple.org)\nsuite\n\nfin")).toBe("Bonjour à tous");
    expect(titleOf("\n\n> cité\n\nréponse")).toBe("cité");
    expect(titleOf("  ")).toBe("");
  });

  it("is cut at a word and never longer than asked", () => {
    const long = "Comment accueillez-vous les familles qui arrivent en cours d’année, quand le groupe est déjà formé et complet?";
    expect(titleOf(long)).toBe("Comment accueillez-vous les familles qui arrivent en cours d’année, quand le groupe est…");
    expect(titleOf(long, 69)).toBe("Comment accueillez-vous les familles qui arrivent en cours d’année…");
    expect(titleOf("a".repeat(200))).toBe(`${"a".repeat(89)}…`);
    expect(titleOf("🙂".repeat(100), 10)).toBe("🙂🙂🙂🙂…");
  });
});

describe("quote", () => {
  it("names the author and marks every line", () => {
    expect(quote("Bonjour\n\nfin\n", "Léa Roy")).toBe("> **Léa Roy** a écrit\u00a0:\n>\n> Bonjour\n>\n> fin\n\n");
    expect(html(`${quote("Bonjour", "Léa Roy")}Merci`)).toBe(
      "<blockquote>\n<p><strong>Léa Roy</strong> a écrit\u00a0:</p>\n<p>Bonjour</p>\n</blockquote>\n<p>Merci</p>",
    );
  });

  it("quotes the author's own words and not what they quoted", () => {
    expect(quote("> **A** a écrit :\n>\n> hier\n\naujourd’hui", "B")).toBe("> **B** a écrit\u00a0:\n>\n> aujourd’hui\n\n");
    expect(quote("> seulement", "B")).toContain("> > seulement");
  });

  it("is short enough to leave room for the reply", () => {
    expect(quote("mot ".repeat(5_000), "B").length).toBeLessThan(1_100);
  });

  it("takes a name as a name, whatever is in it", () => {
    expect(html(quote("a", "*[x](https://a.example)*\n# <b>"))).toContain(
      "<strong>*[x](https://a.example)* # &#x3C;b></strong>".replace("https://a.example", link("https://a.example/", "https://a.example")),
    );
  });
});
