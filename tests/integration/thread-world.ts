import { randomBytes } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import postgres from "postgres";
import { closeDatabase, openDatabase, statementCount } from "#db/client.server";
import type { Actor, MemberActor, ParticipantActor } from "~/kit/actor";
import { setClock } from "~/kit/clock.server";
import { readSettings } from "~/kit/env.server";
import { newFormKey } from "~/kit/form-key.server";
import { withContext, type RequestContext } from "~/kit/request-context.server";
import { sha256 } from "~/kit/secrets.server";
import { findSignedIn } from "~/kit/session.server";
import { forgetCommunity } from "~/features/community/queries.server";
import { forgetRows } from "~/features/thread/kept-rows.server";
import { startThread } from "~/features/thread/mutations.server";
import { mayStartThread } from "~/features/thread/policy";
import { inTransaction } from "~/kit/transaction.server";
import { cloneDatabase } from "../support/postgres";

export const ZONE = "America/Toronto";

type Handler = (args: ActionFunctionArgs) => Promise<unknown>;

export type Answer = {
  status: number;
  location: string | null;
  headers: Headers;
  /** The text of a Response. */
  body: string;
  /** What a loader or an action returned or threw as data. */
  data: unknown;
  /** What was left as markup for the page. */
  markup: ReadonlyMap<string, string>;
  statements: number;
};

