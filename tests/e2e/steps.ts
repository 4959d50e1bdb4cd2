import type { Page } from "playwright-core";
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
