import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbedded, type EmbeddedDatabase } from "#db/embedded.server";
import { PERSONAS as CAST_PERSONAS, PEOPLE } from "#db/demo/cast";
import { codeOf } from "~/features/signature/log/entries";
import { startApp, type AppProcess } from "../support/app-process";
import { MATRIX, PERSONAS, type Persona, type Row } from "./matrix";

/** The demo's people who play each persona; the removed one is removed once signed in. */
const PLAYED_BY: Record<Exclude<Persona, "visitor">, string> = {
  removed: "marjolaine",
  invited: "roxanne",
  guest: "helene",
  paused: "mireille",
  member: "nadege",
  elsewhere: "emilie",
  manager: "chantal",
  committee: "audrey",
  administrator: "bernard",
};

let folder: string;
let database: EmbeddedDatabase;
let app: AppProcess;
let build: ServerBuild;
let guardOf: (exported: unknown) => string | undefined;
const cookies = new Map<Persona, string>();
const ids = new Map<string, string>();

const emailOf = (key: string): string => PEOPLE.find((person) => person.key === key)?.email ?? "";

async function signIn(persona: Exclude<Persona, "visitor">): Promise<string> {
  const key = PLAYED_BY[persona];
  expect(CAST_PERSONAS.map(({ person }) => person)).toContain(key);
  const answer = await fetch(`${app.origin}/demonstration`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: app.origin },
    body: new URLSearchParams({ personne: key }),
  });
  expect(answer.status).toBe(303);
  const session = answer.headers.getSetCookie().map((line) => /^__Host-session=[^;]+/.exec(line)?.[0]).find(Boolean);
  expect(session).toBeDefined();
  return session ?? "";
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "le-fil-access-"));
  database = await startEmbedded({ directory: join(folder, "postgres"), log: () => {} });
  app = await startApp({ environment: { DATABASE_URL: database.ownerUrl, LEFIL_DEMO: "1" } });
  await app.ready(60_000);
  ({ build, guardOf } = (await import("../../build/server/server.js" as string)) as { build: ServerBuild; guardOf: typeof guardOf });
  for (const persona of PERSONAS) if (persona !== "visitor") cookies.set(persona, await signIn(persona));
  const sql = postgres(database.ownerUrl, { max: 1 });
  await sql`update members set state = 'removed' where email = ${emailOf(PLAYED_BY.removed)}`;
  const found = await sql`select
    (select id from invitations where accepted_at is null and revoked_at is null limit 1) as "openInvitation",
    (select id from members where email = ${emailOf("nadege")}) as member,
    (select id from organisations limit 1) as organisation,
    (select meeting_id from sittings where capacity is not null limit 1) as meeting,
    (select id from sittings where capacity is not null limit 1) as sitting,
    (select k.id from speakers k join sittings s on s.meeting_id = k.meeting_id where s.capacity is not null limit 1) as speaker,
    (select id from meetings where opened_at is null limit 1) as "draftMeeting",
    (select s.id from minutes n join sittings s on s.meeting_id = n.meeting_id where n.adopted_at is null limit 1) as "heldSitting",
    (select meeting_id from minutes where adopted_at is null limit 1) as "heldMeeting",
    (select meeting_id from minutes where adopted_at is not null limit 1) as "adoptedMeeting",
    (select c.id from meeting_cards c join sittings s on s.id = c.sitting_id join minutes n on n.meeting_id = s.meeting_id where n.adopted_at is null and c.topic_id is null limit 1) as card,
    (select c.id from minutes_corrections c where c.outcome is null limit 1) as correction,
    (select f.id from follow_ups f join minutes n on n.meeting_id = f.meeting_id where n.adopted_at is null and f.done_at is null limit 1) as "followUp",
    (select id from surveys where opened_at is not null and promise = 'anonymous' and closes_at > now() limit 1) as survey,
    (select id from surveys where promise = 'anonymous' and closes_at < now() limit 1) as "closedSurvey",
    (select id from surveys where opened_at is null limit 1) as "draftSurvey",
    (select q.id from survey_questions q join surveys s on s.id = q.survey_id where s.opened_at is null limit 1) as "draftQuestion",
    (select id from poles limit 1) as pole,
    (select g.organisation_id from organisation_managers g join members m on m.id = g.member_id where m.email = ${emailOf("chantal")} limit 1) as managed,
    (select id from threads where author_id is null limit 1) as "unnamedThread",
    (select g.organisation_id from organisation_managers g join members m on m.id = g.member_id where m.email = ${emailOf("chantal")} limit 1) as "managedOrganisation",
    (select l.hash from charter_log l join members m on m.id = l.member_id where m.email = ${emailOf("nadege")} and l.event = 'signed' limit 1) as "signedHash",
    (select article_id from charter_proposals order by id limit 1) as article,
    (select id from charter_proposals order by id limit 1) as proposal,
    (select id from reports limit 1) as report,
    (select id from archive_texts where post_id is null and left_out_at is null limit 1) as archived,
    (select t.id from archive_transfers t join members m on m.id = t.member_id where m.email = ${emailOf("nadege")}) as transfer,
    (select f.id from archive_finds f join archive_transfers t on t.id = f.transfer_id join members m on m.id = t.member_id where m.email = ${emailOf("nadege")} limit 1) as find,
    (select t.id from archive_transfers t join members m on m.id = t.member_id where m.email = ${emailOf("emilie")}) as "unsortedTransfer",
    (select id from incidents limit 1) as incident,
    (select id from duties where state = 'accepted' limit 1) as duty,
    (select id from kit_steps limit 1) as step,
    (select id from turn_absences limit 1) as absence,
    (select id from kit_notes limit 1) as note,
    (select t.id from sitting_tasks t join sittings s on s.id = t.sitting_id where s.capacity is not null limit 1) as task,
    (select id from date_polls limit 1) as "datePoll",
    (select meeting_id from date_polls limit 1) as "datedMeeting",
    (select s.id from date_poll_slots s order by s.starts_at desc limit 1) as "dateSlot",
    (select id from topics where asked_at is not null and state = 'proposed' limit 1) as topic,
    (select thread_id from thread_guests g join members m on m.id = g.member_id where m.email = ${emailOf("helene")}) as "guestThread",
    (select id from threads where announced_at is not null) as announcement,
    (select m.id from messages m join thread_guests g on g.thread_id = m.thread_id join members a on a.id = g.member_id where a.email = ${emailOf("helene")} limit 1) as "guestMessage",
    (select f.id from files f join messages m on m.id = f.message_id join thread_guests g on g.thread_id = m.thread_id join members a on a.id = g.member_id where a.email = ${emailOf("helene")} limit 1) as "guestFile",
    (select f.id from files f where f.name = 'Avant de signer.pdf') as "otherFile",
    (select f.id from files f where f.name = 'Les onze pictogrammes.png') as "picture",
    (select t.id from threads t where not exists (select 1 from thread_guests g where g.thread_id = t.id) limit 1) as "otherThread"`;
  for (const [name, id] of Object.entries(found[0] ?? {})) ids.set(name, String(id));
  ids.set("receipt", codeOf(ids.get("signedHash") ?? ""));
  await sql.end();
}, 120_000);

