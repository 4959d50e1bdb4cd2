import { createServer, type AddressInfo } from "node:net";
import { rm, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser, type ParsedMail } from "mailparser";
import postgres from "postgres";
import { SMTPServer } from "smtp-server";
import { closeDatabase, openDatabase } from "#db/client.server";
import { setClock } from "~/kit/clock.server";
import { readSettings, type Settings } from "~/kit/env.server";
import { forgetLimits } from "~/kit/limits.server";
import { forgetCommunity } from "~/features/community/queries.server";
import { setShortestAnswer } from "~/features/sign-in/doors.server";
import { sendMail } from "~/features/mail/mutations.server";
import { postOffice } from "~/features/worker.server";
import { cloneDatabase } from "../support/postgres";

/** A community, its database and a mail relay, for the tests of sign-in, mail and devices. */
export type World = {
  sql: postgres.Sql;
  settings: Settings;
  relay: Relay;
  /** Hands over what waits in the outbox, once each; returns what the queue would try again. */
  deliver(options?: { last?: boolean }): Promise<string[]>;
  close(): Promise<void>;
};

export type Relay = { url: string; mails: ParsedMail[]; /** SMTP code to answer recipients with, or null. */ refuseWith: number | null; close(): Promise<void> };

export async function openRelay(): Promise<Relay> {
  const relay: Relay = { url: "", mails: [], refuseWith: null, close: async () => {} };
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_address, _session, done) => {
      const { refuseWith } = relay;
      done(refuseWith === null ? undefined : Object.assign(new Error("<quelquun@exemple.test> refused"), { responseCode: refuseWith }));
    },
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        relay.mails.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  relay.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  relay.close = () => new Promise((closed) => server.close(closed));
  return relay;
}

export async function openWorld(environment: Record<string, string> = {}): Promise<World> {
  const database = await cloneDatabase();
  openDatabase(database.appUrl);
  const sql = postgres(database.ownerUrl, { max: 2, onnotice: () => {} });
  const [organisation] = await sql`insert into organisations (name) values ('Maison de la famille Le Pommier') returning id`;
  await sql`insert into communities (name, territory, responsible_organisation_id, privacy_officer_name, privacy_officer_title, privacy_officer_contact)
    values ('Petite enfance du Pommier', 'MRC du Pommier', ${organisation?.id as number}, 'Odile Marchand', 'Directrice', 'odile@exemple.test')`;
  const [odile] = await sql`insert into members (email, name, title, state, joined_at) values ('odile@exemple.test', 'Odile Marchand', 'Directrice', 'active', now()) returning id`;
  await sql`insert into member_roles (member_id, role) values (${odile?.id as number}, 'administrator')`;
  forgetCommunity();
  forgetLimits();
  setShortestAnswer(0);
  const relay = await openRelay();
  const dataDir = await mkdtemp(join(tmpdir(), "le-fil-courriel-"));
  const settings = readSettings({ SMTP_URL: relay.url, MAIL_FROM: "Le Fil <le-fil@exemple.test>", DATA_DIR: dataDir, APP_ORIGIN: "http://localhost:3999", NODE_ENV: "test", ...environment });
  const office = postOffice(settings);
  return {
    sql,
    settings,
    relay,
    deliver: async ({ last = false } = {}) => {
      const waiting = await sql<{ id: string }[]>`select id from outbox_mails where sent_at is null and parked_at is null order by created_at`;
      const failures: string[] = [];
      for (const { id } of waiting) await sendMail(office, id, { last }).catch((error: Error) => failures.push(error.message));
      return failures;
    },
    close: async () => {
      setClock(() => new Date());
      closeDatabase();
      await relay.close();
      await sql.end();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

type Person = { email: string; name?: string; state?: string; guestUntil?: string | null };

/** Puts someone in the community as they would be after having joined; returns their number. */
export async function addPerson(sql: postgres.Sql, { email, name = "Marguerite Laforge", state = "active", guestUntil = null }: Person): Promise<number> {
  const [row] = await sql`insert into members (email, name, title, state, guest_until, joined_at) values (${email}, ${name}, 'Éducatrice', ${state}, ${guestUntil}, now()) returning id`;
  return Number(row?.id);
}

/** The code in the latest mail that the relay took. */
export function codeIn(mail: ParsedMail | undefined): string {
  const code = /^ {4}([0-9A-Z]{6})$/m.exec(mail?.text ?? "")?.[1];
  if (!code) throw new Error("There is no code in this mail.");
  return code;
}

/** A port that nobody listens to. */
export const closedPort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
