import { describe, expect, it } from "vitest";
import { applyMark } from "./markdown-marks";

const at = (marked: string) => {
  const start = marked.indexOf("[[");
  const end = marked.indexOf("]]") - 2;
  return { text: marked.replace("[[", "").replace("]]", ""), start, end };
};

describe("the toolbar's marks", () => {
  it("puts the selected words in bold and keeps them selected", () => {
    const made = applyMark("strong", at("Merci [[beaucoup]] à vous"));
    expect(made.text).toBe("Merci **beaucoup** à vous");
    expect(made.text.slice(made.start, made.end)).toBe("beaucoup");
  });

  it("leaves the spaces around a selection outside the marks", () => {
    expect(applyMark("emphasis", at("Merci[[ beaucoup ]]à vous")).text).toBe("Merci *beaucoup* à vous");
  });

  it("writes an example, selected, where nothing was", () => {
    const made = applyMark("strong", { text: "", start: 0, end: 0 });
    expect(made.text).toBe("**texte en gras**");
    expect(made.text.slice(made.start, made.end)).toBe("texte en gras");
  });

  it("makes a list of whole lines, after an empty line", () => {
    expect(applyMark("list", at("Avant\npre[[mier\ndeu]]xième\naprès")).text).toBe("Avant\n\n- premier\n- deuxième\naprès");
  });

  it("quotes the line where the caret is", () => {
    expect(applyMark("quote", at("une [[]]ligne")).text).toBe("> une ligne");
  });

  it("asks for the address of words, and for the words of an address", () => {
    const words = applyMark("link", at("voir [[la trousse]]"));
    expect(words.text).toBe("voir [la trousse](https://)");
    expect(words.text.slice(words.start, words.end)).toBe("https://");
    const address = applyMark("link", at("[[https://exemple.ca/a]]"));
    expect(address.text).toBe("[texte du lien](https://exemple.ca/a)");
    expect(address.text.slice(address.start, address.end)).toBe("texte du lien");
  });
});