afterAll(async () => {
  await app.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

const fill = (path: string): string => path.replace(/:([A-Za-z]+)/g, (_, name: string) => ids.get(name) ?? `missing-${name}`);

function send(path: string, method: Row["method"], persona: Persona): Promise<Response> {
  const headers: Record<string, string> = { cookie: cookies.get(persona) ?? "" };
  if (method === "GET") return fetch(app.origin + path, { redirect: "manual", headers });
  return fetch(app.origin + path, {
    method,
    redirect: "manual",
    headers: { ...headers, origin: app.origin, "content-type": "application/x-www-form-urlencoded" },
    body: "",
  });
}

/** What the same request gets when a page's script makes it (single fetch). */
const dataPath = (path: string): string => {
  const [pathname = "", search] = path.split("?");
  return `${pathname === "/" ? "/_root" : pathname}.data${search ? `?${search}` : ""}`;
};

describe("the access matrix", () => {
  it("has rows for every loader and action of the built application, and for nothing else", () => {
    const built = Object.values(build.routes).flatMap((route) => {
      const module = route?.module as { loader?: unknown; action?: unknown } | undefined;
      return [...(module?.loader ? [`GET ${route?.id}`] : []), ...(module?.action ? [`POST ${route?.id}`] : [])];
    });
    expect([...new Set(MATRIX.map(({ method, route }) => `${method} ${route}`))].sort()).toEqual(built.sort());
  });

  it("finds every loader and action guarded", () => {
    for (const route of Object.values(build.routes)) {
      const module = route?.module as { loader?: unknown; action?: unknown };
      for (const exported of [module.loader, module.action]) if (exported) expect(guardOf(exported), route?.id).toBeTypeOf("string");
    }
  });

  it("gives the same 404 for what is not there and for what may not be seen", async () => {
    // All but the nonce, the form's key, the reference and the address itself must be equal.
    const page = async (path: string) => {
      const answer = await send(path, "GET", "elsewhere");
      const text = (await answer.text()).replace(/nonce="[^"]*"|Référence\u00a0: \w+/g, "").replace(/[0-9a-f-]{36}\.[\w-]{22}/g, "").replaceAll(path, "");
      return { status: answer.status, error: /<main[\s\S]*<\/main>/.exec(text)?.[0] };
    };
    const absent = await page("/comite/membres/999999");
    expect(absent.status).toBe(404);
    expect(absent.error).toBeDefined();
    expect(await page(`/comite/membres/${ids.get("member")}`)).toEqual(absent);
    expect(await page("/rien-de-tel")).toEqual(absent);
  });

  it.each(MATRIX.map((row) => [`${row.method} ${row.path}`, row] as const))("holds for %s", async (_name, row) => {
    const path = fill(row.path);
    expect(path).not.toContain("missing-");
    const got: Partial<Record<Persona, number>> = {};
    for (const persona of PERSONAS) got[persona] = (await send(path, row.method, persona)).status;
    expect(got).toEqual(row.expected);
    if (row.method === "POST" || row.resource) return;
    // The same page, as a script of ours fetches it: a redirect travels as 202.
    const asData: Partial<Record<Persona, number>> = {};
    for (const persona of PERSONAS) {
      const { status } = await send(dataPath(path), "GET", persona);
      asData[persona] = status === 202 ? 302 : status;
    }
    expect(asData).toEqual(row.expected);
  });

});
