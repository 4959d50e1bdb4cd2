import { describe, expect, it } from "vitest";
import { hydrated, useStage, visit } from "./stage";
import { startThread } from "./steps";

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
    await page.getByText("Une enfant de trois ans, a mordu").first().waitFor();
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
