import { describe, expect, it } from "vitest";
import { pdf } from "../support/sample-files";
import { hydrated, useStage, visit } from "./stage";
import { boxText, live, messageWith, startThread } from "./steps";

const stage = useStage({ demo: true });

describe("a message of one's own and of others", () => {
  it("is reacted to, reworded and deleted, and the other person sees each without moving", async () => {
    const nadege = await stage.enter("nadege");
    const thread = await startThread(nadege.page, "Le coin calme", "On y met des coussins gris.");
    const emilie = await stage.enter("emilie", { fresh: true });
    await visit(emilie.page, thread);
    await live(emilie.page);
    await visit(nadege.page, thread);
    await live(nadege.page);

    const acts = messageWith(emilie.page, "coussins gris").getByRole("link", { name: /^Réagir/ });
    const at = emilie.page.url();
    await acts.focus();
    await emilie.page.keyboard.press("Enter");
    const dialog = emilie.page.getByRole("dialog", { name: "Message de Nadège Saint-Fleur" });
    const useful = dialog.getByRole("button", { name: "utile" });
    await useful.press("Enter");
    await messageWith(nadege.page, "coussins gris").getByText("utile").waitFor();
    await dialog.getByText("utile\u00a0: vous").waitFor();
    expect(await useful.evaluate((button) => [button === document.activeElement, button.getAttribute("aria-pressed")])).toEqual([true, "true"]);
    // Each press says anew what to have.
    await useful.press("Enter");
    await messageWith(nadege.page, "coussins gris").getByText("utile").waitFor({ state: "detached" });
    await useful.press("Enter");
    await messageWith(nadege.page, "coussins gris").getByText("utile").waitFor();
    await dialog.getByRole("button", { name: "Garder dans mes signets" }).click();
    await dialog.getByRole("status").getByText("Gardé dans vos signets.").waitFor();
    await emilie.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await acts.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(emilie.page.url()).toBe(at);

    await messageWith(nadege.page, "coussins gris").getByRole("link", { name: /^Réagir/ }).click();
    await nadege.page.getByRole("link", { name: "Modifier", exact: true }).click();
    await nadege.page.getByLabel("Votre message").fill("On y met des coussins bleus.");
    await nadege.page.getByRole("button", { name: "Publier la modification" }).click();
    await messageWith(emilie.page, "coussins bleus").getByText(/^modifié le/).waitFor();

    await messageWith(nadege.page, "coussins bleus").getByRole("link", { name: /^Réagir/ }).click();
    await nadege.page.getByText("Ce qui a été modifié (1)").click();
    expect(await nadege.page.locator("del").innerText()).toContain("gris");
    expect(await nadege.page.locator("ins").innerText()).toContain("bleus");
    await nadege.page.getByText("Supprimer ce message").click();
    await nadege.page.getByRole("button", { name: "Supprimer le message" }).click();
    await nadege.page.getByRole("dialog").waitFor({ state: "detached" });
    await nadege.page.getByText(/^Message supprimé le/).waitFor();
    await emilie.page.getByText(/^Message supprimé le/).waitFor();
    expect(await emilie.page.getByText("coussins").count()).toBe(0);
  });

  it("loses a file and gets another, seen at once by whoever has it open, and says which it had", async () => {
    const document_ = (name: string) => ({ name, mimeType: "application/pdf", buffer: pdf(2_000 + name.length) });
    const nadege = await stage.enter("nadege");
    await visit(nadege.page, "/discussions/nouvelle");
    await hydrated(nadege.page);
    await nadege.page.getByLabel("Votre message").fill("Voici les deux grilles.");
    await nadege.page.locator("#field-fichiers").setInputFiles([document_("mars.pdf"), document_("avril.pdf")]);
    await nadege.page.getByRole("button", { name: "Retirer avril.pdf" }).waitFor();
    await nadege.page.getByRole("button", { name: "Publier" }).click();
    await nadege.page.getByRole("heading", { level: 1, name: "Voici les deux grilles." }).waitFor();
    const emilie = await stage.enter("emilie");
    await visit(emilie.page, new URL(nadege.page.url()).pathname);
    await live(emilie.page);

    await messageWith(nadege.page, "deux grilles").getByRole("link", { name: /^Réagir/ }).click();
    await nadege.page.getByRole("link", { name: "Modifier", exact: true }).click();
    await nadege.page.getByRole("button", { name: "Retirer mars.pdf" }).click();
    await nadege.page.locator("#field-fichiers").setInputFiles([document_("mai.pdf")]);
    await nadege.page.getByRole("button", { name: "Retirer mai.pdf" }).waitFor();
    await nadege.page.getByRole("button", { name: "Publier la modification" }).click();
    await expect.poll(() => messageWith(emilie.page, "deux grilles").locator(".file-name").allInnerTexts(), { timeout: 10_000 }).toEqual(["avril.pdf", "mai.pdf"]);

    // The same without JavaScript: a box for each file.
    const plain = await stage.enter("nadege", { javaScript: false });
    await visit(plain.page, new URL(nadege.page.url()).pathname);
    await messageWith(plain.page, "deux grilles").getByRole("link", { name: /^Réagir/ }).click();
    await plain.page.getByText("Ce qui a été modifié (1)").click();
    await plain.page.getByText("Fichiers de cette version\u00a0: mars.pdf, avril.pdf").waitFor();
    await plain.page.getByRole("link", { name: "Modifier", exact: true }).click();
    await plain.page.getByRole("listitem").filter({ hasText: "avril.pdf" }).getByLabel("Retirer").check();
    await plain.page.getByRole("button", { name: "Publier la modification" }).click();
    await expect.poll(() => messageWith(emilie.page, "deux grilles").locator(".file-name").allInnerTexts(), { timeout: 10_000 }).toEqual(["mai.pdf"]);
  });

  it("is quoted from the keyboard in the box of its thread, and is one stop for Tab", async () => {
    const { page } = await stage.enter("bernard");
    await visit(page, "/discussions/2?depuis=1");
    await live(page);
    const first = page.getByRole("article").first();
    expect(await first.locator("a:not(.prose a):not([tabindex='-1'])").count()).toBe(1);
    await first.getByRole("link", { name: /^Réagir/ }).focus();
    await page.keyboard.press("ArrowLeft");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Citer/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("link", { name: "Citer dans une réponse" }).click();
    await expect.poll(() => boxText(page)).toMatch(/^> /);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("field-texte");
  });

  it("is kept among one's bookmarks and marked as unread, without JavaScript", async () => {
    const { page } = await stage.enter("chantal", { javaScript: false });
    await visit(page, "/discussions/2?depuis=1");
    await page.getByRole("link", { name: /^Réagir/ }).first().click();
    await page.getByRole("button", { name: "Garder dans mes signets" }).click();
    await visit(page, "/signets");
    await page.getByRole("button", { name: /^Retirer/ }).waitFor();
    await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
    await page.getByRole("link", { name: /^Réagir/ }).first().click();
    await page.getByRole("button", { name: "Marquer comme non lu à partir d’ici" }).click();
    await page.waitForURL("**/discussions");
  });
});
