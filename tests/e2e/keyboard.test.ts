import { describe, expect, it } from "vitest";
import { expectVisibleFocus, pressEnterOn, tabTo, typeInto } from "../support/keyboard";
import { hydrated, useStage, visit } from "./stage";
import { boxText, live, messageWith } from "./steps";

const stage = useStage({ demo: true });
const JULIE = "julie.patenaude-roy@troisponts.exemple.test";

describe("with the keyboard only", () => {
  it.each([
    ["at the office", 1280],
    ["in a narrow window", 320],
  ] as const)("one signs in, asks, quotes, answers, goes about and leaves %s, and always sees where one is", async (_, width) => {
    const { page } = await stage.visitor({ width });
    const { keyboard } = page;
    await visit(page, "/connexion");
    await hydrated(page);
    await typeInto(page, page.getByLabel("Adresse courriel"), JULIE);
    await tabTo(page, page.getByLabel("Cet ordinateur est partagé"));
    await keyboard.press("Space");
    await pressEnterOn(page, page.getByRole("button", { name: "Recevoir un code" }));
    await typeInto(page, page.getByLabel("Code reçu par courriel"), await stage.mailbox.code(JULIE));
    await keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Bonjour Julie" }).waitFor();
    await live(page);

    // The first stop of a page leads past its navigation.
    await page.reload();
    await hydrated(page);
    await keyboard.press("Tab");
    await expectVisibleFocus(page);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Aller au contenu");
    await keyboard.press("Enter");
    await pressEnterOn(page, page.getByRole("main").getByRole("link", { name: "Écrire un message" }));

    const title = `Les mains froides, ${width}`;
    await typeInto(page, page.getByLabel("Titre"), title);
    await typeInto(page, page.getByLabel("Votre message"), "Qui a encore des mitaines?");
    await tabTo(page, page.getByRole("button", { name: "Publier" }));
    await keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: title }).waitFor();

    await pressEnterOn(page, messageWith(page, "des mitaines").getByRole("link", { name: /^Réagir, citer/ }));
    await pressEnterOn(page, page.getByRole("dialog").getByRole("link", { name: "Citer dans une réponse" }));
    await page.waitForFunction(() => document.activeElement?.id === "field-texte" && document.querySelector<HTMLTextAreaElement>('textarea[name="texte"]')?.value.includes("> Qui a encore"));
    await expectVisibleFocus(page);
    await keyboard.insertText("J’en ai deux paires.");
    await keyboard.press("Control+Enter");
    await messageWith(page, "deux paires").waitFor();
    // The bell can show the message a moment before the form's own answer empties the box.
    await expect.poll(() => boxText(page), { timeout: 5_000 }).toBe("");

    await pressEnterOn(page, page.getByRole("link", { name: "Réglages" }).first());
    await page.getByRole("heading", { level: 1, name: "Réglages" }).waitFor();
    await pressEnterOn(page, page.getByRole("main").getByRole("link", { name: "Mes appareils" }));
    await page.getByRole("heading", { level: 1, name: "Mes appareils" }).waitFor();
    await pressEnterOn(page, page.getByRole("button", { name: "Se déconnecter" }));
    await page.waitForURL("**/connexion");
  });
});
