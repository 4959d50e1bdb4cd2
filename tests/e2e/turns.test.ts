import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { leadFrom } from "./pages";
import { hydrated, useStage, visit } from "./stage";
import { live } from "./steps";

const stage = useStage({ demo: true });

const comingMeeting = (page: Page): Promise<string> => leadFrom(page, "/moments", /^\/moments\/\d+$/);
const task = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });
/** The lines of « À faire ». */
const todo = (page: Page, text: string | RegExp) => page.locator("section[aria-labelledby=a-faire]").getByRole("listitem").filter({ hasText: text });

it("leads a meeting with the kit: what is due, done by the keyboard, seen at once by the others, and a word to the next ones without JavaScript", async () => {
  const emilie = await stage.enter("emilie");
  const audrey = await stage.enter("audrey");
  await todo(emilie.page, "Avant le Moment d’échange").getByRole("link", { name: "Ouvrir la trousse" }).click();
  await emilie.page.getByRole("heading", { level: 1, name: "La trousse" }).waitFor();
  const kit = new URL(emilie.page.url()).pathname;
  await hydrated(emilie.page);
  await visit(audrey.page, kit);
  await live(audrey.page);

  const invitation = task(emilie.page, "Envoyer l’invitation");
  await invitation.getByText(/Message prêt à copier/).click();
  const words = await invitation.getByLabel("Message").inputValue();
  expect(words).toContain("Parler avec les tout-petits");
  expect(words).not.toMatch(/\{(date|heures|lieu|moment)\}/);
  await invitation.getByRole("button", { name: /^C’est fait/ }).focus();
  await emilie.page.keyboard.press("Enter");
  await task(emilie.page, "Envoyer l’invitation").getByText(/^Fait par Émilie/).waitFor();
  await task(audrey.page, "Envoyer l’invitation").getByText(/^Fait par Émilie/).waitFor();

  const plain = await stage.enter("emilie", { javaScript: false });
  await visit(plain.page, kit);
  await task(plain.page, "Réserver la salle").getByRole("button", { name: /^C’est fait/ }).click();
  await task(plain.page, "Réserver la salle").getByText(/^Fait par Émilie/).waitFor();
  await plain.page.getByText("Passer le relais", { exact: true }).click();
  await plain.page.getByLabel("À savoir").fill("Le stationnement se remplit dès 13 h.");
  await plain.page.getByRole("button", { name: "Laisser ce mot" }).click();
  await plain.page.getByText(/Votre mot est laissé/).waitFor();

  await visit(plain.page, "/moments/trousse");
  await plain.page.getByLabel("Ce que vous changeriez").fill("Demander les allergies avec l’invitation.");
  await plain.page.getByRole("button", { name: "Proposer au comité" }).click();
  await plain.page.getByText(/Votre proposition est chez le comité/).waitFor();
  await visit(audrey.page, "/comite/trousse");
  await task(audrey.page, "Demander les allergies avec").getByRole("button", { name: /^C’est changé/ }).click();
  await audrey.page.getByText(/retenue\. La personne le voit/).waitFor();
  const stranger = await stage.enter("chantal");
  stranger.provoke(/status of 404/);
  await visit(stranger.page, kit, 404);
});

