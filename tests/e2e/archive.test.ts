import { describe, expect, it } from "vitest";
import { expectVisibleFocus, pressEnterOn, tabTo } from "../support/keyboard";
import { metaArchive } from "../support/meta-archive";
import { hydrated, useStage, visit } from "./stage";
import { messageWith } from "./steps";

const stage = useStage({ demo: true });
const GROUP = "Partenaires de la petite enfance";

const archiveOf = (who: string, day: string) => ({
  name: "facebook.zip",
  mimeType: "application/zip",
  buffer: metaArchive(
    who,
    [
      { day, group: GROUP, text: `Où trouver des mitaines d’extérieur, ${who}?` },
      { day: "2021-04-02", group: GROUP, text: `Léo, 4 ans, qui a un TSA, est arrivé chez nous, dit ${who}.` },
      { day: "2021-05-02", group: "Cuisine d’ici", text: "La soupe aux pois" },
    ],
    [{ day: `${day}T20:00:00Z`, group: GROUP, text: `Trouvé, merci! ${who}`, on: "own" }],
  ),
});

describe("bringing one's posts over from Facebook", () => {
  it("goes from the archive to what the committee has read and search finds, and all of it can be taken back", async () => {
    const { page } = await stage.enter("marjolaine");
    const sent: number[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/archive/apports/envoi")) sent.push(request.postDataBuffer()?.length ?? 0);
    });
    await visit(page, "/archive/apports");
    await hydrated(page);
    await page.getByLabel("Archive de Meta").setInputFiles({ name: "rien.zip", mimeType: "application/zip", buffer: Buffer.from("rien") });
    await page.getByRole("button", { name: "Envoyer l’archive" }).click();
    await page.getByRole("heading", { level: 1, name: "Cette archive n’a pas pu être lue" }).waitFor();
    await page.getByText("Ce fichier n’est pas une archive zip.").waitFor();
    await page.getByRole("link", { name: "Apporter une autre archive" }).click();

    const archive = archiveOf("Marjolaine", "2021-03-01");
    await page.getByLabel("Archive de Meta").setInputFiles(archive);
    await page.getByRole("button", { name: "Envoyer l’archive" }).click();
    await page.getByRole("heading", { level: 1, name: "Choisir le groupe" }).waitFor();
    // Private messages and the rest never left the device.
    expect(sent.at(-1)).toBeLessThan(archive.buffer.length);
    await page.getByLabel(GROUP).check();
    await page.getByRole("button", { name: "Voir les textes" }).click();
    await page.getByText("3 textes gardés sur 3").waitFor();
    await page.getByRole("button", { name: "Garder ces choix et voir l’aperçu" }).click();
    await page.getByRole("link", { name: "Regarder ce texte" }).click();
    await page.locator("mark").getByText(/Léo/).waitFor();
    await page.getByRole("link", { name: /^Corriger/ }).click();
    await page.getByLabel("Texte").fill("Un enfant de quatre ans est arrivé chez nous.");
    await page.getByRole("button", { name: "Garder ce texte" }).click();
    await page.getByRole("link", { name: "Voir l’aperçu et publier" }).click();
    await messageWith(page, "Un enfant de quatre ans").waitFor();
    await page.getByRole("button", { name: "Publier 3 textes" }).click();
    await page.getByRole("heading", { level: 1, name: "C’est publié" }).waitFor();
    await page.getByRole("link", { name: "Voir l’archive du groupe" }).click();
    await page.getByRole("listitem").filter({ hasText: "mitaines d’extérieur" }).getByText("1 commentaire").waitFor();

    const committee = await stage.enter("audrey");
    const search = async () => {
      await visit(committee.page, "/recherche?q=mitaines+exterieur+Marjolaine");
      return committee.page.getByRole("main").getByRole("link", { name: /groupe Facebook/ }).count();
    };
    expect(await search()).toBe(0);
    await visit(committee.page, "/comite/archive");
    await committee.page.getByRole("button", { name: /^Accepter ces \d+ textes/ }).click();
    await committee.page.getByText("la recherche les trouve à présent").waitFor();
    expect(await search()).toBeGreaterThan(0);

    await visit(page, "/archive/apports");
    await page.getByRole("link", { name: "Tout reprendre" }).click();
    await page.getByRole("button", { name: "Tout reprendre" }).click();
    await page.getByText("Tout ce que vous aviez apporté est repris.").waitFor();
    expect(await search()).toBe(0);
  });

  it("is done by the keyboard alone", async () => {
    const { page } = await stage.enter("chantal");
    await visit(page, "/archive/apports");
    await hydrated(page);
    await page.getByLabel("Archive de Meta").setInputFiles(archiveOf("Chantal", "2021-02-01"));
    await pressEnterOn(page, page.getByRole("button", { name: "Envoyer l’archive" }));
    await page.getByRole("heading", { level: 1, name: "Choisir le groupe" }).waitFor();
    await tabTo(page, page.getByLabel(GROUP));
    await page.keyboard.press("Space");
    await pressEnterOn(page, page.getByRole("button", { name: "Voir les textes" }));
    await tabTo(page, page.getByRole("checkbox", { name: "Publication du 2 avril 2021" }));
    await page.keyboard.press("Space");
    await expectVisibleFocus(page);
    await pressEnterOn(page, page.getByRole("button", { name: "Garder ces choix et voir l’aperçu" }));
    await pressEnterOn(page, page.getByRole("button", { name: "Publier 2 textes" }));
    await page.getByRole("heading", { level: 1, name: "C’est publié" }).waitFor();
  });

  it("is done on a phone without any script, and a text that somebody else brought is claimed there", async () => {
    const { page } = await stage.enter("nadege", { javaScript: false, width: 320 });
    await visit(page, "/discussions");
    await page.getByRole("link", { name: "Archive du groupe Facebook" }).click();
    await page.getByRole("link", { name: "Apporter mes publications" }).click();
    await page.getByLabel("Archive de Meta").setInputFiles(archiveOf("Nadège", "2021-01-04"));
    await page.getByRole("button", { name: "Envoyer l’archive" }).click();
    const chosen = page.getByRole("heading", { level: 1, name: "Choisir le groupe" });
    while (!(await chosen.isVisible())) await page.getByRole("link", { name: "Regarder où en est la lecture" }).click({ timeout: 2_000 }).catch(() => {});
    await page.getByLabel(GROUP).check();
    await page.getByRole("button", { name: "Voir les textes" }).click();
    await page.getByRole("button", { name: "Garder ces choix et voir l’aperçu" }).click();
    await page.getByRole("link", { name: "Regarder ce texte" }).click();
    await page.getByRole("button", { name: /^Laisser de côté/ }).click();
    await page.getByText("Ce texte est laissé de côté.").waitFor();
    await page.getByRole("link", { name: "Voir l’aperçu et publier" }).click();
    await page.getByRole("button", { name: "Publier 2 textes" }).click();
    await page.getByRole("heading", { level: 1, name: "C’est publié" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

    const emilie = await stage.enter("emilie", { javaScript: false });
    await visit(emilie.page, "/archive");
    await emilie.page.getByRole("listitem").filter({ hasText: "cherche des mitaines" }).getByRole("link").click();
    await emilie.page.getByRole("button", { name: /^C’est moi/ }).click();
    await emilie.page.getByText("le comité confirmera").waitFor();
  });
});
