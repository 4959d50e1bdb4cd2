import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { PERSONAS, useStage, visit } from "./stage";
import { boxText, chip, live, messageWith, replyBox, signInByCode, startThread, typeCode } from "./steps";

const stage = useStage({ demo: true });
const JULIE = "julie.patenaude-roy@troisponts.exemple.test";

/** Resolves when the page's open socket closes, with how long after `since` that was; milliseconds. */
function socketOf(page: Page): { closed: Promise<number>; open: Promise<void> } {
  let told: (at: number) => void = () => {};
  let opened: () => void = () => {};
  const closed = new Promise<number>((done) => (told = done));
  const open = new Promise<void>((done) => (opened = done));
  page.on("websocket", (socket) => {
    opened();
    socket.on("close", () => told(performance.now()));
  });
  return { closed, open };
}

/** What a browser logs once its session is over: its line is refused, and so is what it asks. */
const OVER = [/status of 403.*\/socket\.io\//, /status of 401/];

describe("a device", () => {
  it("that is signed out from another one loses its line within 2 s, and its next page is the sign-in page", async () => {
    const here = await stage.enter("chantal", { fresh: true });
    const there = await stage.enter("chantal", { fresh: true });
    there.provoke(...OVER);
    const socket = socketOf(there.page);
    await visit(there.page, "/discussions");
    await socket.open;
    await live(there.page);

    await visit(here.page, "/reglages/appareils");
    const others = here.page.getByRole("button", { name: /^Déconnecter .* sur Linux/ });
    expect(await others.count()).toBe(1);
    await others.click();
    const pressed = performance.now();
    expect((await socket.closed) - pressed).toBeLessThan(2_000);
    await chip(there.page).filter({ hasText: "Hors ligne" }).waitFor();
    await there.page.getByRole("link", { name: "Accueil" }).click();
    await there.page.getByRole("heading", { level: 1, name: "Connexion" }).waitFor();
    await visit(here.page, "/discussions");
  });

  it("shared with others forgets every text at sign-out, and its back button shows nothing", async () => {
    const { page, context, provoke } = await stage.visitor();
    // Cut off while Remix still asks where the links of the page lead, which it logs.
    provoke(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|Failed to fetch manifest patches/);
    await visit(page, "/connexion");
    await page.getByLabel("Adresse courriel").fill(JULIE);
    await page.getByLabel("Cet ordinateur est partagé").check();
    await page.getByRole("button", { name: "Recevoir un code" }).click();
    await typeCode(page, await stage.mailbox.code(JULIE));
    expect((await context.cookies()).find(({ name }) => name === "__Host-session")?.expires).toBe(-1);

    const thread = await startThread(page, "Le vestiaire", "On y entre à trois.");
    const kept = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    await context.setOffline(true);
    await replyBox(page).fill("Ce texte ne reste pas ici.");
    await page.getByText("votre texte est conservé dans ce navigateur").waitFor();
    expect(await kept()).toContain("Ce texte ne reste pas ici.");
    await context.setOffline(false);
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.waitForURL("**/connexion");
    expect(await kept()).not.toContain("Ce texte ne reste pas ici.");
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Connexion" }).waitFor();

    // Not lost either: its author finds it again.
    await signInByCode(page, stage.mailbox, JULIE);
    await visit(page, thread);
    expect(await boxText(page)).toBe("Ce texte ne reste pas ici.");
  });
});

describe("signing out", () => {
  it("takes one press where a text has nothing left to save", async () => {
    const { page } = await stage.enter("chantal", { fresh: true });
    await visit(page, "/discussions/1");
    await replyBox(page).waitFor();
    await live(page);
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.waitForURL("**/connexion");
  });
});

describe("a removed person", () => {
  it("loses the open tab's line within 2 s and the next page, and what they wrote stays under their name", async () => {
    const emilie = await stage.enter("emilie", { fresh: true });
    emilie.provoke(...OVER);
    const socket = socketOf(emilie.page);
    const thread = await startThread(emilie.page, "Avant de partir", "Ce texte reste.");
    await socket.open;
    await live(emilie.page);

    const audrey = await stage.enter("audrey");
    await visit(audrey.page, "/comite/membres");
    await audrey.page.getByRole("link", { name: PERSONAS.emilie }).click();
    await audrey.page.getByRole("link", { name: "Retirer de la communauté" }).click();
    await audrey.page.getByLabel("Elle a changé de travail").check();
    const answered = audrey.page.waitForResponse((response) => response.request().method() === "POST");
    await audrey.page.getByRole("button", { name: "Retirer cette personne" }).click();
    await answered;
    const removed = performance.now();
    expect((await socket.closed) - removed).toBeLessThan(2_000);

    await emilie.page.getByRole("link", { name: "Discussions" }).first().click();
    await emilie.page.getByRole("heading", { level: 1, name: "Connexion" }).waitFor();
    await visit(audrey.page, thread);
    expect(await messageWith(audrey.page, "Ce texte reste.").innerText()).toContain(PERSONAS.emilie);
  });
});
