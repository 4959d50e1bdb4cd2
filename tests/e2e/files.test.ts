import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pdf, photo, png } from "../support/sample-files";
import { hydrated, useStage, visit } from "./stage";
import { messageWith } from "./steps";

const stage = useStage({ demo: true });
const PHONE = { width: 320 } as const;

const box = (page: Page) => page.locator("#field-fichiers");
const jpeg = async (name = "coin calme.jpg") => ({ name, mimeType: "image/jpeg", buffer: await photo(1_200, 800) });
const document_ = (name = "Grille.pdf") => ({ name, mimeType: "application/pdf", buffer: pdf(40_000) });
/** Every picture of a message has arrived and can be seen. */
const seen = (page: Page, text: string) =>
  messageWith(page, text).locator(".picture img").evaluateAll((images) => Promise.all((images as HTMLImageElement[]).map(async (image) => (await image.decode(), image.naturalWidth > 0))));

describe("a photo with a question", () => {
  it("is sent from a phone, described, agreed to, published once, and seen by another at once", async () => {
    const { page, provoke } = await stage.enter("nadege", PHONE);
    provoke(/status of 422/);
    await visit(page, "/discussions/nouvelle");
    await hydrated(page);
    await page.getByLabel("Votre message").fill("Que pensez-vous de notre coin calme?");
    await box(page).setInputFiles([await jpeg(), document_()]);
    await page.getByRole("button", { name: "Retirer Grille.pdf" }).waitFor();
    await page.getByRole("button", { name: "Publier" }).click();
    await page.getByRole("alert").getByText("Cochez cette case pour publier une image.").waitFor();
    await page.getByLabel("Ce que montre l’image coin calme.jpg").fill("Une tente de tissu et deux coussins");
    await page.getByLabel(/un parent l’a donné pour chaque enfant/).check();
    await page.getByRole("button", { name: "Publier" }).click();
    await page.getByRole("heading", { level: 1, name: "Que pensez-vous de notre coin calme?" }).waitFor();
    expect(await seen(page, "coin calme")).toEqual([true]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

    const emilie = await stage.enter("emilie");
    await visit(emilie.page, new URL(page.url()).pathname);
    const download = emilie.page.waitForEvent("download");
    await messageWith(emilie.page, "coin calme").getByRole("link", { name: /Grille\.pdf/ }).click();
    expect((await download).suggestedFilename()).toBe("Grille.pdf");
    await emilie.page.getByLabel("Votre réponse").fill("Voici le nôtre.");
    await box(emilie.page).setInputFiles([{ name: "nôtre.png", mimeType: "image/png", buffer: await png() }]);
    await emilie.page.getByLabel(/un parent l’a donné/).check();
    await emilie.page.getByRole("button", { name: "Publier" }).click();
    await messageWith(emilie.page, "Voici le nôtre.").locator(".picture").waitFor();
    // The next message begins without files, and the other open page has the picture too.
    await expect.poll(() => emilie.page.locator(".attached-file").count()).toBe(0);
    await messageWith(page, "Voici le nôtre.").locator(".picture").waitFor();
  });

  it("waits for its file when it is published before that has arrived, and leaves out what is taken back", async () => {
    const { page, context } = await stage.enter("emilie");
    await visit(page, "/discussions/nouvelle");
    await hydrated(page);
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await context.route("**/fichiers", async (route) => (await held, await route.continue()));
    await page.getByLabel("Votre message").fill("Deux fichiers, dont un de trop.");
    await box(page).setInputFiles([document_("à garder.pdf"), document_("de trop.pdf")]);
    await page.getByRole("button", { name: "Annuler de trop.pdf" }).click();
    await page.getByRole("button", { name: "Publier" }).click();
    await page.getByText(/puis votre message sera publié/).waitFor({ state: "attached" });
    release();
    await page.getByRole("heading", { level: 1 }).getByText("Deux fichiers").waitFor();
    expect(await page.locator(".message .file-name").allInnerTexts()).toEqual(["à garder.pdf"]);
  });

  it("is dropped or pasted, and what is no picture is refused in French", async () => {
    const { page, provoke } = await stage.enter("emilie");
    provoke(/status of 422/);
    await visit(page, "/discussions/nouvelle");
    await hydrated(page);
    const give = (type: "drop" | "paste", name: string, content: string) =>
      page.getByLabel("Votre message").evaluate((target, { type, name, content }) => {
        const data = new DataTransfer();
        data.items.add(new File([content], name));
        target.dispatchEvent(type === "drop" ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }) : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      }, { type, name, content });
    await give("drop", "page.png", "<!doctype html><script>alert(1)</script>");
    await page.getByText(/page\.png.*son contenu ne correspond pas à son extension/).first().waitFor();
    await give("paste", "dessin.svg", "<svg/>");
    await page.getByText(/dessin\.svg.*ce type de fichier n’est pas accepté/).first().waitFor();
    await page.getByRole("button", { name: "Fermer page.png" }).click();
    await page.getByRole("button", { name: "Fermer dessin.svg" }).click();
    expect(await page.locator(".attached-file").count()).toBe(0);
  });
});