it("takes turns: suggested with a reason, accepted, put off, declined without a trace; swapped by one and by all, and the committee told", async () => {
  const audrey = await stage.enter("audrey");
  const nadege = await stage.enter("nadege");
  const meeting = await comingMeeting(audrey.page);
  await visit(audrey.page, meeting);
  await audrey.page.getByRole("link", { name: /^(Demander, remplacer|Nommer les responsables).*Sainte-Ludivine/ }).click();
  await audrey.page.getByRole("heading", { level: 1, name: "Responsables" }).waitFor();
  const naming = new URL(audrey.page.url()).pathname;
  const role = (name: string) => audrey.page.locator("section.turn-role").filter({ has: audrey.page.getByRole("heading", { name, exact: true }) });
  await role("Animation").locator(".suggestion-why").first().waitFor();
  await role("Animation").getByRole("button", { name: /^Demander à / }).first().click();
  await audrey.page.getByText(/La demande est envoyée/).waitFor();
  await role("Animation").getByText("À confirmer").waitFor();

  // Asked of somebody else by the committee: put off, then declined; the meeting's page names nobody.
  const bernard = await stage.enter("bernard");
  await role("Animation").getByText(/^Une autre personne, ou une relève/).click();
  await role("Animation").getByLabel(/^Une personne pour/).selectOption({ label: await optionOf(role("Animation").getByLabel(/^Une personne pour/), "Bernard Pinsonnault") });
  await role("Animation").getByRole("button", { name: /^Lui demander/ }).click();
  await role("Animation").getByText("Bernard Pinsonnault").first().waitFor();
  await visit(bernard.page, "/");
  await todo(bernard.page, "Accepteriez-vous un tour").getByRole("link", { name: "Répondre" }).click();
  await bernard.page.getByRole("button", { name: "J’ai besoin d’un peu de temps" }).click();
  await bernard.page.getByText(/C’est noté/).waitFor();
  await bernard.page.getByRole("button", { name: "Pas cette fois" }).click();
  await bernard.page.getByText(/Le comité seul le sait/).waitFor();
  await visit(nadege.page, meeting);
  expect(await nadege.page.locator("main").innerText()).not.toMatch(/Bernard/);
  await visit(audrey.page, naming);
  await role("Animation").getByText("À nommer").waitFor();

  // What was asked of Nadège is accepted, in front of everybody.
  await visit(nadege.page, "/");
  await todo(nadege.page, "Accepteriez-vous un tour").getByRole("link", { name: "Répondre" }).click();
  await nadege.page.getByRole("button", { name: "J’accepte" }).click();
  await nadege.page.getByText("Votre tour est inscrit").waitFor();

  // A swap is asked of one, taken, and agreed by both.
  const emilie = await stage.enter("emilie");
  await visit(emilie.page, "/moments/responsables");
  await emilie.page.locator("section[aria-labelledby=mes-tours]").getByRole("link", { name: "Coordination" }).click();
  await emilie.page.waitForURL(/\/moments\/responsables\/\d+$/);
  const turn = new URL(emilie.page.url()).pathname;
  await emilie.page.getByLabel("Demander à quelqu’un de prendre ce tour").selectOption({ label: await optionOf(emilie.page.getByLabel("Demander à quelqu’un de prendre ce tour"), "Chantal Boisclair-Ruest") });
  await emilie.page.getByRole("button", { name: "Demander une relève" }).click();
  await emilie.page.getByText(/Votre demande est partie/).waitFor();
  const chantal = await stage.enter("chantal");
  await visit(chantal.page, "/");
  await todo(chantal.page, "vous demande de prendre son tour").getByRole("link", { name: "Répondre" }).click();
  await chantal.page.getByRole("button", { name: "Je peux le prendre" }).click();
  await chantal.page.getByText(/Votre offre est faite/).waitFor();
  await visit(emilie.page, turn);
  await emilie.page.getByRole("button", { name: "Conclure l’échange" }).click();
  await emilie.page.getByText(/L’échange est conclu/).waitFor();
  await visit(audrey.page, "/notifications");
  await audrey.page.getByText(/Émilie Rousseau-Lemay/).first().waitFor();
  await visit(chantal.page, turn);
  await chantal.page.getByRole("link", { name: "La trousse de cette rencontre" }).waitFor();

  // And one of all, by whoever can.
  await chantal.page.getByRole("button", { name: "Demander une relève" }).click();
  await chantal.page.getByText(/Votre demande est partie/).waitFor();
  await visit(nadege.page, "/moments/responsables");
  await nadege.page.locator("section[aria-labelledby=releve]").getByRole("listitem").filter({ hasText: "Chantal" }).getByRole("link").click();
  await nadege.page.getByRole("button", { name: "Je peux le prendre" }).click();
  await nadege.page.getByText(/Votre offre est faite/).waitFor();
});

/** The label of the option that begins with a name. */
const optionOf = async (select: ReturnType<Page["getByLabel"]>, name: string): Promise<string> => {
  await select.waitFor();
  const labels = await select.locator("option").allInnerTexts();
  return labels.find((label) => label.startsWith(name)) ?? name;
};
