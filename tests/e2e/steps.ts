import type { Locator, Page } from "playwright-core";
import type { Mailbox } from "./mailbox";

/** What people do on the way to a discussion, by the words they see. */

/** Asks for a code, reads it in the mail, and types it. */
export async function signInByCode(page: Page, mailbox: Mailbox, address: string): Promise<void> {
  await page.goto("/connexion");
  await page.getByLabel("Adresse courriel").fill(address);
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await typeCode(page, await mailbox.code(address));
}

/** Types a code where it is asked for, and waits for what comes after. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code reçu par courriel").fill(code);
  await page.getByRole("button", { name: "Me connecter" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion/code"));
}

/** The committee invites people by their addresses. */
export async function invite(page: Page, ...addresses: string[]): Promise<void> {
  await page.goto("/comite/invitations");
  await page.getByLabel("Adresses courriel").fill(addresses.join("\n"));
  await page.getByRole("button", { name: "Inviter", exact: true }).click();
  await page.getByText(/\d invitations? (envoyée|renouvelée)s?/).waitFor();
}

export type Newcomer = { name: string; title: string; organisation: string };

/** Opens an invitation's address, presses its button and joins. */
export async function join(page: Page, path: string, { name, title, organisation }: Newcomer): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: "Continuer vers l’inscription" }).click();
  await page.getByLabel("Votre nom").fill(name);
  await page.getByLabel("Votre titre").fill(title);
  await page.getByLabel("Votre organisation").selectOption({ label: organisation });
  await page.getByLabel("J’ai lu l’avis de confidentialité").check();
  await page.getByRole("button", { name: "Rejoindre la communauté" }).click();
  await page.getByRole("heading", { level: 1, name: "Bienvenue" }).waitFor();
}

/** Begins a discussion and returns its address. */
export async function startThread(page: Page, title: string, text: string): Promise<string> {
  await page.goto("/discussions/nouvelle");
  await page.getByLabel("Titre").fill(title);
  await page.getByLabel("Votre message").fill(text);
  await page.getByRole("button", { name: "Publier" }).click();
  await page.waitForURL(/\/discussions\/\d+/);
  return new URL(page.url()).pathname;
}

/** The box of a thread, and what stands in its list. */
export const replyBox = (page: Page): Locator => page.getByLabel("Votre réponse");
export const messageWith = (page: Page, text: string): Locator => page.getByRole("article").filter({ hasText: text });

/** Writes in the thread that is open, and waits until it stands there. */
export async function reply(page: Page, text: string): Promise<void> {
  await replyBox(page).fill(text);
  await page.getByRole("button", { name: "Publier" }).click();
  await messageWith(page, text).waitFor();
}

/** What the chip says of the line. */
export const chip = (page: Page): Locator => page.locator("[data-state]");
export const live = (page: Page, within = 15_000): Promise<void> => chip(page).filter({ hasText: "En direct" }).waitFor({ timeout: within });

/** The text of the message under way, as its form would post it, in whichever box it is written. */
export const boxText = (page: Page): Promise<string> => page.locator('textarea[name="texte"]').evaluate((field) => (field as HTMLTextAreaElement).value);

/** The rich editor, once it has taken over. */
export const richBox = (page: Page): Locator => page.locator('[role="textbox"][aria-multiline="true"]');
