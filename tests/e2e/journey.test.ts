import type { Locator, Page } from "playwright-core";
import { describe, it } from "vitest";
import { png } from "../support/sample-files";
import { pressEnterOn, tabTo, typeInto } from "../support/keyboard";
import { PERSONAS, hydrated, useStage, visit, type Persona } from "./stage";
import { messageWith, reply, startThread } from "./steps";

const stage = useStage({ demo: true });

/** How somebody uses a page. */
type Hands = {
  options: { width?: 320; javaScript?: boolean };
  press: (page: Page, button: Locator) => Promise<unknown>;
  type: (page: Page, field: Locator, text: string) => Promise<unknown>;
  tick: (page: Page, box: Locator) => Promise<unknown>;
  /** Chooses the first of a list. */
  first: (page: Page, list: Locator) => Promise<unknown>;
  /** Puts a picture with the message under way, and says what it shows. */
  picture: (page: Page, file: { name: string; mimeType: string; buffer: Buffer }, shows: string) => Promise<unknown>;
};

const sentAhead = async (page: Page, { name }: { name: string }): Promise<Locator> => {
  const field = page.getByLabel(`Ce que montre l’image ${name}`);
  await field.waitFor();
  return field;
};
const pointing = {
  press: (_: Page, button: Locator) => button.click(),
  type: (_: Page, field: Locator, text: string) => field.fill(text),
  tick: (_: Page, box: Locator) => box.check(),
  first: (_: Page, list: Locator) => list.selectOption({ index: 0 }),
};
const HANDS: Record<"phone" | "keyboard" | "plain", Hands> = {
  phone: {
    ...pointing,
    options: { width: 320 },
    picture: async (page, file, shows) => {
      await page.locator("#field-fichiers").setInputFiles([file]);
      await (await sentAhead(page, file)).fill(shows);
    },
  },
  keyboard: {
    options: {},
    press: pressEnterOn,
    type: typeInto,
    tick: async (page, box) => (await tabTo(page, box), await page.keyboard.press("Space")),
    first: async (page, list) => (await tabTo(page, list), await page.keyboard.press("Home")),
    picture: async (page, file, shows) => {
      // The system's own window for files is not the page's: it is opened from here.
      await page.locator("#field-fichiers").focus();
      await page.locator("#field-fichiers").setInputFiles([file]);
      await typeInto(page, await sentAhead(page, file), shows);
    },
  },
  plain: {
    ...pointing,
    options: { javaScript: false },
    picture: async (page, file, shows) => {
      await page.getByText("Joindre des fichiers ou des images").click();
      await page.getByLabel("Fichiers", { exact: true }).setInputFiles([file]);
      await page.getByLabel("Ce que montrent les images").fill(shows);
    },
  },
};

/** The whole way of somebody new to discussions: a question with a photo, its answer, a discussion that one follows, a mail, and fewer of them. */
async function wholeWay(who: Persona, { options, press, type, tick, first, picture }: Hands, title: string): Promise<void> {
  const { page } = await stage.enter(who, options);
  const emilie = await stage.enter("emilie", { javaScript: false });
  const open = async (path: string, on = page) => {
    await visit(on, path);
    if (options.javaScript !== false) await hydrated(on);
  };

  await open("/discussions/nouvelle");
  await type(page, page.getByLabel("Titre"), title);
  await type(page, page.getByLabel("Votre message"), "Que voyez-vous de trop dans ce coin?");
  await picture(page, { name: "coin.png", mimeType: "image/png", buffer: await png() }, "Un tapis et deux coussins");
  await tick(page, page.getByLabel(/un parent l’a donné pour chaque enfant/));
  await tick(page, page.getByLabel("C’est une question"));
  await press(page, page.getByRole("button", { name: "Publier" }));
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByText("Question ouverte").waitFor();
  await messageWith(page, "de trop dans ce coin").getByRole("link", { name: "Un tapis et deux coussins" }).waitFor();

  const asked = new URL(page.url()).pathname;
  await visit(emilie.page, asked);
  await reply(emilie.page, "Le tapis, à mon avis.");
  await open(asked);
  await press(page, page.getByRole("link", { name: "Gérer la discussion" }));
  await press(page, page.getByRole("button", { name: "Marquer comme la réponse" }));
  await page.getByText(`La réponse trouvée est celle de ${PERSONAS.emilie}.`).waitFor();
  await visit(emilie.page, asked);
  await emilie.page.getByText("Réponse trouvée").waitFor();

  await open("/reglages/notifications");
  const address = /envoyés à (\S+) et/.exec(await page.getByRole("main").innerText())?.[1] ?? "";
  await first(page, page.getByLabel("On écrit dans une discussion que vous suivez"));
  await press(page, page.getByRole("button", { name: "Enregistrer", exact: true }));
  await page.getByText("Vos choix de courriels sont enregistrés.").waitFor();
  const followed = await startThread(emilie.page, `${title}, suite`, "Et chez vous?");
  await open(followed);
  await press(page, page.getByRole("button", { name: "Suivre", exact: true }));
  await page.getByText("Vous suivez cette discussion.").waitFor();
  // Whoever sees the reply as it comes is not written to.
  await open("/reglages");
  await reply(emilie.page, "On en reparle jeudi.");
  // Without scripts nothing of it counts as read: the mail then leads with how it began.
  const told = () => stage.mailbox.next(address, new RegExp(`^${PERSONAS.emilie} .*(a répondu|lance une discussion)`));
  let mail = await told();
  while (!mail.text.includes(followed)) mail = await told();

  const { page: nobody } = await stage.visitor(options);
  await open(/\/courriels\/[\w.-]+/.exec(mail.text)?.[0] ?? "", nobody);
  await press(nobody, nobody.getByRole("button", { name: "Enregistrer" }));
  await nobody.getByText("Quand on a écrit dans une discussion que vous suivez, c’est dans votre résumé.").waitFor();
}

describe("one asks with a photo, finds the answer, follows a discussion, is told by mail and chooses fewer mails", () => {
  it("from a phone", () => wholeWay("nadege", HANDS.phone, "Notre coin calme"));
  it("with the keyboard only", () => wholeWay("chantal", HANDS.keyboard, "Notre vestiaire"));
  it("without JavaScript", () => wholeWay("chantal", HANDS.plain, "Notre coin lecture"));
});
