import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { leadFrom } from "./pages";
import { useStage, visit } from "./stage";
import { live } from "./steps";

const stage = useStage({ demo: true });

/** The demo's latest meeting that was held: its list at the door, and its minutes, open to correction. */
async function heldMeeting(page: Page): Promise<{ door: string; minutes: string }> {
  await visit(page, "/moments");
  const meeting = (await page.getByRole("link", { name: "Jouer dehors, toute l’année" }).first().getAttribute("href")) ?? "";
  return { door: await leadFrom(page, meeting, /^\/moments\/\d+\/rencontres\/\d+\/presences$/), minutes: `${meeting}/compte-rendu` };
}

const OFFLINE = /ERR_INTERNET_DISCONNECTED|Failed to fetch|Failed to load resource/;
const box = (page: Page, name: string) => page.getByRole("checkbox", { name });
const look = (page: Page, name: string) => page.getByLabel("Chercher une personne").fill(name);

describe("the list at the door", () => {
  it("is ticked by keyboard on two phones that agree, goes on without a network, and loses nothing", async () => {
    const [here, there] = [await stage.enter("audrey", { width: 320 }), await stage.enter("audrey", { fresh: true })];
    here.provoke(OFFLINE);
    const { door } = await heldMeeting(here.page);
    for (const { page } of [here, there]) {
      await visit(page, door);
      await live(page);
    }
    await look(here.page, "chantal");
    await box(here.page, "Chantal").press("Space");
    await here.page.getByText("14 personnes présentes").waitFor();
    await there.page.getByText("14 personnes présentes").waitFor();
    await there.page.getByText("En attente d’envoi").waitFor({ state: "detached" });

    await here.context.setOffline(true);
    await box(here.page, "Chantal").press("Space");
    await look(here.page, "emilie");
    await box(here.page, "Émilie").check();
    await here.page.getByLabel("Son nom").fill("Réal Grandbois");
    await here.page.getByRole("button", { name: "Noter cette personne" }).press("Enter");
    await here.page.getByText("En attente d’envoi\u00a0: 3").waitFor();
    await here.page.getByText("15 personnes présentes").waitFor();
    // Meanwhile the other phone ticks somebody this one knows nothing of.
    await look(there.page, "bernard");
    await box(there.page, "Bernard").check();
    await here.context.setOffline(false);
    await there.page.getByText("16 personnes présentes").waitFor();
    await here.page.getByText("En attente d’envoi").waitFor({ state: "detached" });
    await look(there.page, "chantal");
    expect(await box(there.page, "Chantal").isChecked()).toBe(false);

    // What waits outlives the page: closed without a network, opened again with one.
    await here.context.setOffline(true);
    await look(here.page, "lynda");
    await box(here.page, "Lynda").check();
    await here.page.getByText("En attente d’envoi\u00a0: 1").waitFor();
    await here.page.close();
    await here.context.setOffline(false);
    const again = await here.context.newPage();
    await visit(again, door);
    await there.page.getByText("17 personnes présentes").waitFor();
  });

  it("is a plain form without scripts", async () => {
    const guest = await stage.enter("audrey", { javaScript: false, width: 320 });
    guest.provoke(/status of 422/);
    const { page } = guest;
    await visit(page, (await heldMeeting(page)).door);
    const before = await page.getByText(/personnes présentes/).textContent();
    await box(page, "Nadège").uncheck();
    await page.getByText("Personnes membres qui n’avaient pas répondu").click();
    await box(page, "Kevin").check();
    await box(page, "Oumar").check();
    await page.getByRole("button", { name: "Enregistrer la liste" }).click();
    await page.getByText("La liste des présences est enregistrée.").waitFor();
    // Whoever had not answered and is not there stands among the others again.
    await page.getByText("Personnes membres qui n’avaient pas répondu").click();
    expect(await box(page, "Nadège").isChecked()).toBe(false);
    expect(Number.parseInt((await page.getByText(/personnes présentes/).textContent()) ?? "")).toBe(Number.parseInt(before ?? "") + 1);
    await box(page, "Nadège").check();
    await page.getByRole("button", { name: "Enregistrer la liste" }).click();
    await page.getByLabel("Son nom").fill("");
    await page.getByRole("button", { name: "Noter cette personne" }).click();
    await page.getByText("Écrivez son nom.").first().waitFor();
  });
});

describe("minutes", () => {
  it("are corrected without scripts, answered by keyboard, adopted, and read by everyone", async () => {
    const [nadege, audrey, emilie] = [await stage.enter("nadege", { javaScript: false, width: 320 }), await stage.enter("audrey"), await stage.enter("emilie")];
    const { minutes, door } = await heldMeeting(audrey.page);
    await visit(nadege.page, minutes);
    await nadege.page.getByRole("link", { name: "Proposer une correction" }).click();
    await nadege.page.getByLabel("Ces mots").fill("Le risque se regarde à deux.");
    await nadege.page.getByLabel("Plutôt").fill("Le risque se regarde à trois, avec l’enfant.");
    await nadege.page.getByRole("button", { name: "Proposer" }).click();
    await nadege.page.getByText("Votre correction est proposée.").waitFor();

    await visit(audrey.page, minutes);
    await audrey.page.getByRole("link", { name: /^Répondre à la correction de Nadège/ }).press("Enter");
    expect(await audrey.page.getByLabel("Le compte rendu").inputValue()).toContain("à trois, avec l’enfant");
    await audrey.page.getByRole("button", { name: "Accepter la correction" }).press("Enter");
    await audrey.page.getByText("La correction est acceptée").waitFor();
    await audrey.page.getByRole("button", { name: "Adopter maintenant" }).press("Enter");
    await audrey.page.getByText("toute la communauté peut le lire").waitFor();

    await visit(emilie.page, minutes);
    await emilie.page.getByRole("paragraph").filter({ hasText: "avec l’enfant" }).waitFor();
    expect(await emilie.page.getByRole("link", { name: "Proposer une correction" }).count()).toBe(0);

    // Notes keep themselves, and the button goes on from what was kept.
    await visit(audrey.page, door.replace(/presences$/, "notes"));
    await live(audrey.page);
    const sheet = audrey.page.getByRole("textbox", { name: "Ce qui se dit" });
    await sheet.click();
    await audrey.page.locator("[contenteditable=true]").waitFor();
    await audrey.page.keyboard.press("Control+End");
    await audrey.page.keyboard.type(" On y retourne.");
    await audrey.page.getByText(/Enregistré à/).waitFor();
    await audrey.page.keyboard.type(" En mars.");
    await audrey.page.getByRole("button", { name: "Enregistrer les notes" }).click();
    await audrey.page.getByText("C’est enregistré.").waitFor();
    await audrey.page.reload();
    expect(await audrey.page.locator("textarea[name=texte]").inputValue()).toContain("On y retourne. En mars.");
  });
});
