import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { pressEnterOn, typeInto } from "../support/keyboard";
import { hydrated, useStage, visit, type Guest } from "./stage";
import { invite, join } from "./steps";

/** From an empty community to a second version that is signed: three people, each with a browser. */
const stage = useStage({ demo: false });

const HOUSE = "Maison des Trois-Rives";
const ROLANDE = { name: "Rolande Beaupré", title: "Coordonnatrice", email: "rolande.beaupre@trois-rives.exemple.test" };
const ABIGAIL = { name: "Abigaïl Nkemba", title: "Éducatrice", organisation: HOUSE, email: "abigail.nkemba@trois-rives.exemple.test" };
const BENOIT = { name: "Benoît Larouche-Sioui", title: "Directeur", organisation: HOUSE, email: "benoit.larouche@trois-rives.exemple.test" };
const TEXT = "1. Raison d’être\n\nNous nous parlons pour que nos services se connaissent.\n\n2. Engagements\n\nQui demande reçoit une réponse.";

type Cookies = Awaited<ReturnType<Guest["context"]["storageState"]>>["cookies"];
const known = new Map<string, Cookies>();

async function keep({ context }: Guest, { email }: { email: string }): Promise<void> {
  known.set(email, (await context.storageState()).cookies.filter(({ name }) => name === "__Host-session"));
}
/** Somebody of the three, in a browser of their own. */
async function enter({ email }: { email: string }, options: { javaScript?: boolean } = {}): Promise<Guest> {
  const guest = await stage.visitor(options);
  await guest.context.addCookies(known.get(email) ?? []);
  return guest;
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const said = (page: Page, text: string) => page.getByText(text, { exact: false }).first().waitFor();
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Opens an article of the workshop and proposes it with some words replaced. Returns where the proposal is. */
async function propose(page: Page, title: string, from: string, to: string): Promise<string> {
  await visit(page, "/charte/redaction");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("link", { name: "Proposer une autre formulation" }).click();
  const box = page.getByLabel("Le texte que vous proposez");
  await box.fill((await box.inputValue()).replace(from, to));
  await press(page, "Proposer");
  await said(page, "Votre proposition est publiée.");
  return new URL(page.url()).pathname;
}

/** Opens the round, lets everybody adhere, and closes it on what the rule says. */
async function consent(committee: Page, ...others: Page[]): Promise<void> {
  await visit(committee, "/comite/charte/consentement");
  await committee.getByLabel("Répondre au plus tard le").fill(inDays(5));
  await press(committee, "Ouvrir le consentement");
  await said(committee, "La consultation est ouverte.");
  for (const page of [committee, ...others]) {
    await visit(page, "/charte/consentement");
    await page.getByLabel("J’adhère").check();
    await press(page, "Répondre");
    await said(page, "Votre réponse est notée.");
  }
}

async function adoptAndPublish(page: Page, why: string): Promise<void> {
  await visit(page, "/charte/consentement");
  await page.getByLabel("Constater le résultat").check();
  await press(page, "Clore");
  await said(page, "La version est adoptée");
  await visit(page, "/comite/charte/publication");
  await page.getByLabel("De fond").check();
  await page.getByLabel("Pourquoi cette version").fill(why);
  await press(page, "Mettre en vigueur");
  await said(page, "La version est en vigueur.");
}

beforeAll(async () => {
  const founder = await stage.visitor();
  const { page } = founder;
  await visit(page, /\/demarrage\?cle=\S+/.exec(stage.app.output())?.[0] ?? "no address was printed");
  for (const [label, value] of [
    ["Nom de la communauté", "Petite enfance des Trois-Rives"], ["Territoire", "MRC des Trois-Rives"], ["Organisation qui en répond", HOUSE],
    ["Nom de la personne responsable", ROLANDE.name], ["Titre de la personne responsable", ROLANDE.title], ["Comment la joindre", ROLANDE.email],
    ["Votre nom", ROLANDE.name], ["Votre titre", ROLANDE.title], ["Votre adresse courriel", ROLANDE.email],
  ] as const) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel("Je fais aussi partie du comité").check();
  await page.getByLabel("J’ai lu l’avis de confidentialité").check();
  await press(page, "Créer la communauté");
  await page.getByRole("heading", { level: 1, name: "Bienvenue" }).waitFor();
  await keep(founder, ROLANDE);
  await invite(page, ABIGAIL.email, BENOIT.email);
  for (const person of [ABIGAIL, BENOIT]) {
    const newcomer = await stage.visitor();
    await join(newcomer.page, await stage.mailbox.invitation(person.email), person);
    await keep(newcomer, person);
  }
  await visit(page, "/comite/membres");
  await page.getByRole("link", { name: BENOIT.name }).click();
  await page.getByRole("button", { name: /En faire une personne gestionnaire/ }).click();
  await page.getByRole("button", { name: /Retirer ce rôle/ }).waitFor();
});

describe("the charter of three people in three browsers", () => {
  it("is drafted, takes one of two proposals on the same words, and gives the other back", async () => {
    const [{ page: rolande }, { page: abigail }, { page: benoit }] = [await enter(ROLANDE), await enter(ABIGAIL), await enter(BENOIT)];
    await visit(rolande, "/comite/charte");
    await rolande.getByLabel("Un texte que vous avez déjà").check();
    await rolande.getByLabel("Votre texte").fill(TEXT);
    await press(rolande, "Commencer la charte");
    await said(rolande, "La version est commencée.");
    const taken = await propose(abigail, "Raison d’être", "nos services se connaissent", "les familles s’y retrouvent");
    await propose(benoit, "Raison d’être", "nos services se connaissent", "nos équipes s’entraident");
    await hydrated(benoit);
    await visit(rolande, `${taken}/decision`);
    await rolande.getByLabel("Accepter", { exact: true }).check();
    await press(rolande, "Envoyer la réponse");
    await said(rolande, "La réponse est envoyée");
    await said(benoit, "La charte a changé");
    await benoit.getByRole("link", { name: "Actualiser" }).click();
    await said(benoit, "À revoir\u00a0: le texte de l’article a changé");
    expect(await benoit.getByRole("main").innerText()).toContain("équipes s’entraident");
    await visit(abigail, "/charte/redaction");
    await said(abigail, "Avec les mots de Abigaïl Nkemba");
  });

  it("goes before the manager, who asks for a change, and gets back only the article that changed", async () => {
    const [{ page: rolande }, { page: benoit }] = [await enter(ROLANDE), await enter(BENOIT)];
    await visit(rolande, "/comite/charte/examen");
    await rolande.getByLabel("Répondre au plus tard le").fill(inDays(5));
    await press(rolande, "Soumettre aux gestionnaires");
    await said(rolande, "La version est devant les gestionnaires.");
    await visit(benoit, "/");
    await benoit.getByRole("listitem").filter({ hasText: "Revoir la charte pour votre organisation" }).getByRole("link").click();
    await benoit.waitForURL(/\/charte\/gestionnaires\/\d+$/);
    const organisation = new URL(benoit.url()).pathname;
    await benoit.getByRole("link", { name: "Engagements" }).click();
    await benoit.getByLabel("Modification demandée").check();
    await benoit.getByLabel("Votre réserve, ou la raison du changement").fill("Nos équipes ont besoin d’un délai.");
    await benoit.getByText("Le texte que vous demandez").click();
    await benoit.getByLabel("Texte demandé").fill("Qui demande reçoit une réponse dans la semaine.");
    await press(benoit, "Enregistrer la réponse");
    await said(benoit, "La réponse de votre organisation est notée.");
    await press(benoit, "Approuver l’article qui reste");
    await said(benoit, "Les articles qui restaient sont approuvés.");
    await visit(rolande, "/charte/gestionnaires");
    await rolande.getByRole("link", { name: "La formulation demandée" }).click();
    await rolande.getByRole("link", { name: "Répondre" }).click();
    await rolande.getByLabel("Accepter", { exact: true }).check();
    await press(rolande, "Envoyer la réponse");
    await said(rolande, "La réponse est envoyée");
    await visit(benoit, organisation);
    await press(benoit, "Approuver l’article qui reste");
    await said(benoit, "Tout est répondu.");
  });

  it("is consented to, put in force, and signed together, each seeing the other’s signature arrive", async () => {
    const [{ page: rolande }, { page: abigail }, { page: benoit }] = [await enter(ROLANDE), await enter(ABIGAIL), await enter(BENOIT)];
    await consent(rolande, abigail, benoit);
    await adoptAndPublish(rolande, "La première, écrite ensemble.");
    for (const page of [abigail, benoit]) await visit(page, "/charte/signature");
    await hydrated(benoit);
    await said(benoit, "0 personne sur 3");
    await benoit.waitForFunction(() => document.querySelector("[data-state]")?.textContent?.includes("En direct"));
    await press(abigail, "Signer la Charte");
    await said(abigail, "C’est signé.");
    await benoit.getByText("1 personne sur 3").waitFor();
    await press(benoit, "Signer la Charte");
    await said(benoit, "C’est signé.");
    await visit(rolande, "/comite/charte/signatures");
    await said(rolande, "2 personnes sur 3");
  });

  it("has a second version, signed again from the redline: by keyboard, and without JavaScript", async () => {
    const [{ page: rolande }, { page: abigail }, plain] = [await enter(ROLANDE), await enter(ABIGAIL), await enter(BENOIT, { javaScript: false })];
    const { page: benoit } = plain;
    await visit(rolande, "/comite/charte");
    await press(rolande, "Commencer une nouvelle version");
    await rolande.getByRole("link", { name: "Engagements" }).click();
    await rolande.getByRole("link", { name: "Modifier le texte" }).click();
    await rolande.getByLabel("Texte", { exact: true }).fill("Qui demande reçoit une réponse dans les trois jours.");
    await press(rolande, "Enregistrer le texte");
    await said(rolande, "Le nouveau texte est enregistré.");
    await consent(rolande, abigail, benoit);
    await adoptAndPublish(rolande, "Trois jours suffisent.");

    await visit(abigail, "/");
    await hydrated(abigail);
    await pressEnterOn(abigail, abigail.getByRole("listitem").filter({ hasText: "Signer la nouvelle version de la Charte" }).getByRole("link"));
    await abigail.getByRole("heading", { name: "Ce qui a changé depuis votre signature" }).waitFor();
    expect(await abigail.locator(".changes ins").allInnerTexts()).toEqual([expect.stringMatching(/les\s+trois jours/)]);
    await typeInto(abigail, abigail.getByLabel("Votre titre, tel qu’il doit paraître"), "Éducatrice spécialisée");
    await abigail.locator(".signing-sentence").filter({ hasText: "Éducatrice spécialisée" }).waitFor();
    await pressEnterOn(abigail, abigail.getByRole("button", { name: "Signer de nouveau" }));
    await said(abigail, "C’est signé.");

    // Another name makes another sentence: without scripts it is shown before it is signed.
    plain.provoke(/status of 422/);
    await visit(benoit, "/charte/signature");
    await benoit.getByLabel("Votre nom, tel qu’il doit paraître").fill("Benoît Larouche");
    await press(benoit, "Signer de nouveau");
    await said(benoit, "Voici la phrase avec ce que vous avez écrit.");
    expect(await benoit.locator(".signing-sentence").innerText()).toContain("Moi, Benoît Larouche, Directeur");
    await press(benoit, "Signer de nouveau");
    await said(benoit, "C’est signé.");
    const code = /\/charte\/recus\/([0-9A-Z-]+)/.exec(benoit.url())?.[1] ?? "";
    await visit(abigail, "/charte/verification");
    await abigail.getByLabel("Code du reçu").fill(code.replaceAll("-", " ").toLowerCase());
    await press(abigail, "Vérifier");
    await said(abigail, "Ce reçu correspond au texte de la version 2");
  });
});
