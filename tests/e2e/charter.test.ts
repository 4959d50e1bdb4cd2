import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pressEnterOn, tabTo, typeInto } from "../support/keyboard";
import { hydrated, useStage, visit } from "./stage";

const stage = useStage({ demo: true });

/** Opens an article of the workshop by its title. */
async function openArticle(page: Page, title: string): Promise<void> {
  await visit(page, "/charte/redaction");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** Changes words of the text in the box. */
async function change(page: Page, label: string, from: string, to: string): Promise<void> {
  const box = page.getByLabel(label);
  const text = await box.inputValue();
  expect(text).toContain(from);
  await box.fill(text.replace(from, to));
}

describe("the charter, written together", () => {
  it("takes words that are selected, a proposal as a sentence, and an answer seen by who proposed", async () => {
    const [nadege, audrey] = [await stage.enter("nadege"), await stage.enter("audrey")];
    const { page } = nadege;
    await openArticle(page, "Nos valeurs");
    await hydrated(page);
    await page.getByText("La confiance.").selectText();
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('textarea[name="passage"]')?.value === "La confiance.");
    await page.getByLabel("Votre commentaire").fill("C’est ce qui nous tient.");
    await page.getByRole("button", { name: "Publier le commentaire" }).click();
    await page.getByText("Votre commentaire est publié.").waitFor();
    expect(await page.getByRole("listitem").filter({ hasText: "C’est ce qui nous tient." }).locator(".passage").innerText()).toContain("La confiance.");

    await page.getByRole("link", { name: "Proposer une autre formulation" }).click();
    await change(page, "Le texte que vous proposez", "Qui demande reçoit une réponse, même courte.", "Qui demande reçoit une réponse.");
    await page.getByRole("button", { name: "Proposer" }).click();
    await page.getByText("Votre proposition est publiée.", { exact: false }).waitFor();
    await page.getByRole("listitem").filter({ hasText: "même courte" }).first().waitFor();
    await hydrated(page);

    await audrey.page.goto(page.url());
    await audrey.page.getByRole("link", { name: "Répondre" }).click();
    await audrey.page.getByLabel("Ne pas retenir").check();
    await audrey.page.getByRole("button", { name: "Envoyer la réponse" }).click();
    audrey.provoke(/status of 422/);
    await audrey.page.getByRole("link", { name: /Donnez la raison/ }).waitFor();
    await audrey.page.getByLabel("La raison").fill("« Même courte » met à l’aise de répondre.");
    await audrey.page.getByRole("button", { name: "Envoyer la réponse" }).click();
    await audrey.page.getByText("La réponse est envoyée", { exact: false }).waitFor();
    await page.getByText("La charte a changé", { exact: false }).waitFor();
    await page.getByRole("link", { name: "Actualiser" }).click();
    await page.getByText(/Non retenue par Audrey/).waitFor();
  });

  it("without JavaScript says beside the field what is wrong, and brings two changes at once together", async () => {
    const { page, provoke } = await stage.enter("emilie", { javaScript: false });
    provoke(/status of 422/);
    await openArticle(page, "Mission et objectifs");
    await page.getByLabel("Votre commentaire").fill("Avec les familles aussi?");
    await page.getByLabel("Passage visé").fill("des mots qui n’y sont pas");
    await page.getByRole("button", { name: "Publier le commentaire" }).click();
    await page.getByText("Ces mots ne sont pas dans l’article.", { exact: false }).first().waitFor();
    expect(await page.getByLabel("Votre commentaire").inputValue()).toBe("Avec les familles aussi?");
    await page.getByLabel("Passage visé").fill("parler un langage commun");
    await page.getByRole("button", { name: "Publier le commentaire" }).click();
    await page.getByText("Votre commentaire est publié.").waitFor();

    const [first, second] = [await stage.enter("audrey", { javaScript: false }), await stage.enter("audrey", { javaScript: false })];
    for (const one of [first, second]) {
      await openArticle(one.page, "Mission et objectifs");
      await one.page.getByRole("link", { name: "Modifier le texte" }).click();
    }
    await change(first.page, "Texte", "en leur donnant un lieu", "en leur offrant un lieu");
    await first.page.getByRole("button", { name: "Enregistrer le texte" }).click();
    await first.page.getByText("Le nouveau texte est enregistré.", { exact: false }).waitFor();
    second.provoke(/status of 409/);
    await change(second.page, "Texte", "sur le terrain", "chaque jour sur le terrain");
    await second.page.getByRole("button", { name: "Enregistrer le texte" }).click();
    await second.page.getByText("Cet article a changé pendant que vous écriviez").waitFor();
    const merged = await second.page.getByLabel("Texte", { exact: true }).inputValue();
    for (const words of ["en leur offrant un lieu", "chaque jour sur le terrain"]) expect(merged).toContain(words);
    await second.page.getByRole("button", { name: "Enregistrer le texte" }).click();
    await second.page.getByText("Le nouveau texte est enregistré.", { exact: false }).waitFor();
  });

  it("by keyboard goes from the text to a proposal, then from the rule to an answer", async () => {
    const [{ page }, audrey] = [await stage.enter("nadege"), await stage.enter("audrey")];
    await visit(page, "/charte/redaction");
    await hydrated(page);
    await pressEnterOn(page, page.getByRole("link", { name: "Les rôles" }));
    await page.getByRole("heading", { level: 1, name: "Les rôles" }).waitFor();
    await pressEnterOn(page, page.getByRole("link", { name: "Proposer une autre formulation" }));
    await tabTo(page, page.getByLabel("Le texte que vous proposez"));
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText(" Un merci suit chaque tour.");
    await pressEnterOn(page, page.getByRole("button", { name: "Proposer" }));
    await page.getByText("Votre proposition est publiée.", { exact: false }).waitFor();

    await visit(audrey.page, "/comite/charte");
    await audrey.page.getByRole("link", { name: "Ouvrir le consentement" }).click();
    await audrey.page.getByLabel("Répondre au plus tard le").fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
    await audrey.page.getByRole("button", { name: "Ouvrir le consentement" }).click();
    await audrey.page.getByText("La consultation est ouverte.", { exact: false }).waitFor();

    await visit(page, "/");
    await hydrated(page);
    await pressEnterOn(page, page.getByRole("listitem").filter({ hasText: "Dire si vous consentez" }).getByRole("link"));
    await page.getByRole("heading", { level: 1, name: "Consentez-vous à cette charte?" }).waitFor();
    await tabTo(page, page.getByLabel("J’adhère"));
    await page.keyboard.press("ArrowDown");
    await typeInto(page, page.getByLabel("Votre raison"), "À revoir après une saison.");
    await pressEnterOn(page, page.getByRole("button", { name: "Répondre" }));
    await page.getByText("Votre réponse est notée.", { exact: false }).waitFor();
    await page.getByText("A une réserve", { exact: true }).waitFor();
  });
});
