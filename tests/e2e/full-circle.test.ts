import { join } from "node:path";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { expect, it } from "vitest";
import { startEmbedded } from "#db/embedded.server";
import { pressEnterOn, tabTo } from "../support/keyboard";
import { hydrated, useStage, visit } from "./stage";
import { typeCode } from "./steps";

const stage = useStage({ demo: true });
const NADEGE = "nadege.saint-fleur@cerfsvolants.exemple.test";
const SUBJECT = "Le développement du langage";

/** The hour of a meeting, which nobody wants to wait for, has come. */
async function letTheHourCome(meetingId: number): Promise<void> {
  const database = await startEmbedded({ directory: join(stage.app.dataDir, "postgres"), log: () => {} });
  const sql = postgres(database.ownerUrl, { max: 1 });
  await sql`update sittings set answer_deadline = null, local_start = date_trunc('second', (now() - interval '3 hours') at time zone zone), starts_at = date_trunc('second', now() - interval '3 hours') where meeting_id = ${meetingId}`;
  await sql.end();
  await database.stop();
}

const interest = (page: Page, level: string) => page.getByRole("group", { name: SUBJECT }).getByText(level, { exact: true });

async function answerInOnePress(page: Page, address: string): Promise<void> {
  await visit(page, address);
  await interest(page, "Beaucoup").click();
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await page.getByText("Votre réponse est dans la boîte").waitFor();
}

it("comes full circle: asked by the committee, answered on a phone, made a subject, planned, held, and told to who asked", async () => {
  // The committee asks, from a template.
  const { page } = await stage.enter("audrey");
  await visit(page, "/comite/sondages");
  await page.getByRole("link", { name: "Sujets d’intérêt" }).click();
  await page.getByLabel("Titre").fill("Vos sujets du printemps");
  await page.getByLabel("Dernier jour pour répondre").fill("2999-06-01");
  await page.getByRole("button", { name: "Garder comme ébauche" }).click();
  await page.getByText("L’ébauche est gardée.").waitFor();
  await page.getByRole("button", { name: "Ouvrir le sondage" }).click();
  await page.getByText("Le sondage est ouvert.").waitFor();
  const build = new URL(page.url()).pathname;
  const survey = build.replace("/comite", "");

  // A member comes from the mail's link, signs in on her phone, and answers there.
  const phone = await stage.visitor({ width: 320 });
  await phone.page.goto(survey);
  await phone.page.getByLabel("Adresse courriel").fill(NADEGE);
  await phone.page.getByRole("button", { name: "Recevoir un code" }).click();
  await typeCode(phone.page, await stage.mailbox.code(NADEGE));
  await phone.page.waitForURL((url) => url.pathname === survey);
  await phone.page.getByText("Pourquoi personne ne peut le savoir").waitFor();
  await interest(phone.page, "Beaucoup").click();
  await phone.page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await phone.page.getByText("Votre réponse est dans la boîte").waitFor();

  // One answers by the keyboard alone, others without any script.
  const chantal = await stage.enter("chantal");
  await visit(chantal.page, survey);
  await hydrated(chantal.page);
  await tabTo(chantal.page, chantal.page.getByRole("group", { name: SUBJECT }).getByRole("radio").first());
  for (const key of ["ArrowRight", "ArrowRight"]) await chantal.page.keyboard.press(key);
  await pressEnterOn(chantal.page, chantal.page.getByRole("button", { name: "Envoyer mes réponses" }));
  await chantal.page.getByText("Votre réponse est dans la boîte").waitFor();
  for (const persona of ["emilie", "marjolaine", "bernard"] as const) await answerInOnePress((await stage.enter(persona, { javaScript: false })).page, survey);

  // The committee reads the results, makes a subject of them and plans a meeting from it.
  await visit(page, build);
  await page.getByRole("button", { name: "Clore maintenant" }).click();
  await page.getByRole("link", { name: "Voir les résultats" }).click();
  await page.getByText("5 personnes ont répondu").waitFor();
  await page.getByRole("checkbox", { name: SUBJECT }).check();
  await page.getByRole("button", { name: "En faire des sujets" }).click();
  await page.getByRole("region", { name: "Les sujets venus de ce sondage" }).getByRole("link", { name: SUBJECT }).click();
  await page.getByText("Demandé dans un sondage par 5 personnes").waitFor();

  // The member sees it there, and asks for it herself.
  await visit(phone.page, `${survey}/resultats`);
  await phone.page.getByRole("link", { name: SUBJECT }).click();
  await phone.page.getByRole("button", { name: "Je le demande" }).click();
  await phone.page.getByText("Votre vote est donné.").waitFor();

  await page.getByRole("link", { name: "Planifier un Moment d’échange" }).click();
  await page.locator("#field-date").fill("2999-03-04");
  await page.getByLabel("Heure").fill("13:30");
  await page.getByRole("textbox", { name: /^Lieu/ }).fill("Au centre communautaire");
  await page.getByRole("button", { name: "Garder comme ébauche" }).click();
  await page.waitForURL(/\/comite\/moments\/\d+/);
  const meeting = Number(/\d+/.exec(new URL(page.url()).pathname)?.[0]);
  await page.getByRole("button", { name: "Ouvrir à la communauté" }).click();
  await page.getByRole("heading", { name: "Ouvrir à la communauté" }).waitFor({ state: "detached" });

  // It is held; the member was told that it mattered, twice.
  await letTheHourCome(meeting);
  await visit(page, `/comite/moments/${meeting}`);
  await page.getByRole("button", { name: /^Elle a eu lieu/ }).click();
  await page.getByRole("button", { name: /^Elle a eu lieu/ }).waitFor({ state: "detached" });
  await visit(phone.page, "/notifications");
  await phone.page.getByText("Vous aviez demandé ce sujet").first().waitFor();
  await visit(phone.page, `${survey}/resultats`);
  await phone.page.getByText("Discuté").waitFor();
  await phone.page.getByRole("link", { name: SUBJECT }).click();
  await phone.page.getByRole("list", { name: "Du souhait au compte rendu" }).getByText("Discuté").waitFor();
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
