import { describe, expect, it } from "vitest";
import { plainText, quote, renderMarkdown, titleOf } from "./markdown.server";
import { ELEMENTS, HOSTILE, SCRIPTS } from "../../tests/support/hostile-texts";

const ALLOWED = /<\/?(?:p|strong|em|ul|ol|li|blockquote|code|pre|h3|h4)>|<br>|<ol start="\d{1,9}">|<\/a>|<span class="mention">|<\/span>|<a href="((?:https?:\/\/|mailto:)[^"<>\s]+)" rel="noopener nofollow ugc">/g;

/** What is left of the HTML that is neither text nor one of the allowed tags, written in the one way we write them. */
function foreignMarkup(html: string): string {
  const text = html.replace(ALLOWED, "");
  return text.includes("<") ? text : "";
}

/** The tags in the order they open and close, as a browser would have to repair them if they crossed. */
function crossings(html: string): string[] {
  const open: string[] = [];
  const crossed: string[] = [];
  for (const [tag, slash, name = ""] of html.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
    if (name === "br") continue;
    if (!slash) {
      if (name === "a" && open.includes("a")) crossed.push(tag);
      open.push(name);
    } else if (open.pop() !== name) crossed.push(tag);
  }
  return [...crossed, ...open];
}

describe("a hostile text", () => {
  it("comes in more than three hundred kinds", () => {
    expect(new Set(HOSTILE).size).toBeGreaterThan(300);
  });

  it.each(HOSTILE)("leaves only allowed tags, attributes and protocols: %j", (source) => {
    for (const typed of [source, `a ${source} b`, quote(source, source)]) {
      const { html } = renderMarkdown(typed);
      expect(foreignMarkup(html)).toBe("");
      expect(crossings(html)).toEqual([]);
      for (const [, href = ""] of html.matchAll(ALLOWED)) {
        if (URL.canParse(href)) expect(new URL(href).username).toBe("");
      }
    }
  });

  it("is never lost: the words of a typed tag can still be read", () => {
    for (const source of [...SCRIPTS, ...ELEMENTS]) expect(renderMarkdown(source).html).toContain("&#x3C;");
  });

  it("gives a title of one line and a text without throwing", () => {
    for (const source of HOSTILE) {
      expect(titleOf(source)).not.toMatch(/[\n\r]/);
      expect(titleOf(source).length).toBeLessThanOrEqual(90);
      expect(plainText(source)).not.toContain("\u0000");
    }
  });
});

describe("the check of hostile texts itself", () => {
  it("sees a tag, an attribute, a protocol and a crossing that should not be there", () => {
    for (const bad of [
      "<script>", "<p class=x>", '<a href="javascript:x" rel="noopener nofollow ugc">', '<a href="https://x">', "<img>", "<p onclick=x>", "<!-- -->", '<br style="x">',
    ]) expect(foreignMarkup(`<p>${bad}</p>`)).not.toBe("");
    expect(crossings("<p><em></p></em>")).not.toEqual([]);
    expect(crossings('<a href="x"><a href="y"></a></a>')).not.toEqual([]);
  });
});
