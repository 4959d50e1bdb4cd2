import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { hydrated, useStage, visit } from "./stage";

const stage = useStage({ demo: true });

const EMILIE = "emilie.rousseau-lemay@troisponts.exemple.test";
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** Plans a meeting with a date, as the committee does. */
async function plan(page: Page, title: string, ahead: number, pole?: string): Promise<string> {
  await visit(page, "/comite/moments/nouveau");
  await page.getByLabel("Titre").fill(title);
  await page.getByLabel(/^Date/).fill(day(ahead));
  if (pole) await page.getByLabel("Pôle").selectOption({ label: pole });
  await page.getByRole("button", { name: "Garder comme ébauche" }).click();
  await page.waitForURL(/\/comite\/moments\/\d+/);
  return new URL(page.url()).pathname;
}

it("plans a season of six meetings, one of them in four poles, asks those suggested at once, and cancels one for a snow storm", async () => {
  const { page } = await stage.enter("audrey");
  await visit(page, "/comite/moments/nouveau");
  await hydrated(page);
  const plans: string[] = [];
  for (let n = 1; n <= 6; n += 1) plans.push(await plan(page, `Rencontre d’hiver ${n}`, 40 + n * 7, n === 6 ? "Port-aux-Aulnes" : undefined));

  await visit(page, `${plans[5]}/poles`);
  const dates = page.locator("input[name=date]");
  expect(await dates.count()).toBe(3);
  for (let n = 0; n < 3; n += 1) await dates.nth(n).fill(day(90 + n));
  await page.getByRole("button", { name: "Répéter dans ces pôles" }).click();
  await page.waitForURL(/fait=poles/);
  await visit(page, plans[5] ?? "");
  await page.getByRole("button", { name: "Ouvrir à la communauté" }).click();
  await page.waitForURL(/fait=ouverture/);
  const meeting = new URL(page.url()).pathname;

  await visit(page, "/comite/moments/responsables");
  await page.getByRole("button", { name: "Proposer un plan" }).click();
  await page.getByText(/Voici un plan/).waitFor();
  expect(await page.locator("select[name=ligne]").count()).toBeGreaterThan(15);
  await page.getByRole("button", { name: /^Demander à ces \d+ personnes/ }).click();
  await page.getByText(/Les demandes sont envoyées/).waitFor();

  // Somebody comes; the storm closes the road, and she is written to at once.
  const emilie = await stage.enter("emilie", { javaScript: false });
  await visit(emilie.page, meeting);
  await emilie.page.getByRole("button", { name: /^Je participe/ }).first().click();
  await emilie.page.getByText("Vous y participez").waitFor();
  await stage.mailbox.next(EMILIE, /^Inscription confirmée/);
  await visit(page, plans[5] ?? "");
  await page.getByRole("link", { name: /^Annuler/ }).first().click();
  await page.getByLabel("Raison").fill("Tempête de neige, les routes ferment.");
  await page.getByRole("button", { name: "Annuler la rencontre" }).click();
  await page.waitForURL(/fait=annulation/);
  const storm = await stage.mailbox.next(EMILIE, /^Annulé/);
  expect(storm.text).toContain("Tempête de neige");
  expect(storm.calendar).toContain("METHOD:CANCEL");
  await emilie.page.reload();
  await emilie.page.getByText("Tempête de neige, les routes ferment.").first().waitFor();
});
