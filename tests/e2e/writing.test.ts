import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { HOSTILE } from "../support/hostile-texts";
import { hydrated, useStage, visit } from "./stage";
import { boxText, live, messageWith, replyBox, richBox } from "./steps";

const stage = useStage({ demo: true });

const editor = (page: Page): Locator => page.getByRole("textbox", { name: "Votre réponse" });
const tool = (page: Page, name: string): Locator => page.getByRole("toolbar", { name: "Mise en forme" }).getByRole("button", { name, exact: true });
const rich = (page: Page) => richBox(page).waitFor();

async function write(page: Page): Promise<void> {
  await visit(page, "/discussions/1");
  await hydrated(page);
  await replyBox(page).click();
  await rich(page);
  // What an earlier test left as a draft.
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
}

const paste = (page: Page, html: string, text = ""): Promise<void> =>
  editor(page).evaluate(
    (box, [markup = "", plain = ""]) => {
      const data = new DataTransfer();
      data.setData("text/html", markup);
      data.setData("text/plain", plain);
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [html, text],
  );

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=FR-CA style='tab-interval:35.4pt'><!--StartFragment-->
<h1 style='mso-style-link:"x"'>La sieste</h1>
<p class=MsoNormal style='margin-bottom:8.0pt'><span style='font-size:11.0pt;font-family:"Calibri"'>Bonjour <b style='mso-bidi-font-weight:normal'>tout le monde</b>,<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Une couverture</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>douce</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Un <i>toutou</i></p>
<p class=MsoNormal>Puis&nbsp;:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Fermer</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Chanter</p>
<!--EndFragment--></body></html>`;

const GOOGLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;">Gras</span><span style="font-style:italic;"> penché</span><span style="font-weight:400;"> et </span><a href="https://exemple.test/page"><span style="text-decoration:underline;">lien</span></a></p><ul><li dir="ltr" aria-level="1"><p role="presentation"><span>un</span></p></li></ul></b>`;

describe("writing with the mouse", () => {
  it("needs no mark, and publishes what the box showed", async () => {
    const { page } = await stage.enter("nadege");
    await write(page);
    await page.keyboard.type("Un mot ");
    await tool(page, "Gras").click();
    await page.keyboard.type("important");
    await tool(page, "Gras").click();
    await page.keyboard.type(".");
    await page.keyboard.press("Enter");
    await tool(page, "Liste").click();
    await page.keyboard.type("une chose");
    await page.keyboard.press("Enter");
    await page.keyboard.type("2 * 3 <b>choses</b>");
    await tool(page, "Émojis").click();
    await page.getByRole("button", { name: "merci", exact: true }).click();
    expect(await boxText(page)).toBe("Un mot **important**.\n\n- une chose\n- 2 \\* 3 \\<b>choses\\</b>🙏");
    await page.getByRole("button", { name: "Publier" }).click();
    const message = messageWith(page, "Un mot important.");
    await message.waitFor();
    expect(await message.locator("li").allTextContents()).toEqual(["une chose", "2 * 3 <b>choses</b>🙏"]);
    expect(await message.locator("strong").allTextContents()).toEqual(["important"]);
    await expect.poll(() => boxText(page)).toBe("");
  });

  it("takes over a text without losing a letter, and gives the plain box back for good", async () => {
    const { page } = await stage.enter("emilie");
    await visit(page, "/discussions/1");
    await hydrated(page);
    await page.route("**/rich-editor-*.js", async (route) => {
      await new Promise((later) => setTimeout(later, 700));
      await route.continue();
    });
    await replyBox(page).click();
    await page.keyboard.type("Bonjour **tous**, ", { delay: 15 });
    await page.keyboard.type("voici une phrase assez longue pour que l’éditeur arrive pendant qu’on écrit.", { delay: 20 });
    await rich(page);
    expect(await boxText(page)).toBe("Bonjour **tous**, voici une phrase assez longue pour que l’éditeur arrive pendant qu’on écrit.");
    expect(await editor(page).locator("strong").textContent()).toBe("tous");
    await tool(page, "Boîte simple").click();
    await page.keyboard.type(" Fin.");
    expect(await replyBox(page).inputValue()).toContain("Bonjour **tous**, ");
    await page.getByText(/^Brouillon enregistré/).waitFor();
    await page.reload();
    await hydrated(page);
    await replyBox(page).click();
    await tool(page, "Boîte enrichie").waitFor();
    expect(await replyBox(page).evaluate((box) => box.tagName)).toBe("TEXTAREA");
    await tool(page, "Boîte enrichie").click();
    await rich(page);
  });

  it("takes over between two words and over words that are chosen", async () => {
    const { page } = await stage.enter("bernard");
    await visit(page, "/discussions/1");
    await hydrated(page);
    let come = () => {};
    const held = new Promise<void>((release) => (come = release));
    await page.route("**/rich-editor-*.js", async (route) => (await held, route.continue()));
    await replyBox(page).click();
    await page.keyboard.type("Un mot ");
    come();
    await rich(page);
    await page.keyboard.type("encore");
    expect(await boxText(page)).toBe("Un mot encore");
    await tool(page, "Boîte simple").click();
    await replyBox(page).evaluate((box) => (box as HTMLTextAreaElement).setSelectionRange(3, 6));
    await tool(page, "Boîte enrichie").click();
    await rich(page);
    await page.keyboard.type("texte");
    expect(await boxText(page)).toBe("Un texte encore");
  });

  it("cleans what comes from Word and Google Docs", async () => {
    const { page } = await stage.enter("chantal");
    await write(page);
    await paste(page, WORD);
    expect((await boxText(page)).replaceAll("\u00a0", " ")).toBe("# La sieste\n\nBonjour **tout le monde**,\n\n- Une couverture\n  - douce\n- Un _toutou_\n\nPuis :\n\n1. Fermer\n2. Chanter");
    await editor(page).press("ControlOrMeta+a");
    await paste(page, GOOGLE);
    expect(await boxText(page)).toBe("**Gras** _penché_ et [lien](https://exemple.test/page)\n\n- un");
    await editor(page).press("ControlOrMeta+a");
    await paste(page, "", "https://exemple.test/outil");
    expect(await boxText(page)).toBe("https://exemple.test/outil");
  });
});

describe("writing with the keyboard alone", () => {
  it("names someone, makes a list and a link, leaves the box by Tab and publishes", async () => {
    const { page } = await stage.enter("nadege");
    await write(page);
    await page.keyboard.type("Merci @emilie rous");
    const options = page.getByRole("listbox", { name: "Personnes et organisations" }).getByRole("option");
    await options.first().waitFor();
    expect(await editor(page).getAttribute("aria-activedescendant")).toBe(await options.first().getAttribute("id"));
    await page.keyboard.press("Enter");
    await page.keyboard.type("pour ");
    expect(await boxText(page)).toMatch(/^Merci @\[Émilie Rousseau-Lemay\]\(personne:\d+\) pour$/);
    await page.keyboard.press("ControlOrMeta+b");
    await page.keyboard.type("tout");
    await page.keyboard.press("Shift+Tab");
    expect(await page.evaluate(() => document.activeElement?.closest('[role="toolbar"]')?.getAttribute("aria-label"))).toBe("Mise en forme");
    const before = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.textContent)).not.toBe(before);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("field-fichiers");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("summary");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Publier");
    for (let back = 0; back < 3; back += 1) await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ControlOrMeta+Enter");
    const message = messageWith(page, "pour tout");
    await message.waitFor();
    expect(await message.locator(".mention").textContent()).toBe("@Émilie Rousseau-Lemay");
  });

  it("puts the suggestions away with Escape and goes on", async () => {
    const { page } = await stage.enter("nadege");
    await write(page);
    await page.keyboard.type("@mi");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.keyboard.type("suite");
    expect(await page.getByRole("option").count()).toBe(0);
    expect(await boxText(page)).toBe("@mi\n\nsuite");
  });
});

