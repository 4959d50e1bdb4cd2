import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pressEnterOn } from "../support/keyboard";
import { pdf } from "../support/sample-files";
import { hydrated, useStage, visit } from "./stage";

const stage = useStage({ demo: true });

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const said = (page: Page, text: string) => page.getByText(text, { exact: false }).first().waitFor();
const day = (away = 0): string => new Date(Date.now() + away * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "America/Toronto" });

describe("the charter, kept signed", () => {
  it("tells who is late on each page what waits, keeps their text, and lets them go as soon as they sign", async () => {
    const [{ page: audrey }, late] = [await stage.enter("audrey", { javaScript: false }), await stage.enter("emilie")];
    const { page } = late;
    await visit(audrey, "/comite/charte/signatures/regles");
    await audrey.getByLabel("Jours pour signer").fill("30");
    await audrey.getByLabel("Lire et répondre, sans lancer de discussion").check();
    await press(audrey, "Enregistrer");
    await said(audrey, "C’est enregistré, et vaut dès maintenant.");

    await visit(page, "/discussions/nouvelle");
    await page.getByText("Pour lancer une discussion, signez d’abord la Charte").waitFor();
    expect(await page.getByLabel("Votre message").count()).toBe(0);
    await visit(page, "/discussions");
    await page.getByText("La Charte attend votre signature").waitFor();
    await page.getByRole("link", { name: "Lire et signer la Charte" }).click();
    await page.getByRole("heading", { level: 1, name: "Signer la Charte" }).waitFor();
    await press(page, "Signer la Charte");
    await said(page, "C’est signé.");
    await visit(page, "/discussions/nouvelle");
    await page.getByLabel("Votre message").waitFor();
    expect(await page.getByText("La Charte attend votre signature").count()).toBe(0);
  });

  it("takes a signature on paper with its scan, which counts for nothing until a second person confirms", async () => {
    const { page } = await stage.enter("audrey", { javaScript: false });
    const scan = pdf();
    await visit(page, "/comite/charte/signatures/papier");
    await page.getByLabel("De qui").selectOption({ label: "Bernard Pinsonnault, Lettres en poche" });
    await page.getByLabel("Nom de la personne qui a signé").fill("Bernard Pinsonnault");
    await page.getByLabel("Son titre").fill("Coordonnateur");
    await page.getByLabel("Jour de la signature").fill(day());
    await page.getByLabel("La page numérisée").setInputFiles({ name: "page-signee.pdf", mimeType: "application/pdf", buffer: scan });
    await press(page, "Inscrire");
    await said(page, "C’est inscrit.");
    await said(page, "Une autre personne du comité confirme.");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /La page numérisée/ }).click()]);
    expect(readFileSync(await download.path()).equals(scan)).toBe(true);
    await press(page, "Écarter (Bernard Pinsonnault)");
    await said(page, "C’est écarté, et la page numérisée est effacée.");
  });

  it("is renewed with one press of a key where nothing changed", async () => {
    const [{ page: audrey }, { page }] = [await stage.enter("audrey"), await stage.enter("nadege")];
    await visit(audrey, "/comite/charte/signatures/campagne");
    await audrey.getByLabel("Fin").fill(day(30));
    await press(audrey, "Lancer la campagne");
    await said(audrey, "La campagne est ouverte.");
    await visit(page, "/");
    await hydrated(page);
    await pressEnterOn(page, page.getByRole("listitem").filter({ hasText: "Renouveler votre signature de la Charte" }).getByRole("link"));
    await pressEnterOn(page, page.getByRole("button", { name: "Renouveler la signature" }));
    await said(page, "C’est signé.");
    await visit(page, "/charte/signature");
    await said(page, "À jour");
  });
});