describe("by keyboard alone", () => {
  it("one chooses, describes, agrees, publishes, and looks at pictures one after the other", async () => {
    const { page } = await stage.enter("chantal");
    await visit(page, "/discussions/nouvelle");
    await hydrated(page);
    await page.getByLabel("Votre message").focus();
    await page.keyboard.type("Trois images de la cour");
    await box(page).focus();
    expect(await box(page).evaluate((input) => getComputedStyle(input.parentElement ?? input).outlineStyle)).toBe("solid");
    await box(page).setInputFiles([{ name: "a.png", mimeType: "image/png", buffer: await png(500, 300) }, { name: "b.png", mimeType: "image/png", buffer: await png(300, 500) }]);
    await page.getByLabel("Ce que montre l’image b.png").waitFor();
    await page.getByLabel("Ce que montre l’image a.png").focus();
    await page.keyboard.type("La butte");
    await page.getByLabel("Ce que montre l’image b.png").focus();
    await page.keyboard.type("Le jardin");
    await page.getByLabel(/un parent l’a donné/).focus();
    await page.keyboard.press("Space");
    await page.getByLabel("Votre message").focus();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: "Trois images de la cour" }).waitFor();

    const first = page.getByRole("link", { name: "La butte" });
    await first.focus();
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: "Image 1 de 2" });
    await viewer.getByRole("img", { name: "La butte" }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("dialog", { name: "Image 2 de 2" }).getByRole("img", { name: "Le jardin" }).waitFor();
    await page.keyboard.press("ArrowRight");
    await viewer.waitFor();
    await page.keyboard.press("Escape");
    await viewer.waitFor({ state: "detached" });
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
  });
});

describe("without JavaScript", () => {
  it("one plain form carries files, gives them back when it is refused, and publishes them", async () => {
    const { page, provoke } = await stage.enter("nadege", { javaScript: false });
    provoke(/status of 422/);
    await visit(page, "/discussions/nouvelle");
    await page.getByText("Joindre des fichiers ou des images").click();
    await page.getByLabel("Fichiers", { exact: true }).setInputFiles([document_(), await jpeg(), { name: "page.png", mimeType: "image/png", buffer: Buffer.from("<html>") }]);
    await page.getByLabel("Votre message").fill("Sans script, avec des fichiers");
    await page.getByRole("button", { name: "Publier" }).click();
    await page.getByRole("alert").getByText(/page\.png.*ne correspond pas/).waitFor();
    expect(await page.getByLabel("Votre message").inputValue()).toBe("Sans script, avec des fichiers");
    expect(await page.locator(".attached .file-name").allInnerTexts()).toEqual(["Grille.pdf", "coin calme.jpg"]);
    await page.getByLabel("Ce que montre l’image coin calme.jpg").fill("Le coin calme");
    await page.getByLabel(/un parent l’a donné/).check();
    await page.getByRole("button", { name: "Publier" }).click();
    await page.getByRole("heading", { level: 1, name: "Sans script, avec des fichiers" }).waitFor();
    expect(await page.locator(".message .file-name").allInnerTexts()).toEqual(["Grille.pdf"]);
    await page.getByRole("link", { name: "Le coin calme" }).click();
    await page.waitForURL(/\/fichiers\/\d+\/coin%20calme\.jpg$/);
  });
});
