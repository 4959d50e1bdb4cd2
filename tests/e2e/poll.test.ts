import { describe, expect, it } from "vitest";
import { useStage, visit } from "./stage";
import { boxText, live, messageWith, reply } from "./steps";

const stage = useStage({ demo: true });

describe("a quick poll", () => {
  it("is asked from a phone without scripts, answered by keyboard over the thread, and seen live by another", async () => {
    const nadege = await stage.enter("nadege", { javaScript: false, width: 320 });
    await visit(nadege.page, "/discussions/nouvelle");
    await nadege.page.getByLabel("Votre message").fill("Quel jour pour la sortie au bois?");
    await nadege.page.getByText("Proposer un choix (sondage rapide)").click();
    await nadege.page.getByLabel("Choix, un par ligne").fill("mardi\njeudi");
    await nadege.page.getByRole("button", { name: "Publier" }).click();
    await nadege.page.getByText("Personne n’a encore voté").waitFor();
    const thread = new URL(nadege.page.url()).pathname;

    const [emilie, bernard] = [await stage.enter("emilie"), await stage.enter("bernard")];
    await visit(bernard.page, thread);
    await live(bernard.page);
    await visit(emilie.page, thread);
    await live(emilie.page);
    await messageWith(emilie.page, "sortie au bois").getByRole("link", { name: /^Voter/ }).press("Enter");
    const dialog = emilie.page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "jeudi" }).press("Space");
    await dialog.getByRole("button", { name: "Voter" }).press("Enter");
    await dialog.getByRole("status").getByText("Votre vote est compté.").waitFor();
    const seen = bernard.page.getByRole("region", { name: "Sondage" });
    await seen.getByRole("listitem").filter({ hasText: "jeudi" }).getByText("Émilie Rousseau-Lemay").waitFor();
    await dialog.getByRole("button", { name: "Retirer mon vote" }).press("Enter");
    await seen.getByText("Personne n’a encore voté").waitFor();
    expect(await dialog.getByRole("radio", { name: "jeudi" }).isChecked()).toBe(false);
    await dialog.getByRole("radio", { name: "mardi" }).check();
    await dialog.getByRole("button", { name: "Voter" }).click();
    await seen.getByText("1 personne a voté").waitFor();
    await emilie.page.keyboard.press("Escape");

    await visit(nadege.page, thread);
    await nadege.page.getByRole("link", { name: /^Voter/ }).click();
    await nadege.page.getByRole("button", { name: "Fermer le sondage" }).click();
    await seen.getByText("sondage fermé").waitFor();
    expect(await seen.getByRole("link", { name: /^Voter/ }).count()).toBe(0);
  });

  it("goes with a reply, and the next reply begins without it", async () => {
    const { page } = await stage.enter("chantal");
    await visit(page, "/discussions/2");
    await live(page);
    await page.getByText("Proposer un choix (sondage rapide)").click();
    await page.getByLabel("Choix, un par ligne").fill("oui\nnon");
    await page.getByLabel("On peut choisir plusieurs réponses").check();
    await reply(page, "Est-ce qu’on continue?");
    await messageWith(page, "Est-ce qu’on continue?").getByText("plusieurs choix possibles").waitFor();
    await expect.poll(() => boxText(page)).toBe("");
    expect(await page.locator('textarea[name="choix"]').inputValue()).toBe("");
  });
});
