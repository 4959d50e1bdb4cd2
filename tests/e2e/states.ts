import type { Page } from "playwright-core";
import { leadFrom } from "./pages";
import type { Persona, Stage } from "./stage";
import { messageWith } from "./steps";

/** A page in a state that its address alone does not give. */
export type State = {
  /** Who is there; null for somebody who is not signed in. */
  as: Persona | null;
  reach: (page: Page, stage: Stage) => Promise<void>;
  provokes?: RegExp[];
};

const REFUSED = /status of 422/;
const OVER = /status of 40[13]/;
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
const summary = (page: Page) => page.getByRole("alert").first().waitFor();

export const STATES: Record<string, State> = {
  "an archive of Meta's that could not be read": {
    as: "nadege",
    reach: async (page) => {
      await page.goto("/archive/apports");
      await page.getByLabel("Archive de Meta").setInputFiles({ name: "rien.zip", mimeType: "application/zip", buffer: Buffer.from("rien") });
      await page.getByRole("button", { name: "Envoyer l’archive" }).click();
      await heading(page, "Cette archive n’a pas pu être lue");
    },
  },
  "the sign-in page that was refused": {
    as: null,
    provokes: [REFUSED],
    reach: async (page) => {
      await page.goto("/connexion");
      await page.getByRole("button", { name: "Recevoir un code" }).click();
      await summary(page);
    },
  },
  "the page of the code, after a wrong one": {
    as: null,
    provokes: [REFUSED],
    reach: async (page) => {
      await page.goto("/connexion");
      await page.getByLabel("Adresse courriel").fill("personne@exemple.test");
      await page.getByRole("button", { name: "Recevoir un code" }).click();
      await page.getByLabel("Code reçu par courriel").fill("AAAAAA");
      await page.getByRole("button", { name: "Me connecter" }).click();
      await summary(page);
    },
  },
  "a text whose session ended": {
    as: "chantal",
    provokes: [OVER],
    reach: async (page) => {
      await page.goto("/discussions/nouvelle");
      await page.getByLabel("Votre message").fill("Un texte qui ne se perd pas.");
      await page.context().clearCookies();
      await page.getByRole("button", { name: "Publier" }).click();
      await heading(page, "Votre session est terminée");
    },
  },
  "a new discussion that was refused": {
    as: "emilie",
    provokes: [REFUSED],
    reach: async (page) => {
      await page.goto("/discussions/nouvelle");
      await page.getByRole("button", { name: "Publier" }).click();
      await summary(page);
    },
  },
  "a text in which someone could be recognised": {
    as: "emilie",
    reach: async (page) => {
      await page.goto("/discussions/nouvelle");
      const rules = page.waitForResponse((response) => /assets\/ask-.*\.js/.test(response.url()));
      await page.getByLabel("Votre message").fill("Éléonore, 3 ans, a mordu deux amis. Sa mère : 819 555-0123.");
      await rules;
      await page.getByRole("button", { name: "Publier" }).click();
      await page.getByText("Pourrait-on reconnaître quelqu’un?").waitFor();
    },
  },
  "a preview in the composer, with the advice open": {
    as: "emilie",
    reach: async (page) => {
      await page.goto("/discussions/nouvelle");
      await page.getByText("Comment raconter sans nommer?").click();
      await page.getByLabel("Votre message").fill("**Deux** choses :\n\n- une\n- deux\n\n> citée");
      await page.getByRole("button", { name: "Aperçu" }).click();
      await page.locator("#apercu strong", { hasText: "Deux" }).waitFor();
    },
  },
  "a text in the rich box, with the choice of signs and the people it may call": {
    as: "emilie",
    reach: async (page) => {
      await page.goto("/discussions/nouvelle");
      await page.getByRole("button", { name: "Gras", exact: true }).waitFor();
      await page.getByLabel("Votre message").click();
      await page.locator('[role="textbox"][aria-multiline="true"]').waitFor();
      await page.getByRole("button", { name: "Émojis" }).click();
      await page.getByRole("button", { name: "merci", exact: true }).click();
      await page.keyboard.type(" @na");
      await page.getByRole("option").first().waitFor();
    },
  },
  "a message with a quick poll, in the window over its thread": {
    as: "emilie",
    reach: async (page) => {
      await page.goto("/discussions/3");
      await page.getByRole("region", { name: "Sondage" }).waitFor();
      await page.locator("[data-state]").filter({ hasText: "En direct" }).waitFor();
      await messageWith(page, "transport scolaire").getByRole("link", { name: /^Réagir/ }).click();
      await page.getByRole("dialog").getByText("Ce sondage est fermé.").waitFor();
    },
  },
  "a new discussion whose poll has one choice only": {
    as: "emilie",
    provokes: [REFUSED],
    reach: async (page) => {
      await page.goto("/discussions/nouvelle");
      await page.getByText("Proposer un choix (sondage rapide)").click();
      await page.getByLabel("Choix, un par ligne").fill("Un seul");
      await page.getByRole("button", { name: "Publier" }).click();
      await summary(page);
    },
  },
  "a reply with a quote in it": {
    as: "emilie",
    reach: async (page) => {
      await page.goto(await leadFrom(page, "/discussions", /^\/discussions\/\d+/));
      const quote = await page.getByRole("link", { name: /^Citer/ }).first().getAttribute("href");
      await page.goto(quote ?? "");
      await page.getByLabel("Votre réponse").waitFor();
    },
  },
  "the first window of a long thread": {
    as: "emilie",
    reach: async (page) => {
      await page.goto("/discussions");
      const thread = await page.getByRole("link", { name: /^Passage à la maternelle/ }).getAttribute("href");
      await page.goto(`${new URL(thread ?? "", page.url()).pathname}?depuis=1`);
      await messageWith(page, "Julie Patenaude-Roy").first().waitFor();
    },
  },
  "the older discussions": {
    as: "emilie",
    reach: async (page) => {
      await page.goto("/discussions");
      await page.getByRole("link", { name: "Discussions plus anciennes" }).click();
      await page.getByRole("link", { name: "Les plus récentes" }).waitFor();
    },
  },
  "a guest's one thread": { as: "helene", reach: async (page) => void (await page.goto("/")) },
  "the home of somebody who has not finished joining": { as: "roxanne", reach: async (page) => void (await page.goto("/")) },
  "joining, refused": {
    as: "roxanne",
    provokes: [REFUSED],
    reach: async (page) => {
      await page.goto("/inscription");
      await page.getByRole("button", { name: "Rejoindre la communauté" }).click();
      await summary(page);
    },
  },
  "the settings of somebody who pauses": { as: "mireille", reach: async (page) => void (await page.goto("/reglages")) },
  "a thread for somebody who pauses": {
    as: "mireille",
    reach: async (page) => void (await page.goto(await leadFrom(page, "/discussions", /^\/discussions\/\d+/))),
  },
  "invitations, with a line that is no address": {
    as: "audrey",
    provokes: [REFUSED],
    reach: async (page) => {
      await page.goto("/comite/invitations");
      await page.getByLabel("Adresses courriel").fill("pas une adresse");
      await page.getByRole("button", { name: "Inviter", exact: true }).click();
      await summary(page);
    },
  },
  "the page of somebody who was removed": {
    as: "audrey",
    reach: async (page) => {
      await page.goto("/comite/membres");
      await page.getByRole("link", { name: "Raynald Patoine" }).click();
      await heading(page, "Raynald Patoine");
    },
  },
  "settings that were saved": {
    as: "bernard",
    reach: async (page) => {
      await page.goto("/administration/communaute");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await page.getByRole("status").filter({ hasText: /\S/ }).first().waitFor();
    },
  },
  "topics that were discussed": { as: "nadege", reach: async (page) => void (await page.goto("/sujets?etat=discutes")) },
  "topics that were set aside": { as: "nadege", reach: async (page) => void (await page.goto("/sujets?etat=ecartes")) },
  "a topic that is planned": {
    as: "audrey",
    reach: async (page) => {
      await page.goto("/sujets");
      await page.locator("section[aria-labelledby=planifies]").getByRole("link").first().click();
      await page.getByRole("heading", { level: 2, name: "Le fil de ce sujet" }).waitFor();
    },
  },
  "the diagnostic, once run": {
    as: "nadege",
    reach: async (page) => {
      await page.goto("/diagnostic");
      await page.getByRole("button", { name: "Lancer les essais" }).click();
      await page.getByRole("button", { name: "Recommencer les essais" }).waitFor({ timeout: 40_000 });
    },
  },
  "the interface with a refused form": { as: null, reach: async (page) => void (await page.goto("/interface?vue=erreurs")) },
  "the interface without navigation": { as: null, reach: async (page) => void (await page.goto("/interface?vue=seule")) },
};