/** Someone signed in, who asks the real loaders and actions. */
export type Person = {
  id: number;
  name: string;
  actor(): Promise<Actor>;
  get(loader: Handler, path: string, params?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  post(action: Handler, path: string, fields: Record<string, string> | FormData, params?: Record<string, string>): Promise<Answer>;
  /** Posts a body that is made while it is read. */
  send(action: Handler, path: string, body: ReadableStream<Uint8Array>, type: string): Promise<Answer>;
  /** The answer as it is, for what is no text. */
  raw(loader: Handler, path: string, params: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** A key as a page of ours would carry it. */
  key(): Promise<string>;
};

export type ThreadWorld = {
  /** As the owner: for what no page of ours would do. */
  sql: postgres.Sql;
  ownerUrl: string;
  join(name: string, options?: { title?: string; organisation?: string; state?: string; guestUntil?: string }): Promise<Person>;
  /** A discussion begun through the real mutation; returns its number. */
  begin(person: Person, body: string, title?: string): Promise<number>;
  /** Adds many messages at once, as the owner. */
  fill(threadId: number, authorId: number, count: number): Promise<void>;
  close(): Promise<void>;
};

const settings = readSettings({ NODE_ENV: "test", DATA_DIR: "/tmp/le-fil-tests", APP_ORIGIN: "http://localhost:3999" });

const contextOf = (): RequestContext => ({
  settings, reference: "essai", nonce: "essai", network: "203.0.113.9", userAgent: "", isData: false,
  markup: new Map(), cookies: [], headers: {}, memo: new Map(), dispatch: () => Promise.reject(new Error("No replay here.")),
});

async function ask(handler: Handler, request: Request, params: Record<string, string>): Promise<Answer> {
  const context = contextOf();
  const counted = { statements: 0 };
  const result = await withContext(context, () =>
    statementCount.run(counted, () => handler({ request, params, context: {} as ActionFunctionArgs["context"] }).catch((thrown: unknown) => thrown)),
  );
  const common = { markup: context.markup, statements: counted.statements };
  if (result instanceof Response) {
    return { ...common, status: result.status, location: result.headers.get("Location"), headers: result.headers, body: await result.text(), data: null };
  }
  const wrapped = result as { type?: unknown; data?: unknown; init?: ResponseInit } | null;
  if (wrapped?.type === "DataWithResponseInit") {
    return { ...common, status: wrapped.init?.status ?? 200, location: null, headers: new Headers(wrapped.init?.headers), body: "", data: wrapped.data };
  }
  if (result instanceof Error) throw result;
  return { ...common, status: 200, location: null, headers: new Headers(), body: "", data: result };
}

export async function openThreadWorld(): Promise<ThreadWorld> {
  const database = await cloneDatabase();
  openDatabase(database.appUrl);
  forgetCommunity();
  forgetRows();
  const sql = postgres(database.ownerUrl, { max: 2, onnotice: () => {} });
  const organisations = new Map<string, number>();
  const organisationId = async (name: string): Promise<number> => {
    const known = organisations.get(name);
    if (known !== undefined) return known;
    const [row] = await sql`insert into organisations (name) values (${name}) returning id`;
    organisations.set(name, Number(row?.id));
    return Number(row?.id);
  };
  await sql`insert into communities (name, territory, responsible_organisation_id, privacy_officer_name, privacy_officer_title, privacy_officer_contact)
    values ('Petite enfance du Pommier', 'MRC du Pommier', ${await organisationId("Maison Le Pommier")}, 'Odile Marchand', 'Directrice', 'odile@exemple.test')`;

  const join: ThreadWorld["join"] = async (name, { title = "Éducatrice", organisation = "Maison Le Pommier", state = "active", guestUntil } = {}) => {
    const email = `${randomBytes(6).toString("hex")}@exemple.test`;
    const [row] = await sql`insert into members (email, name, title, state, guest_until, joined_at) values (${email}, ${name}, ${title}, ${state}, ${guestUntil ?? null}, now()) returning id`;
    const id = Number(row?.id);
    if (!guestUntil) await sql`insert into memberships (member_id, organisation_id) values (${id}, ${await organisationId(organisation)})`;
    const token = randomBytes(32).toString("base64url");
    await sql`insert into sessions (id, member_id, computer, expires_at) values (${sha256(token)}, ${id}, 'own', now() + interval '30 days')`;
    const cookie = `__Host-session=${token}`;
    const actor = async () => {
      const found = await findSignedIn(cookie);
      if (!found) throw new Error(`${name} is not signed in.`);
      return found.actor;
    };
    return {
      id,
      name,
      actor,
      get: (loader, path, params = {}, headers = {}) => ask(loader, new Request(settings.origin + path, { headers: { Cookie: cookie, ...headers } }), params),
      post: (action, path, fields, params = {}) => ask(action, new Request(settings.origin + path, { method: "POST", headers: { Cookie: cookie }, body: fields instanceof FormData ? fields : new URLSearchParams(fields) }), params),
      send: (action, path, body, type) => ask(action, new Request(settings.origin + path, { method: "POST", headers: { Cookie: cookie, "Content-Type": type }, body, duplex: "half" }), {}),
      raw: (loader, path, params, headers = {}) =>
        withContext(contextOf(), () => loader({ request: new Request(settings.origin + path, { headers: { Cookie: cookie, ...headers } }), params, context: {} as ActionFunctionArgs["context"] })) as Promise<Response>,
      key: async () => `${newFormKey(await actor())}.essai`,
    };
  };

  return {
    sql,
    ownerUrl: database.ownerUrl,
    join,
    begin: async (person, body, title = "") => {
      const proof = mayStartThread((await person.actor()) as MemberActor);
      return (await inTransaction((tx) => startThread(tx, proof, { title, body }))).threadId;
    },
    fill: async (threadId, authorId, count) => {
      await sql`
        with moved as (
          update threads set revision = revision + ${count}, last_position = last_position + ${count}, last_message_at = now(), last_author_id = ${authorId}
          where id = ${threadId} returning last_position - ${count}::int as before, revision - ${count}::int as revised
        )
        insert into messages (thread_id, position, revision, author_id, body, html, renderer_version)
        select ${threadId}, before + n, revised + n, ${authorId}, 'Message ' || n, '<p>Message ' || n || '</p>', 1 from moved, generate_series(1, ${count}::int) n`;
    },
    close: async () => {
      setClock(() => new Date());
      closeDatabase();
      await sql.end();
      await database.drop();
    },
  };
}

/** Somebody who is not signed in. */
export const visitorOf = (): Pick<Person, "get" | "post"> => ({
  get: (loader, path, params = {}, headers = {}) => ask(loader, new Request(settings.origin + path, { headers }), params),
  post: (action, path, fields, params = {}) => ask(action, new Request(settings.origin + path, { method: "POST", body: fields instanceof FormData ? fields : new URLSearchParams(fields) }), params),
});

export const participant = async (person: Person): Promise<ParticipantActor> => (await person.actor()) as ParticipantActor;
export const member = async (person: Person): Promise<MemberActor> => (await person.actor()) as MemberActor;

/** Puts a guest in a thread until an instant. */
export const inviteInto = async ({ sql }: ThreadWorld, threadId: number, guest: Person, by: Person, until = "2999-01-01T00:00:00Z"): Promise<void> => {
  await sql`insert into thread_guests (thread_id, member_id, until, invited_by) values (${threadId}, ${guest.id}, ${until}, ${by.id})`;
};