describe("without scripts", () => {
  it("names whoever « @Prénom Nom » can mean, and the other browser shows it", async () => {
    const [emilie, nadege] = await Promise.all([stage.enter("emilie"), stage.enter("nadege", { javaScript: false })]);
    await visit(emilie.page, "/discussions/1");
    await live(emilie.page);
    await visit(nadege.page, "/discussions/1");
    await replyBox(nadege.page).fill("Sans scripts, @émilie rousseau-lemay, **merci**");
    await nadege.page.getByRole("button", { name: "Publier" }).click();
    await messageWith(nadege.page, "Sans scripts").locator(".mention").waitFor();
    expect(await messageWith(emilie.page, "Sans scripts").locator(".mention").textContent()).toBe("@Émilie Rousseau-Lemay");
  });
});

describe("three hundred hostile texts", () => {
  /** What ran, opened or was asked for elsewhere. */
  const watched = (page: Page): string[] => {
    const seen: string[] = [];
    page.on("dialog", (dialog) => (seen.push(dialog.message()), void dialog.dismiss()));
    page.on("request", (request) => !request.url().startsWith(stage.app.origin) && seen.push(request.url()));
    page.on("popup", () => seen.push("popup"));
    return seen;
  };
  /** Elements, attributes and addresses that no text of ours is made of. */
  const foreign = (place: Locator): Promise<string[]> =>
    place.evaluateAll((places) =>
      places.flatMap((box) =>
        [...box.querySelectorAll("*")].flatMap((element) => {
          const odd = [...element.attributes].filter(({ name, value }) => !["class", "href", "rel", "start", "data-kind", "data-id", "contenteditable", "draggable", "alt"].includes(name) || (name === "href" && !/^(https?:|mailto:)/.test(value)));
          const known = /^(P|BR|STRONG|EM|UL|OL|LI|BLOCKQUOTE|A|CODE|PRE|H3|H4|SPAN|IMG)$/.test(element.tagName) && (element.tagName !== "IMG" || element.className === "ProseMirror-separator");
          return known && odd.length === 0 ? [] : [element.outerHTML.slice(0, 120)];
        }),
      ),
    );

  it("run nothing when they are pasted in the editor, nor when it opens them", async () => {
    const { page } = await stage.enter("audrey");
    await write(page);
    const seen = watched(page);
    for (const text of HOSTILE) {
      await paste(page, text, text);
      expect(await foreign(editor(page)), text).toEqual([]);
      await page.locator('textarea[name="texte"]').evaluate((field, markdown) => {
        (field as HTMLTextAreaElement).value = markdown;
        field.dispatchEvent(new Event("change"));
      }, text);
      expect(await foreign(editor(page)), text).toEqual([]);
    }
    expect(seen).toEqual([]);
  });

  it("run nothing on the page of a discussion", async () => {
    const { page, provoke } = await stage.enter("bernard", { javaScript: false });
    const ANYHOW = /^Publier quand même/;
    // Some of them hold what looks like a person's data: their writer is asked first.
    provoke(/status of 422/);
    const publish = async () => {
      const press = (name: string | RegExp) => Promise.all([page.waitForEvent("load"), page.getByRole("button", { name, exact: true }).click()]);
      await press("Publier");
      if ((await page.getByRole("button", { name: ANYHOW }).count()) > 0) await press(ANYHOW);
    };
    await visit(page, "/discussions/nouvelle");
    await page.getByLabel("Votre message").fill("Des textes bizarres");
    await publish();
    const thread = new URL(page.url()).pathname;
    for (let from = 0; from < HOSTILE.length; from += 60) {
      await replyBox(page).fill(HOSTILE.slice(from, from + 60).join("\n\n").replaceAll("\u0000", ""));
      await publish();
    }
    const reader = await stage.enter("emilie");
    const seen = watched(reader.page);
    await visit(reader.page, thread);
    await live(reader.page);
    expect(await reader.page.getByRole("article").count()).toBe(1 + Math.ceil(HOSTILE.length / 60));
    expect(await foreign(reader.page.locator(".message .prose"))).toEqual([]);
    expect(seen).toEqual([]);
  });
});
