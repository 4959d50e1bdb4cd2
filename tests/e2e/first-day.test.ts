import { describe, expect, it } from "vitest";
import { inspect } from "./inspect";
import { useStage, visit } from "./stage";
import { boxText, invite, join, live, messageWith, reply, replyBox, signInByCode, startThread } from "./steps";

const stage = useStage({ demo: false });

const HOUSE = "Maison des Trois-Rives";
const ROLANDE = { name: "Rolande Beaupré", title: "Coordonnatrice", email: "rolande.beaupre@trois-rives.exemple.test" };
const ABIGAIL = { name: "Abigaïl Nkemba", title: "Éducatrice", organisation: HOUSE, email: "abigail.nkemba@trois-rives.exemple.test" };
const BENOIT = { name: "Benoît Larouche-Sioui", title: "Travailleur social", organisation: HOUSE, email: "benoit.larouche@trois-rives.exemple.test" };

const printedAddress = (): string => /\/demarrage\?cle=\S+/.exec(stage.app.output())?.[0] ?? "no address was printed";

describe("the first day", () => {
  it("begins on a page for whatever eyes and hands, which changes nothing by being looked at", async () => {
    const { page } = await stage.visitor();
    await visit(page, printedAddress());
    expect(await inspect(page)).toEqual([]);
  });

  it("goes from an empty database to two people who talk, one without WebSockets and one without JavaScript", async () => {
    const founder = await stage.visitor();
    const { page } = founder;
    await visit(page, printedAddress());
    await page.getByLabel("Nom de la communauté").fill("Petite enfance des Trois-Rives");
    await page.getByLabel("Territoire").fill("MRC des Trois-Rives");
    await page.getByLabel("Organisation qui en répond").fill(HOUSE);
    await page.getByLabel("Nom de la personne responsable").fill(ROLANDE.name);
    await page.getByLabel("Titre de la personne responsable").fill(ROLANDE.title);
    await page.getByLabel("Comment la joindre").fill(ROLANDE.email);
    await page.getByLabel("Votre nom").fill(ROLANDE.name);
    await page.getByLabel("Votre titre").fill(ROLANDE.title);
    await page.getByLabel("Votre adresse courriel").fill(ROLANDE.email);
    await page.getByLabel("Je fais aussi partie du comité").check();
    await page.getByLabel("J’ai lu l’avis de confidentialité").check();
    await page.getByRole("button", { name: "Créer la communauté" }).click();
    await page.getByRole("heading", { level: 1, name: "Bienvenue" }).waitFor();
    for (const empty of ["/", "/discussions", "/brouillons", "/comite/invitations"]) {
      await visit(page, empty);
      expect([empty, ...(await inspect(page))]).toEqual([empty]);
    }
    await invite(page, ABIGAIL.email, BENOIT.email);

    for (const person of [ABIGAIL, BENOIT]) {
      const newcomer = await stage.visitor();
      await join(newcomer.page, await stage.mailbox.invitation(person.email), person);
    }

    const { page: abigail } = await stage.visitor({ webSockets: false });
    const { page: benoit } = await stage.visitor({ javaScript: false });
    await signInByCode(abigail, stage.mailbox, ABIGAIL.email);
    await signInByCode(benoit, stage.mailbox, BENOIT.email);

    const thread = await startThread(abigail, "Siestes et grands groupes", "Comment faites-vous quand trois enfants ne dorment pas?");
    await live(abigail);

    await visit(benoit, "/discussions");
    await benoit.getByRole("link", { name: "Siestes et grands groupes" }).click();
    await messageWith(benoit, "quand trois enfants ne dorment pas").getByRole("link", { name: /^Citer/ }).click();
    expect(await boxText(benoit)).toContain("> Comment faites-vous quand trois enfants ne dorment pas?");
    await replyBox(benoit).press("ControlOrMeta+End");
    await replyBox(benoit).pressSequentially("Nous avons un coin calme avec des livres.");
    await benoit.getByRole("button", { name: "Publier" }).click();
    await messageWith(benoit, "un coin calme").waitFor();

    const answer = messageWith(abigail, "un coin calme avec des livres");
    await answer.waitFor({ timeout: 10_000 });
    expect(await answer.getByRole("blockquote").innerText()).toContain("Abigaïl Nkemba");

    await reply(abigail, "Merci, j’essaie demain.");
    await visit(benoit, thread);
    await messageWith(benoit, "j’essaie demain").waitFor();
  });

  it("does not begin a second time", async () => {
    const { page, provoke } = await stage.visitor();
    provoke(/status of 404/);
    await visit(page, printedAddress(), 404);
    expect(await page.getByRole("button", { name: "Créer la communauté" }).count()).toBe(0);
  });

  it("has nothing of the demo", async () => {
    const { page, provoke } = await stage.visitor();
    provoke(/status of 404/);
    await visit(page, "/interface", 404);
    await visit(page, "/connexion");
    expect(await page.getByText("démonstration").count()).toBe(0);
    const entered = await page.request.post("/demonstration", { form: { personne: "nadege" }, headers: { origin: stage.app.origin } });
    expect(entered.status()).toBe(404);
  });
});
