import { describe, expect, it } from "vitest";
import { useStage, visit } from "./stage";
import { live, messageWith, startThread } from "./steps";

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

    await messageWith(emilie.page, "coussins gris").getByRole("link", { name: /^Réagir/ }).click();
    await emilie.page.getByRole("heading", { level: 1, name: /^Message de/ }).waitFor();
    await emilie.page.getByRole("button", { name: "utile" }).click();
    await messageWith(nadege.page, "coussins gris").getByText("utile").waitFor();

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
    await emilie.page.getByText(/^Message supprimé le/).waitFor();
    expect(await emilie.page.getByText("coussins").count()).toBe(0);
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
