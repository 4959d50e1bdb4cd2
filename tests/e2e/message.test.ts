import { describe, expect, it } from "vitest";
import { useStage, visit } from "./stage";
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
