import { describe, expect, it } from "vitest";
import { useStage, visit } from "./stage";
import { startThread } from "./steps";

const stage = useStage({ demo: true });

describe("the search", () => {
  it("finds from any page what was just written, and leads to it", async () => {
    const { page } = await stage.enter("nadege");
    await startThread(page, "Doudous oubliés", "On garde un panier de doudous près de la porte.");
    await visit(page, "/");
    await page.getByRole("search", { name: "Chercher dans Le Fil" }).getByLabel("Chercher", { exact: true }).fill("DOUDOU");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: "Messages" }).waitFor();
    expect(await page.locator("mark").first().innerText()).toMatch(/doudou/i);
    await page.getByRole("region", { name: "Messages" }).getByRole("link").first().click();
    await page.getByText("On garde un panier de doudous").waitFor();
  });

  it("asks the community with the words already there when nothing is found, without JavaScript and on a phone", async () => {
    const { page } = await stage.enter("chantal", { javaScript: false, width: 320 });
    await visit(page, "/");
    await page.getByRole("button", { name: "Chercher" }).click();
    await page.getByLabel("Vos mots").fill("xylophage turquoise");
    await page.getByRole("main").getByRole("button", { name: "Chercher" }).click();
    await page.getByRole("link", { name: "Demander à la communauté" }).click();
    expect(await page.getByLabel("Votre message").inputValue()).toBe("xylophage turquoise");
  });

  it("takes an acronym for what the committee says it means", async () => {
    const { page } = await stage.enter("audrey");
    await visit(page, "/comite/synonymes");
    await page.getByLabel("Mots qui veulent dire").fill("PAD, panier à doudous");
    await page.getByRole("button", { name: "Ajouter" }).click();
    await page.getByText("La ligne est ajoutée.").waitFor();
    await startThread(page, "Un PAD à l’entrée", "Notre PAD est plein.");
    await visit(page, "/recherche?q=panier+%C3%A0+doudous");
    await page.getByRole("link", { name: "Un PAD à l’entrée" }).first().waitFor();
  });
});
