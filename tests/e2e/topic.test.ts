import { describe, expect, it } from "vitest";
import { expectVisibleFocus, pressEnterOn, tabTo, typeInto } from "../support/keyboard";
import { hydrated, useStage, visit } from "./stage";
import { live, messageWith } from "./steps";

const stage = useStage({ demo: true });
const POVERTY = "Pauvreté, prix, dignité";

describe("subjects, from the first wish", () => {
  it("are asked for in one press, seen to move by whoever has the page open, and planned from their own page", async () => {
    const committee = await stage.enter("audrey");
    await visit(committee.page, "/sujets");
    await committee.page.getByRole("link", { name: POVERTY }).click();
    await committee.page.getByText("Demandé par 7 personnes").waitFor();
    await live(committee.page);

    const { page } = await stage.enter("nadege");
    await visit(page, "/sujets");
    await hydrated(page);
    await page.getByRole("button", { name: `Je le demande\u00a0: ${POVERTY}` }).click();
    await page.getByRole("button", { name: `Retirer mon vote\u00a0: ${POVERTY}` }).waitFor();
    await committee.page.getByText("Demandé par 8 personnes").waitFor();

    await committee.page.getByRole("link", { name: "Planifier un Moment d’échange" }).click();
    await committee.page.waitForURL(/\/comite\/moments\/nouveau\?sujet=/);
    expect(await committee.page.getByLabel("Titre").inputValue()).toBe(POVERTY);
  });

  it("come out of a discussion by the keyboard alone, with what it is about", async () => {
    const { page } = await stage.enter("emilie");
    await visit(page, "/discussions/nouvelle");
    await hydrated(page);
    await typeInto(page, page.getByLabel("Titre"), "Les mitaines qui se perdent");
    await typeInto(page, page.getByLabel("Votre message"), "Comment faites-vous?");
    await tabTo(page, page.getByLabel("C’est une question"));
    await page.keyboard.press("Space");
    await pressEnterOn(page, page.getByText("Dire de quels sujets il s’agit"));
    await typeInto(page, page.getByLabel("Sujet 1"), "routines");
    await expectVisibleFocus(page);
    await pressEnterOn(page, page.getByRole("button", { name: "Publier" }));
    await messageWith(page, "Comment faites-vous?").waitFor();
    await page.getByRole("main").getByRole("link", { name: "Routines" }).waitFor();
    await page.getByText("Question ouverte").waitFor();
    await pressEnterOn(page, page.getByRole("link", { name: "En faire un sujet à discuter" }));
    await page.getByRole("heading", { level: 1, name: "Proposer un sujet" }).waitFor();
    await pressEnterOn(page, page.getByRole("button", { name: "Proposer ce sujet" }));
    await page.getByRole("heading", { level: 1, name: "Les mitaines qui se perdent" }).waitFor();
    await page.getByText("Proposé par Émilie Rousseau-Lemay").waitFor();
  });

  it("are reached, narrowed and voted for on a phone without any script", async () => {
    const { page } = await stage.enter("emilie", { javaScript: false, width: 320 });
    await visit(page, "/discussions?voir=sans-reponse");
    expect(await page.getByText("Réponse trouvée").count()).toBe(0);
    await page.getByText("Plus", { exact: true }).click();
    await page.getByRole("link", { name: "Sujets" }).click();
    await page.getByRole("heading", { level: 1, name: "Sujets" }).waitFor();
    await page.getByRole("button", { name: "Je le demande" }).first().click();
    await page.getByText("Votre vote est donné.").waitFor();
    await page.getByRole("button", { name: "Retirer mon vote" }).first().click();
    await page.getByText("Votre vote vous est revenu.").waitFor();
  });
});
