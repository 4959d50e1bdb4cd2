import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { expect } from "vitest";
import { closeDatabase, openDatabase } from "#db/client.server";
import { setClock } from "~/kit/clock.server";
import { readSettings, type Settings } from "~/kit/env.server";
import { newFormKey } from "~/kit/form-key.server";
import { forgetLimits } from "~/kit/limits.server";
import type { Mail } from "~/kit/mail.server";
import { withContext, type RequestContext } from "~/kit/request-context.server";
import { findSignedIn } from "~/kit/session.server";
import { renewSetupKey } from "~/features/community/setup.server";
import { forgetCommunity } from "~/features/community/queries.server";
import { sendMail } from "~/features/mail/mutations.server";
import { PRIVACY_NOTICE_VERSION } from "~/features/privacy/model";
import { postOffice } from "~/features/worker.server";
import { cloneDatabase } from "../support/postgres";
import { memberRoutes } from "./member-routes";
import { TestBrowser, type Answer } from "./sign-in-browser";

/** An empty instance, and the means to fill it through its real pages. */
export type MemberWorld = {
  sql: postgres.Sql;
  settings: Settings;
  /** Every mail handed over so far, the latest last. */
  mails: Mail[];
  browser(): TestBrowser;
  deliver(): Promise<void>;
  close(): Promise<void>;
};

export async function openMemberWorld(): Promise<MemberWorld> {
  const database = await cloneDatabase();
  openDatabase(database.appUrl);
  forgetCommunity();
  forgetLimits();
  const sql = postgres(database.ownerUrl, { max: 2, onnotice: () => {} });
  const settings = readSettings({ NODE_ENV: "test", APP_ORIGIN: "http://localhost:3998" });
  const mails: Mail[] = [];
  const office = { ...postOffice(settings), mailer: { send: async (mail: Mail) => void mails.push(mail) } };
  return {
    sql,
    settings,
    mails,
    browser: () => new TestBrowser(settings, memberRoutes),
    deliver: async () => {
      const waiting = await sql<{ id: string }[]>`select id from outbox_mails where sent_at is null and parked_at is null order by created_at`;
      for (const { id } of waiting) await sendMail(office, id, { last: false });
    },
    close: async () => {
      setClock(() => new Date());
      closeDatabase();
      forgetCommunity();
      await sql.end();
      await database.drop();
    },
  };
}

export const setupFields = (setupKey: string): Record<string, string> => ({
  setupKey,
  community: "Petite enfance du Pays-d’en-Bas",
  territory: "MRC du Pays-d’en-Bas",
  timeZone: "America/Toronto",
  organisation: "Maison de la famille La Bordée",
  officerName: "Odile Marchessault",
  officerTitle: "Directrice",
  officerContact: "confidentialite@exemple.test",
  name: "Bernard Thibodeau-Roy",
  title: "Agent de liaison",
  email: "bernard@exemple.test",
  committee: "oui",
  notice: "oui",
  noticeVersion: PRIVACY_NOTICE_VERSION,
});

/** Makes the community; the browser is its first administrator's, who also sits on the committee. */
export async function found(world: MemberWorld): Promise<TestBrowser> {
  const key = await renewSetupKey();
  const browser = world.browser();
  const answer = await browser.post(`/demarrage?cle=${key}`, setupFields(key ?? ""));
  expect([answer.status, answer.location]).toEqual([303, "/bienvenue"]);
  return browser;
}

const actorOf = (where: TestBrowser) => withContext({ cookies: [] } as unknown as RequestContext, () => findSignedIn(where.cookieHeader));

export const isSignedIn = async (where: TestBrowser): Promise<boolean> => (await actorOf(where)) !== null;

/** A form's key for the person signed in there. */
export async function keyOf(where: TestBrowser): Promise<string> {
  const found = await actorOf(where);
  if (!found) throw new Error("Nobody is signed in there.");
  return newFormKey(found.actor);
}

/** Posts a form as its page would, with a key of this person's. */
export const submit = async (where: TestBrowser, path: string, fields: Record<string, string> = {}): Promise<Answer> =>
  where.post(path, { cle: await keyOf(where), ...fields });

export const memberId = async (world: MemberWorld, email: string): Promise<number> => Number((await world.sql`select id from members where email = ${email}`)[0]?.id);

export const stateOf = async (world: MemberWorld, email: string): Promise<string> => String((await world.sql`select state from members where email = ${email}`)[0]?.state);

/** Where the latest mail to someone leads. */
export function linkTo(world: MemberWorld, email: string): string {
  const text = world.mails.findLast((mail) => mail.to.address === email)?.text ?? "";
  const path = /\/invitation\/[\w-]{43}/.exec(text)?.[0];
  if (!path) throw new Error(`No invitation was sent to ${email}.`);
  return path;
}

export const freshAddress = (): string => `${randomUUID().slice(0, 8)}@exemple.test`;

/** Invites one address, and returns the link of its mail. */
export async function inviteOne(world: MemberWorld, committee: TestBrowser, email = freshAddress(), fields: Record<string, string> = {}): Promise<{ email: string; link: string }> {
  const answer = await submit(committee, "/comite/invitations", { addresses: email, ...fields });
  expect(answer.status).toBe(303);
  await world.deliver();
  return { email, link: linkTo(world, email) };
}

export const joinFields = (fields: Record<string, string> = {}): Record<string, string> => ({
  name: "Marie-Ève Laflamme",
  title: "Éducatrice",
  organisation: "1",
  otherOrganisation: "",
  notice: "oui",
  noticeVersion: PRIVACY_NOTICE_VERSION,
  ...fields,
});

export type Joined = { email: string; id: number; browser: TestBrowser };

/** Invites someone and lets them join, through the pages they would use. */
export async function joinSomeone(world: MemberWorld, committee: TestBrowser, name = "Marie-Ève Laflamme"): Promise<Joined> {
  const { email, link } = await inviteOne(world, committee);
  const browser = world.browser();
  await browser.post(link);
  const answer = await submit(browser, "/inscription", joinFields({ name }));
  expect([answer.status, answer.location]).toEqual([303, "/bienvenue"]);
  return { email, id: await memberId(world, email), browser };
}
