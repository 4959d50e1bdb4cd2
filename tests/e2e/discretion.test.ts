import { describe, expect, it } from "vitest";
import { hydrated, useStage, visit } from "./stage";
import { live, messageWith, startThread } from "./steps";

const stage = useStage({ demo: true });
const REFUSED = /status of 422/;
const RISKY = "Éléonore, 3 ans, a mordu deux amis cette semaine.";

describe("a child's name that nearly slips out", () => {
  it("is asked about before the form is sent, and is put right with the keyboard", async () => {
    const { page } = await stage.enter("nadege");
    await visit(page, "/discussions/nouvelle");
    await hydrated(page);
    const sent: string[] = [];
    page.on("request", (request) => request.method() === "POST" && new URL(request.url()).pathname.startsWith("/discussions") && sent.push(request.url()));
    const rules = page.waitForResponse((response) => /assets\/ask-.*\.js/.test(response.url()));
    const box = page.getByLabel("Votre message");
    await box.click();
    await page.keyboard.type(RISKY);
    await rules;
    await page.keyboard.press("Control+Enter");
    const question = page.getByRole("alert").filter({ hasText: "Pourrait-on reconnaître quelqu’un?" });
    await question.waitFor();
    expect(await question.locator("mark").allInnerTexts()).toEqual(["Éléonore, 3 ans"]);
    expect(sent).toEqual([]);
    await page.waitForFunction(() => document.activeElement?.classList.contains("passages"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    // The words themselves are selected: typing replaces them.
    await page.keyboard.type("Une enfant de trois ans");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/\/discussions\/\d+/);
    await messageWith(page, "Une enfant de trois ans, a mordu").waitFor();
    expect(sent).toHaveLength(1);
  });

  it("is published after all when nobody is recognisable, without scripts, by the same form", async () => {
    const { page, provoke } = await stage.enter("chantal", { javaScript: false });
    provoke(REFUSED);
    await visit(page, "/discussions/nouvelle");
    await page.getByLabel("Titre").fill("Mordre");
    await page.getByLabel("Votre message").fill(RISKY);
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    await page.getByText("Rien n’est publié").waitFor();
    expect(await page.getByLabel("Votre message").inputValue()).toBe(RISKY);
    await page.getByRole("button", { name: /^Publier quand même/ }).click();
    await page.getByRole("heading", { level: 1, name: "Mordre" }).waitFor();
  });

  it("is no reason to stop who thanks a colleague, and no number of a health card goes through", async () => {
    const { page, provoke } = await stage.enter("emilie");
    provoke(REFUSED);
    await startThread(page, "Merci", "Merci à Sophie du CPE pour la visite d’hier!");
    await page.getByLabel("Votre réponse").fill("Sa carte : TREM 2103 1512");
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    await page.getByText("Ce numéro ne se publie pas ici").waitFor();
    expect(await page.getByRole("button", { name: /^Publier quand même/ }).count()).toBe(0);
  });
});

describe("a child's name that slipped out", () => {
  it("is reported, gone from a second browser at once, taken out by the committee, and its author is told", async () => {
    const nadege = await stage.enter("nadege");
    // What was being fetched when the page is left for another is given up.
    nadege.provoke(REFUSED, /AbortError: BodyStreamBuffer was aborted/);
    const thread = await startThread(nadege.page, "Les siestes", "Isidorette ne dort plus depuis l’incendie.").catch(async () => {
      await nadege.page.getByRole("button", { name: /^Publier quand même/ }).click();
      await nadege.page.waitForURL(/\/discussions\/\d+/);
      return new URL(nadege.page.url()).pathname;
    });
    const chantal = await stage.enter("chantal");
    await visit(chantal.page, thread);
    await live(chantal.page);

    const emilie = await stage.enter("emilie", { javaScript: false });
    await visit(emilie.page, thread);
    await messageWith(emilie.page, "Isidorette").getByRole("link", { name: /^Réagir/ }).click();
    await emilie.page.getByRole("link", { name: "Signaler un renseignement personnel" }).click();
    await emilie.page.getByRole("button", { name: "Signaler au comité" }).click();
    // Two seconds on a machine at rest; a busy one is given a little longer.
    await chantal.page.getByText("Message masqué par précaution").waitFor({ timeout: 6_000 });
    expect(await chantal.page.getByText("Isidorette").count()).toBe(0);

    const audrey = await stage.enter("audrey");
    await visit(audrey.page, "/comite/signalements");
    await audrey.page.getByRole("listitem").filter({ hasText: "Nadège" }).getByRole("link").first().click();
    await audrey.page.getByRole("link", { name: "Retirer le renseignement" }).click();
    await audrey.page.getByLabel("Ce qui reste du message").fill("Une enfant ne dort plus depuis un incendie.");
    await audrey.page.getByRole("button", { name: "Retirer le renseignement" }).click();
    await chantal.page.getByText("Une enfant ne dort plus").waitFor();

    await visit(nadege.page, "/notifications");
    await nadege.page.getByRole("link", { name: /Le comité vous écrit/ }).first().click();
    await nadege.page.getByText("Un renseignement a été retiré").waitFor();
  });

  it("in a topic is gone from the page that a colleague has open, taken out by the committee, and found nowhere", async () => {
    const nadege = await stage.enter("nadege");
    nadege.provoke(REFUSED);
    await visit(nadege.page, "/sujets/nouveau");
    await nadege.page.getByLabel("Sujet", { exact: true }).fill("Le sommeil après un grand choc");
    await nadege.page.getByLabel("Ce que vous aimeriez y trouver").fill("Ondinette, 4 ans, ne dort plus depuis le feu.");
    await nadege.page.getByRole("button", { name: "Proposer" }).click();
    await nadege.page.getByRole("button", { name: /^Publier quand même/ }).click();
    await nadege.page.waitForURL(/\/sujets\/\d+/);
    const topic = new URL(nadege.page.url()).pathname;

    const chantal = await stage.enter("chantal");
    await visit(chantal.page, topic);
    await live(chantal.page);
    await chantal.page.getByText("Ondinette").waitFor();

    const emilie = await stage.enter("emilie", { javaScript: false, width: 320 });
    await visit(emilie.page, topic);
    await emilie.page.getByRole("link", { name: "Signaler un renseignement personnel" }).click();
    expect(await emilie.page.getByRole("radio", { name: /^Souhait/ }).isChecked()).toBe(true);
    await emilie.page.getByRole("button", { name: "Signaler au comité" }).click();
    await chantal.page.getByText("Passage masqué").waitFor({ timeout: 6_000 });
    expect(await chantal.page.getByText("Ondinette").count()).toBe(0);

    const audrey = await stage.enter("audrey");
    await visit(audrey.page, "/comite/signalements");
    await audrey.page.getByRole("listitem").filter({ hasText: "Le sommeil après un grand choc" }).getByRole("link").first().click();
    await audrey.page.getByText("Ondinette, 4 ans").waitFor();
    await audrey.page.getByRole("link", { name: "Retirer le renseignement" }).click();
    await audrey.page.getByLabel("Ce qui reste du texte").fill("Une enfant ne dort plus depuis un incendie.");
    await audrey.page.getByRole("button", { name: "Retirer le renseignement" }).click();
    await audrey.page.getByRole("heading", { level: 1, name: "Un renseignement personnel" }).waitFor();
    await visit(chantal.page, topic);
    await chantal.page.getByText("Une enfant ne dort plus").waitFor();
    await visit(chantal.page, "/recherche?q=Ondinette");
    await chantal.page.getByText("Rien n’est écrit ici").waitFor();
  });
});
