import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useStage, visit } from "./stage";
import { messageWith, replyBox, typeCode } from "./steps";

const stage = useStage({ demo: true });
const without = { javaScript: false } as const;

/** The sentence that stands beside a field, tied to it for those who listen. */
async function besideOf(page: Page, field: Locator): Promise<string> {
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  const ids = ((await field.getAttribute("aria-describedby")) ?? "").split(" ");
  const error = ids.find((id) => id.endsWith("-error")) ?? "none";
  return (await page.locator(`[id="${error}"]`).innerText()).trim();
}

/** The summary over the form has the focus, and leads to the field. */
const focusedSummary = (page: Page): Promise<string | null> => page.locator("[autofocus]").getAttribute("role");

describe("without JavaScript", () => {
  it("one signs in by a code, and is told in French beside the field what is missing", async () => {
    const { page, provoke } = await stage.visitor(without);
    provoke(/status of 422/);
    await visit(page, "/connexion");
    await page.getByRole("button", { name: "Recevoir un code" }).click();
    const address = page.getByLabel("Adresse courriel");
    expect(await besideOf(page, address)).toMatch(/^Écrivez|Cette adresse/);
    expect(await focusedSummary(page)).toBe("alert");

    await address.fill("julie.patenaude-roy@troisponts.exemple.test");
    await page.getByRole("button", { name: "Recevoir un code" }).click();
    const code = await stage.mailbox.code("julie.patenaude-roy@troisponts.exemple.test");
    const wrong = code.startsWith("0") ? code.replace("0", "1") : `0${code.slice(1)}`;
    await page.getByLabel("Code reçu par courriel").fill(wrong);
    await page.getByRole("button", { name: "Me connecter" }).click();
    expect(await besideOf(page, page.getByLabel("Code reçu par courriel"))).toBe("Ce code ne convient pas.");
    await typeCode(page, code.toLowerCase());
    await page.getByRole("heading", { level: 1, name: "Bonjour Julie" }).waitFor();
  });

  it("one looks at a message before publishing it, keeps it as a draft, publishes it and quotes another", async () => {
    const { page, provoke } = await stage.enter("nadege", without);
    provoke(/status of 422/);
    await visit(page, "/");
    await page.getByRole("link", { name: "Écrire un message" }).click();
    await page.getByRole("button", { name: "Publier" }).click();
    expect(await besideOf(page, page.getByLabel("Votre message"))).toBe("Écrivez votre message.");

    await page.getByLabel("Titre").fill("Sortir sous la neige");
    await page.getByLabel("Votre message").fill("Nous sortons **tous les jours**, même dix minutes.");
    await page.getByRole("button", { name: "Aperçu" }).click();
    await page.locator("strong", { hasText: "tous les jours" }).waitFor();
    expect(await page.getByLabel("Titre").inputValue()).toBe("Sortir sous la neige");
    await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
    await page.getByText(/^Brouillon enregistré/).waitFor();
    await visit(page, "/brouillons");
    await page.getByRole("link", { name: "Sortir sous la neige" }).click();
    await page.getByRole("button", { name: "Publier" }).click();
    await page.getByRole("heading", { level: 1, name: "Sortir sous la neige" }).waitFor();
    const thread = new URL(page.url()).pathname;

    const emilie = await stage.enter("emilie", without);
    await visit(emilie.page, thread);
    await messageWith(emilie.page, "tous les jours").getByRole("link", { name: /^Citer/ }).click();
    expect(await replyBox(emilie.page).inputValue()).toMatch(/^> \*\*Nadège Saint-Fleur\*\* a écrit/);
    await replyBox(emilie.page).press("ControlOrMeta+End");
    await replyBox(emilie.page).pressSequentially("Dix minutes, c’est déjà beaucoup.");
    await emilie.page.getByRole("button", { name: "Publier" }).click();
    await messageWith(emilie.page, "c’est déjà beaucoup").waitFor();

    await visit(page, "/discussions");
    await page.getByRole("listitem").filter({ hasText: "Sortir sous la neige" }).getByText("1 nouveau").waitFor();
    await page.getByRole("link", { name: "Sortir sous la neige" }).click();
    await page.getByText("Nouveau depuis votre dernière visite").waitFor();
    await page.getByRole("button", { name: "J’ai tout lu" }).click();
    await visit(page, "/discussions");
    expect(await page.getByRole("listitem").filter({ hasText: "Sortir sous la neige" }).getByText("nouveau").count()).toBe(0);
  });

  it("one changes one's profile, and gets back what was typed beside what is missing", async () => {
    const { page, provoke } = await stage.enter("marjolaine", without);
    provoke(/status of 422/);
    await visit(page, "/reglages/profil");
    await page.getByLabel("Nom", { exact: true }).fill("");
    await page.getByLabel("Titre", { exact: true }).fill("Orthophoniste en périnatalité");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    expect(await besideOf(page, page.getByLabel("Nom", { exact: true }))).toMatch(/^Écrivez/);
    expect(await page.getByLabel("Titre", { exact: true }).inputValue()).toBe("Orthophoniste en périnatalité");
    await page.getByLabel("Nom", { exact: true }).fill("Marjolaine Duquette-Roy");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await visit(page, "/reglages/profil");
    expect(await page.getByLabel("Titre", { exact: true }).inputValue()).toBe("Orthophoniste en périnatalité");
  });

  it("the committee invites, and is told which line is no address", async () => {
    const { page, provoke } = await stage.enter("audrey", without);
    provoke(/status of 422/);
    await visit(page, "/comite/invitations");
    await page.getByLabel("Adresses courriel").fill("quelqu.une@exemple.test\npas une adresse");
    await page.getByRole("button", { name: "Inviter", exact: true }).click();
    await page.getByText("Ligne 2, «\u00a0pas une adresse\u00a0»\u00a0: ce n’est pas une adresse.").waitFor();
    expect(await page.getByLabel("Adresses courriel").inputValue()).toContain("quelqu.une@exemple.test");
    await page.getByLabel("Adresses courriel").fill("quelqu.une@exemple.test");
    await page.getByRole("button", { name: "Inviter", exact: true }).click();
    await page.getByText("1 invitation envoyée").waitFor();
  });

  it("one leaves by a button, and is out", async () => {
    const { page } = await stage.enter("bernard", { ...without, fresh: true });
    await visit(page, "/");
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.waitForURL("**/connexion");
    await page.goto("/discussions");
    await page.getByRole("heading", { level: 1, name: "Connexion" }).waitFor();
  });
});
