import { describe, expect, it } from "vitest";
import { leadFrom } from "./pages";
import { hydrated, useStage, visit } from "./stage";

const stage = useStage({ demo: true });
const OPEN = /^\/sondages\/\d+$/;

describe("a survey", () => {
  it("is answered on a phone, by the keyboard, in one page", async () => {
    const { page } = await stage.enter("nadege", { width: 320 });
    await visit(page, "/");
    await page.getByRole("listitem").filter({ hasText: "Répondre à un sondage" }).getByRole("link", { name: "Répondre" }).click();
    await page.waitForURL(/\/sondages\/\d+$/);
    await hydrated(page);
    const matrix = page.getByRole("group", { name: "Le développement du langage" });
    await matrix.getByRole("radio").first().focus();
    await page.keyboard.press("ArrowRight");
    expect(await matrix.getByRole("radio", { name: "Un peu" }).isChecked()).toBe(true);
    const down = page.getByRole("button", { name: /^Descendre Une invitée/ });
    await down.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    // At the end of the list the focus is on the way back.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Monter Une invitée");
    expect(await page.locator(".survey-ranking li").first().innerText()).toContain("Des ateliers");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.getByRole("button", { name: "Envoyer mes réponses" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Votre réponse est dans la boîte, parmi les autres.").waitFor();
    expect(await page.getByRole("button", { name: "Envoyer mes réponses" }).count()).toBe(0);
  });

  it("keeps everything typed when something is wrong, and is sent without JavaScript", async () => {
    const guest = await stage.enter("emilie", { javaScript: false });
    const { page } = guest;
    guest.provoke(/status of 422/);
    const address = await leadFrom(page, "/sondages", OPEN);
    await visit(page, address);
    await page.getByLabel("Y a-t-il un autre sujet dont vous voudriez parler?").fill("Les sorties en forêt");
    await page.getByRole("group", { name: "L’entrée à la maternelle" }).getByText("Beaucoup").click();
    await page.getByLabel("Une invitée, puis des échanges").selectOption("1");
    await page.getByLabel("Des ateliers en petits groupes").selectOption("1");
    await page.getByLabel("La visite d’un milieu").selectOption("2");
    await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
    await page.getByRole("alert").getByText("sans égalité").waitFor();
    expect(await page.getByLabel("Y a-t-il un autre sujet dont vous voudriez parler?").inputValue()).toBe("Les sorties en forêt");
    expect(await page.getByRole("group", { name: "L’entrée à la maternelle" }).getByRole("radio", { name: "Beaucoup" }).isChecked()).toBe(true);
    expect(await page.getByLabel("La visite d’un milieu").inputValue()).toBe("2");
    await page.getByLabel("Des ateliers en petits groupes").selectOption("3");
    await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
    await page.getByText("Votre réponse est dans la boîte, parmi les autres.").waitFor();
  });

  it("is asked by the committee from a template, saved as one goes, and read at once where names are known", async () => {
    const audrey = await stage.enter("audrey");
    await visit(audrey.page, "/comite/sondages");
    await audrey.page.getByRole("link", { name: "Date et lieu" }).click();
    await audrey.page.getByLabel("Dernier jour pour répondre").fill("2999-06-01");
    await audrey.page.getByRole("button", { name: "Garder comme ébauche" }).click();
    await audrey.page.getByText("L’ébauche est gardée.").waitFor();
    await audrey.page.getByRole("button", { name: "Descendre Quels jours vous conviennent?" }).click();
    await audrey.page.getByText("L’ordre est changé.").waitFor();
    await audrey.page.getByRole("button", { name: "Ouvrir le sondage" }).click();
    await audrey.page.getByText("Le sondage est ouvert.").waitFor();
    const address = new URL(audrey.page.url()).pathname.replace("/comite", "");
    const { page } = await stage.enter("chantal");
    await visit(page, address);
    await hydrated(page);
    await page.getByLabel("Mercredi matin").check();
    await page.getByText(/^Enregistré à/).waitFor();
    await page.reload();
    expect(await page.getByLabel("Mercredi matin").isChecked()).toBe(true);
    await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
    await page.getByText("Vos réponses sont envoyées.").waitFor();
    await page.getByRole("link", { name: "Voir les résultats" }).click();
    await page.getByRole("img", { name: "Quels jours vous conviennent?" }).waitFor();
    await page.getByText("Chantal Boisclair-Ruest,").click();
    await page.getByText("Mercredi matin", { exact: true }).last().waitFor();
  });

  it("is ranked by dragging too, with a mouse and with a finger, which says the new place and can be given up", async () => {
    const { page } = await stage.enter("chantal", { width: 320 });
    await visit(page, await leadFrom(page, "/sondages", OPEN));
    await hydrated(page);
    const lines = page.locator(".survey-ranking li");
    const first = async () => (await lines.first().innerText()).split("\n")[0];
    await lines.first().scrollIntoViewIfNeeded();
    const gripOf = async (at: number) => {
      const box = await lines.nth(at).locator("[data-handle]").boundingBox();
      return { x: (box?.x ?? 0) + 12, y: (box?.y ?? 0) + 12 };
    };
    const [from, to] = [await gripOf(2), await gripOf(0)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    expect(await first()).toContain("Une invitée");
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y - 8, { steps: 6 });
    await page.mouse.up();
    await page.getByRole("status").filter({ hasText: "La visite d’un milieu\u00a0: place 1 sur 3" }).waitFor();
    expect(await first()).toContain("La visite d’un milieu");

    // A finger, as the browser hears it.
    const touch = await page.context().newCDPSession(page);
    const [start, end] = [await gripOf(0), await gripOf(2)];
    const send = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await send("touchStart", [start]);
    for (const part of [0.3, 0.6, 1]) await send("touchMove", [{ x: start.x, y: start.y + (end.y + 45 - start.y) * part }]);
    await send("touchEnd", []);
    await page.getByRole("status").filter({ hasText: "La visite d’un milieu\u00a0: place 3 sur 3" }).waitFor();
    expect(await page.locator(".survey-ranking input[type=hidden]").evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value).sort())).toEqual(["1", "2", "3"]);
  });
});
