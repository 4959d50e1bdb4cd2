import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pressEnterOn } from "../support/keyboard";
import { PERSONAS, hydrated, useStage, visit } from "./stage";
import { live, messageWith, reply, startThread } from "./steps";

const stage = useStage({ demo: true });
const without = { javaScript: false } as const;

const place = (page: Page) => page.getByRole("navigation", { name: "Les lieux" }).getByRole("link", { name: /^Notifications/ });
const waiting = async (page: Page): Promise<number> => Number(/(\d+) non lue/.exec((await place(page).textContent()) ?? "")?.[1] ?? 0);
const lineOf = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });
const emailOn = async (page: Page): Promise<string> => {
  await visit(page, "/reglages/notifications");
  return /envoyés à (\S+) et/.exec(await page.getByRole("main").innerText())?.[1] ?? "";
};

describe("being told", () => {
  it("one follows a discussion, sees at once that somebody answered, and reading it clears it", async () => {
    const nadege = await stage.enter("nadege");
    const thread = await startThread(nadege.page, "Les bottes à l’entrée", "Qui a trouvé comment les ranger?");

    const emilie = await stage.enter("emilie");
    await visit(emilie.page, thread);
    await emilie.page.getByText("Vous ne suivez pas cette discussion.").waitFor();
    await emilie.page.getByRole("button", { name: "Suivre", exact: true }).click();
    await emilie.page.getByText("Vous suivez cette discussion.").waitFor();
    await visit(emilie.page, "/notifications");
    await live(emilie.page);
    const before = await waiting(emilie.page);

    await reply(nadege.page, "Une corde, et des pinces à linge.");
    await lineOf(emilie.page, "Les bottes à l’entrée").getByRole("link", { name: new RegExp(`^${PERSONAS.nadege} .*a répondu$`) }).waitFor();
    await expect.poll(() => waiting(emilie.page), { timeout: 10_000 }).toBe(before + 1);

    await lineOf(emilie.page, "Les bottes à l’entrée").getByRole("link").click();
    await messageWith(emilie.page, "des pinces à linge").waitFor();
    await expect.poll(() => waiting(emilie.page), { timeout: 10_000 }).toBe(before);
  });

  it("one is written to without a word of the discussion, and has fewer mails without signing in or JavaScript", async () => {
    const { page, provoke } = await stage.enter("chantal", without);
    const address = await emailOn(page);
    provoke(/status of 422/);
    await page.getByLabel("On écrit dans une discussion que vous suivez").selectOption({ label: "Un courriel dès que cela arrive" });
    await page.getByLabel("mardi").first().uncheck();
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByText("Choisissez au moins un jour.").last().waitFor();
    expect(await page.getByLabel("On écrit dans une discussion que vous suivez").inputValue()).toBe("at-once");
    await page.getByLabel("jeudi").first().check();
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByText("Vos choix de courriels sont enregistrés.").waitFor();
    const thread = await startThread(page, "La sortie à la ferme", "Qui vient avec nous au printemps?");

    const nadege = await stage.enter("nadege", without);
    await visit(nadege.page, thread);
    await reply(nadege.page, "Nous, avec les grands.");
    const mail = await stage.mailbox.next(address, /a répondu dans une discussion que vous suivez/);
    expect(mail.text).toContain(thread);
    expect(mail.text).not.toMatch(/ferme|printemps|les grands/);
    const fewer = /\/courriels\/[\w.-]+/.exec(mail.text)?.[0] ?? "";

    const nobody = await stage.visitor(without);
    await visit(nobody.page, fewer);
    await nobody.page.getByText("Un courriel vous est envoyé dès qu’on a écrit dans une discussion que vous suivez.").waitFor();
    await nobody.page.getByRole("button", { name: "Enregistrer" }).click();
    await nobody.page.getByText("C’est noté").waitFor();
    await nobody.page.getByText("Quand on a écrit dans une discussion que vous suivez, c’est dans votre résumé.").waitFor();

    await visit(page, "/notifications");
    await lineOf(page, "La sortie à la ferme").getByRole("link").click();
    await page.getByRole("button", { name: "J’ai tout lu" }).click();
    await visit(page, "/notifications");
    expect(await page.getByRole("region", { name: "À lire" }).getByText("La sortie à la ferme").count()).toBe(0);
    await page.getByRole("button", { name: "Tout marquer comme lu" }).click();
    await page.getByText("Tout est marqué comme lu.").waitFor();
    expect(await waiting(page)).toBe(0);
  });

  it("one follows and chooses with the keyboard only", async () => {
    const { page } = await stage.enter("audrey");
    await visit(page, "/discussions");
    await hydrated(page);
    await page.goto(new URL((await page.getByRole("main").getByRole("link", { name: /^Passage à la maternelle/ }).getAttribute("href")) ?? "", page.url()).pathname);
    await hydrated(page);
    const following = await page.getByText("Vous suivez cette discussion.").count();
    await pressEnterOn(page, page.getByRole("button", { name: following ? "Ne plus suivre" : "Suivre", exact: true }));
    await page.getByText(following ? "Vous ne suivez pas cette discussion." : "Vous suivez cette discussion.").waitFor();
    await pressEnterOn(page, place(page));
    await page.getByRole("heading", { level: 1, name: "Notifications" }).waitFor();
    await pressEnterOn(page, page.getByRole("link", { name: /^Choisir ce qui vous est signalé/ }));
    await page.getByLabel("Toutes les discussions").focus();
    await page.keyboard.press("Space");
    await pressEnterOn(page, page.getByRole("button", { name: "Enregistrer les suivis" }));
    await page.getByText("Vos suivis sont enregistrés.").waitFor();
    expect(await page.getByLabel("Toutes les discussions").isChecked()).toBe(true);
  });
});
