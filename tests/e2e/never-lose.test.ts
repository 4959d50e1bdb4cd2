import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { pdf } from "../support/sample-files";
import { hydrated, useStage, visit, type Guest } from "./stage";
import { boxText, messageWith, replyBox, startThread, typeCode } from "./steps";

const stage = useStage({ demo: true });
const EMAILS = { marjolaine: "marjolaine.duquette-roy@centresante.exemple.test", emilie: "emilie.rousseau-lemay@troisponts.exemple.test" };

/** How often a text stands in a thread, for somebody who opens it anew. */
async function timesPublished(thread: string, text: string): Promise<number> {
  const { page } = await stage.enter("audrey", { javaScript: false });
  await visit(page, thread);
  return messageWith(page, text).count();
}

/** Somebody who has written in a thread, and whose session then ends from another browser of theirs. */
async function writerWhoseSessionEnded(text: string): Promise<{ writer: Guest; thread: string }> {
  const owner = await stage.enter("emilie");
  const thread = await startThread(owner.page, "Une question", "Qui a déjà essayé?");
  const writer = await stage.enter("marjolaine", { fresh: true });
  writer.provoke(/status of 401/, /status of 403.*\/socket\.io\//);
  await visit(writer.page, thread);
  await replyBox(writer.page).fill(text);
  await writer.page.getByText("Brouillon enregistré").waitFor();
  const elsewhere = await stage.enter("marjolaine", { fresh: true });
  await visit(elsewhere.page, "/reglages/appareils");
  await elsewhere.page.getByRole("button", { name: "Déconnecter tous les autres appareils" }).click();
  await elsewhere.page.getByText("Votre session n’est ouverte nulle part ailleurs.").waitFor();
  return { writer, thread };
}

/** The text of the draft of a new discussion, as a page without scripts shows it. */
async function savedBody(origin: string, { page }: Guest): Promise<string> {
  const html = await (await page.request.get(`${origin}/discussions/nouvelle`)).text();
  return /<textarea[^>]*name="texte"[^>]*>([^<]*)</.exec(html)?.[1] ?? "";
}

async function askForCode(page: Page, address: string): Promise<string> {
  await page.getByLabel("Adresse courriel").fill(address);
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  return stage.mailbox.code(address);
}

describe("a text that is not published yet", () => {
  it("comes back in its thread, on another computer too, and nowhere else", async () => {
    const nadege = await stage.enter("nadege");
    const thread = await startThread(nadege.page, "Le rangement des jouets", "On range comment?");
    const other = await startThread(nadege.page, "La chanson du ménage", "Laquelle chantez-vous?");
    await visit(nadege.page, thread);
    await replyBox(nadege.page).fill("Chez nous, par couleurs, et");
    await nadege.page.getByText(/^Brouillon enregistré à \d+\sh\s\d\d$/).waitFor();

    await visit(nadege.page, other);
    expect(await boxText(nadege.page)).toBe("");
    const elsewhere = await stage.enter("nadege", { fresh: true });
    await visit(elsewhere.page, thread);
    expect(await boxText(elsewhere.page)).toBe("Chez nous, par couleurs, et");
    const emilie = await stage.enter("emilie");
    await visit(emilie.page, thread);
    expect(await boxText(emilie.page)).toBe("");
  });

  it("comes back with its question, its subject, its choices and its file, and two texts of it are both kept", async () => {
    const emilie = await stage.enter("emilie");
    await visit(emilie.page, "/discussions/nouvelle");
    await hydrated(emilie.page);
    await emilie.page.getByLabel("Titre").fill("Une date pour la cuisine");
    await emilie.page.getByLabel("C’est une question").check();
    await emilie.page.getByText("Proposer un choix (sondage rapide)").click();
    await emilie.page.getByLabel("Choix, un par ligne").fill("Mardi\nJeudi");
    await emilie.page.locator("#field-fichiers").setInputFiles([{ name: "recettes.pdf", mimeType: "application/pdf", buffer: pdf(3_000) }]);
    await emilie.page.getByRole("button", { name: "Retirer recettes.pdf" }).waitFor();
    await emilie.page.getByText(/^Brouillon enregistré/).waitFor();
    await emilie.page.getByRole("link", { name: "Accueil" }).click();
    await emilie.page.getByRole("heading", { name: /^Bonjour/ }).waitFor();

    const elsewhere = await stage.enter("emilie", { fresh: true });
    const whole = async ({ page }: Guest) => {
      await page.getByRole("button", { name: "Retirer recettes.pdf" }).waitFor();
      expect(await page.getByLabel("Titre").inputValue()).toBe("Une date pour la cuisine");
      expect(await page.getByLabel("C’est une question").isChecked()).toBe(true);
      expect(await page.getByLabel("Choix, un par ligne").inputValue()).toBe("Mardi\nJeudi");
    };
    await visit(elsewhere.page, "/discussions/nouvelle");
    await whole(elsewhere);

    // Two tabs: the second one hears that the first was there, and takes its text with all that goes with it.
    await visit(emilie.page, "/discussions/nouvelle");
    await hydrated(emilie.page);
    emilie.provoke(/status of 409/);
    await elsewhere.page.getByLabel("Votre message").fill("Laquelle vous convient?");
    await elsewhere.page.getByText(/^Brouillon enregistré/).waitFor();
    await expect.poll(() => savedBody(stage.app.origin, elsewhere), { timeout: 10_000 }).toBe("Laquelle vous convient?");
    await emilie.page.getByLabel("Votre message").fill("Autre chose.");
    await emilie.page.getByText("Ce brouillon a changé ailleurs").waitFor();
    await emilie.page.getByRole("button", { name: "Prendre l’autre" }).click();
    await expect.poll(() => boxText(emilie.page), { timeout: 10_000 }).toBe("Laquelle vous convient?");
    await whole(emilie);
  });

  it("is saved when somebody leaves the page in the middle of a word", async () => {
    const nadege = await stage.enter("nadege");
    const thread = await startThread(nadege.page, "Les bruits de la pluie", "Vous les écoutez?");
    await visit(nadege.page, thread);
    await replyBox(nadege.page).fill("Oui, à la fenê");
    await nadege.page.getByRole("link", { name: "Accueil" }).click();
    await nadege.page.getByRole("heading", { name: /^Bonjour/ }).waitFor();
    await visit(nadege.page, thread);
    expect(await boxText(nadege.page)).toBe("Oui, à la fenê");
  });
});

describe("a session that ended while somebody wrote", () => {
  it("gives the sign-in form with the text in it, and publishes it after the code", async () => {
    const { writer, thread } = await writerWhoseSessionEnded("Oui, avec des coussins et de la patience.");
    await writer.page.getByRole("button", { name: "Publier" }).click();
    await writer.page.getByRole("heading", { level: 1, name: "Votre session est terminée" }).waitFor();
    expect(await writer.page.getByLabel("Votre texte, conservé ici").inputValue()).toBe("Oui, avec des coussins et de la patience.");

    await typeCode(writer.page, await askForCode(writer.page, EMAILS.marjolaine));
    await writer.page.waitForURL((url) => url.pathname === thread);
    await messageWith(writer.page, "avec des coussins").waitFor();
    await expect.poll(() => boxText(writer.page), { timeout: 5_000 }).toBe("");
    expect(await timesPublished(thread, "avec des coussins")).toBe(1);
  });

  it("never publishes the text under the name of somebody else who signs in there", async () => {
    const { writer, thread } = await writerWhoseSessionEnded("Ceci est de Marjolaine, et de personne d’autre.");
    await writer.page.getByRole("button", { name: "Publier" }).click();
    await typeCode(writer.page, await askForCode(writer.page, EMAILS.emilie));
    await writer.page.getByText("Il n’a pas été publié").waitFor();
    expect(await timesPublished(thread, "Ceci est de Marjolaine")).toBe(0);
  });
});

describe("publishing", () => {
  it("happens once for a double click", async () => {
    const nadege = await stage.enter("nadege");
    const thread = await startThread(nadege.page, "Les deux mains", "Qui aide?");
    await replyBox(nadege.page).fill("Deux clics, un message.");
    await nadege.page.getByRole("button", { name: "Publier" }).dblclick();
    await messageWith(nadege.page, "Deux clics, un message.").waitFor();
    expect(await timesPublished(thread, "Deux clics, un message.")).toBe(1);
  });

  it("happens once for a double click without JavaScript, and for the same form sent again later", async () => {
    const nadege = await stage.enter("nadege", { javaScript: false });
    const thread = await startThread(nadege.page, "Le même formulaire", "On l’envoie dix fois.");
    await replyBox(nadege.page).fill("Une seule fois, s’il vous plaît.");
    const [sent] = await Promise.all([
      nadege.page.waitForRequest((request) => request.method() === "POST"),
      nadege.page.getByRole("button", { name: "Publier" }).dblclick(),
    ]);
    await messageWith(nadege.page, "Une seule fois").waitFor();
    const again = await Promise.all(
      Array.from({ length: 5 }, () =>
        nadege.page.request.post(thread, {
          data: sent.postDataBuffer() ?? "",
          headers: { "content-type": sent.headers()["content-type"] ?? "", origin: stage.app.origin },
          maxRedirects: 0,
        }),
      ),
    );
    expect([...new Set(again.map((answer) => answer.status()))]).toEqual([303]);
    expect(new Set(again.map((answer) => answer.headers().location)).size).toBe(1);
    expect(await timesPublished(thread, "Une seule fois")).toBe(1);
  });

  it("happens once when somebody goes back and presses the button again", async () => {
    const nadege = await stage.enter("nadege");
    nadege.provoke(/status of 422/);
    const thread = await startThread(nadege.page, "Le bouton précédent", "On y revient tous.");
    await visit(nadege.page, thread);
    await replyBox(nadege.page).fill("Publié, puis retour.");
    await nadege.page.getByRole("button", { name: "Publier" }).click();
    await messageWith(nadege.page, "Publié, puis retour.").waitFor();
    await nadege.page.goBack();
    await nadege.page.goForward();
    await messageWith(nadege.page, "Publié, puis retour.").waitFor();
    await expect.poll(() => boxText(nadege.page), { timeout: 5_000 }).toBe("");
    await nadege.page.getByRole("button", { name: "Publier" }).click();
    await nadege.page.getByText("Écrivez votre message.").first().waitFor();
    expect(await timesPublished(thread, "Publié, puis retour.")).toBe(1);
  });
});
