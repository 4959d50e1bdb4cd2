import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { pressEnterOn, typeInto } from "../support/keyboard";
import { hydrated, useStage, visit } from "./stage";
import { leadFrom } from "./pages";
import { live } from "./steps";

const stage = useStage({ demo: true });
const DRAFT = "Accompagner un enfant en deuil";

const poll = (page: Page): Promise<string> => leadFrom(page, "/moments", /^\/moments\/dates\/\d+$/);
const draft = async (page: Page): Promise<string> => {
  await visit(page, "/comite/moments");
  return (await page.getByRole("listitem").filter({ hasText: DRAFT }).getByRole("link").first().getAttribute("href")) ?? "";
};
const slot = (page: Page, which: number) => page.getByRole("group", { name: /\d h/ }).nth(which);

describe("a date that is sought", () => {
  it("takes each tap by itself, which the committee's open desk hears, and keeps it for the next visit", async () => {
    const { page } = await stage.enter("nadege");
    const desk = await stage.enter("audrey");
    await visit(desk.page, await leadFrom(desk.page, `${await draft(desk.page)}/dates`, /^\/comite\/moments\/\d+\/dates\/\d+$/));
    await desk.page.getByText("15 réponses sur 19").waitFor();
    await live(desk.page);

    await visit(page, await poll(page));
    await hydrated(page);
    for (const which of [0, 1, 2, 3]) {
      await slot(page, which).getByRole("radio", { name: which === 0 ? "Non" : "Oui" }).check();
      await slot(page, which).getByText("Enregistré").waitFor();
    }
    await desk.page.getByText("16 réponses sur 19").waitFor();
    await desk.page.getByRole("row", { name: /Nadège Saint-Fleur/ }).waitFor();
    await page.reload();
    await page.getByText("Vous avez répondu à toutes les heures.").waitFor();
    expect(await slot(page, 0).getByRole("radio", { name: "Non" }).isChecked()).toBe(true);
  });

  it("keeps the choice in the page and offers the button where the connection is gone", async () => {
    const { page, provoke } = await stage.enter("emilie");
    provoke(/Failed to load resource/);
    await visit(page, await poll(page));
    await hydrated(page);
    await page.route("**/reponse", (route) => route.abort());
    const other = (await slot(page, 1).getByRole("radio", { name: "Non" }).isChecked()) ? "Oui" : "Non";
    await slot(page, 1).getByRole("radio", { name: other }).check();
    await slot(page, 1).getByText("Pas enregistré").waitFor();
    await page.getByRole("button", { name: "Enregistrer mes réponses" }).click();
    await page.getByText("Vos réponses sont enregistrées.").waitFor();
    expect(await slot(page, 1).getByRole("radio", { name: other }).isChecked()).toBe(true);
  });

  it("is answered on a phone without any script, by a guest's link, which ends nothing else", async () => {
    const desk = await stage.enter("audrey");
    await visit(desk.page, `${await leadFrom(desk.page, `${await draft(desk.page)}/dates`, /^\/comite\/moments\/\d+\/dates\/\d+$/)}/personnes`);
    const link = new URL(await desk.page.getByLabel("Son lien, à lui envoyer").inputValue()).pathname;
    const { page } = await stage.visitor({ javaScript: false, width: 320 });
    await visit(page, link);
    await page.getByText("Rosemarie Thibodeau-Lussier").waitFor();
    await slot(page, 0).getByRole("radio", { name: "Au besoin" }).check();
    await page.getByRole("button", { name: "Enregistrer mes réponses" }).click();
    await page.getByText("Vos réponses sont enregistrées.").waitFor();
    expect(await slot(page, 0).getByRole("radio", { name: "Au besoin" }).isChecked()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it("is begun, given hours and opened by the keyboard alone, and becomes the meeting's date in one choice, which open pages hear", async () => {
    const { page } = await stage.enter("audrey");
    await visit(page, `${await draft(page)}/dates`);
    await hydrated(page);
    await page.getByLabel("Pôle").selectOption({ label: "Val-des-Grives" });
    // A browser draws its own focus inside a field for a date: what is looked at begins behind it.
    await page.getByLabel("Mot d’accompagnement").focus();
    await pressEnterOn(page, page.getByRole("button", { name: "Commencer" }));
    await page.getByRole("heading", { level: 1, name: "Les heures proposées" }).waitFor();
    const next = new Date(Date.now() + 21 * 86_400_000);
    next.setUTCDate(next.getUTCDate() + ((3 - next.getUTCDay() + 7) % 7));
    await page.getByLabel("Jour").fill(next.toISOString().slice(0, 10));
    await page.keyboard.press("Enter");
    await page.getByText("L’heure est ajoutée.").waitFor();
    await page.getByRole("button", { name: "Ajouter cette heure" }).focus();
    await pressEnterOn(page, page.getByRole("link", { name: "Continuer" }));
    await pressEnterOn(page, page.getByRole("button", { name: "Ouvrir aux réponses" }));
    await page.getByText("La recherche est ouverte").waitFor();
    const other = await stage.enter("emilie");
    await visit(other.page, `/moments/dates/${/dates\/(\d+)/.exec(page.url())?.[1]}`);
    await live(other.page);
    await pressEnterOn(page, page.getByRole("link", { name: /^Choisir/ }).first());
    await typeInto(page, page.getByRole("textbox", { name: /^Lieu/ }), "Salle municipale");
    await pressEnterOn(page, page.getByRole("button", { name: "Choisir cette date" }));
    await page.getByText("La date est choisie, et la rencontre est créée.").waitFor();
    await page.getByText("Salle municipale").waitFor();
    await other.page.getByRole("main").getByText("La date est choisie").waitFor();
  });
});
