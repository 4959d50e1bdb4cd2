import { spawn } from "node:child_process";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { SECRET } from "../support/app-process";
import { leadFrom } from "./pages";
import { hydrated, useStage, visit } from "./stage";

const stage = useStage({ demo: true });

const NADEGE = "nadege.saint-fleur@cerfsvolants.exemple.test";
const meetingOf = (page: Page): Promise<string> => leadFrom(page, "/moments", /^\/moments\/\d+$/);
const sitting = (page: Page, pole: string) => page.getByRole("listitem").filter({ hasText: pole });

it("answers in one press, by the keyboard too, and the seats move in somebody else’s open page", async () => {
  const nadege = await stage.enter("nadege");
  const other = await stage.enter("emilie");
  const meeting = await meetingOf(nadege.page);
  await visit(other.page, meeting);
  await other.page.getByText("En direct").waitFor();
  const seats = sitting(other.page, "Val-des-Grives").getByText(/places? libres? sur/);
  const before = await seats.innerText();

  await visit(nadege.page, meeting);
  await hydrated(nadege.page);
  const grives = sitting(nadege.page, "Val-des-Grives");
  await grives.getByRole("button", { name: /^Je participe/ }).focus();
  await nadege.page.keyboard.press("Enter");
  await grives.getByText("Vous y participez").waitFor();
  await nadege.page.getByText("Votre inscription est faite.").waitFor();
  await expect.poll(() => seats.innerText()).not.toBe(before);

  // Another pole: the new seat, then the old one is free again.
  await sitting(nadege.page, "Port-aux-Aulnes").getByRole("button", { name: /^Changer pour cette rencontre/ }).click();
  await sitting(nadege.page, "Port-aux-Aulnes").getByText("Vous y participez").waitFor();
  await expect.poll(() => seats.innerText()).toBe(before);
  await expect.poll(() => sitting(nadege.page, "Port-aux-Aulnes").getByRole("link", { name: "Rejoindre la visioconférence" }).count()).toBe(1);
});

it("answers without JavaScript, and joins the list where a pole is full", async () => {
  const { page } = await stage.enter("bernard", { javaScript: false });
  await visit(page, await meetingOf(page));
  await sitting(page, "Pointe-à-l’Oseille").getByRole("button", { name: /^M’inscrire à la liste d’attente/ }).click();
  await sitting(page, "Pointe-à-l’Oseille").getByText(/Sur la liste d’attente, au \d+e rang/).waitFor();
  await sitting(page, "Pointe-à-l’Oseille").getByRole("button", { name: /^Quitter la liste/ }).click();
  await page.getByText("Vous avez répondu que vous ne pouvez pas").waitFor();
});

it("answers from the link of a mail, without signing in, and from a calendar that accepts or declines", async () => {
  const signedIn = await stage.enter("nadege");
  await visit(signedIn.page, await meetingOf(signedIn.page));
  const ludivine = sitting(signedIn.page, "Sainte-Ludivine");
  await ludivine.getByRole("button", { name: /^(Je participe|Changer pour cette rencontre)/ }).click();
  await ludivine.getByText("Vous y participez").waitFor();
  const { link, uid } = await stage.mailbox.invited(NADEGE, /Sainte-Ludivine/);

  const { page } = await stage.visitor({ javaScript: false });
  await visit(page, link);
  await page.getByText("Nadège Saint-Fleur").waitFor();
  expect(await page.getByRole("radio", { name: "Je ne peux pas" }).isChecked()).toBe(true);
  await page.getByRole("radio", { name: "Peut-être" }).check();
  await page.getByRole("button", { name: "Enregistrer ma réponse" }).click();
  await page.getByText("C’est noté").waitFor();

  expect(await mailIn(reply(NADEGE, uid, "ACCEPTED"))).toEqual([0, "La réponse est prise."]);
  await signedIn.page.reload();
  await ludivine.getByText("Vous y participez").waitFor();
  expect(await mailIn(reply("quelquun@exemple.test", uid, "DECLINED"))).toEqual([65, "Cette réponse vient d’une autre adresse que celle de la personne invitée. Rien n’a changé."]);

  const stranger = await stage.enter("emilie");
  stranger.provoke(/status of 403/);
  await visit(stranger.page, link, 403);
});

const reply = (from: string, uid: string, partstat: string): string =>
  [
    `From: ${from}`, "To: le-fil@exemple.test", "Subject: Reponse", "MIME-Version: 1.0", "Content-Type: text/calendar; method=REPLY; charset=utf-8", "",
    "BEGIN:VCALENDAR", "METHOD:REPLY", "BEGIN:VEVENT", `ATTENDEE;PARTSTAT=${partstat}:mailto:${from}`, `UID:${uid}`, "END:VEVENT", "END:VCALENDAR", "",
  ].join("\r\n");

/** Hands a mail to `npm run mail:in` beside the running application; returns its exit code and its sentence. */
function mailIn(mail: string): Promise<[code: number | null, sentence: string]> {
  const child = spawn(process.execPath, ["scripts/mail-in.mjs"], { env: { ...process.env, DATA_DIR: stage.app.dataDir, APP_ORIGIN: stage.app.origin, SESSION_SECRET: SECRET, DATABASE_URL: "", LEFIL_DEMO: "" } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString("utf8")));
  child.stdin.end(mail);
  return new Promise((resolve) => child.on("close", (code) => resolve([code, said.trim()])));
}
