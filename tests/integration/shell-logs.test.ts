import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "../support/app-process";
import { ask, speak, type Answer } from "../support/raw-http";
import { openStage, type Stage } from "../support/stage";

/** Words that nobody may find in the log, whatever happened to them. */
const CANARY = {
  name: "Zorglubine Canari",
  title: "Éleveuse de canaris",
  email: "zorglubine.canari@exemple.test",
  invited: "roitelet.huppe@exemple.test",
  text: "Le canari a chanté dans la mine",
  threadTitle: "Ornithologie souterraine",
  address: "203.0.113.77",
  agent: "Navigateur-Canari/7.7",
  search: "canari-cherche",
};

let stage: Stage;
let cookie: string;
const tokens: string[] = [];

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(stage.app.port, {
    method: "POST",
    path,
    headers: { origin: stage.app.origin, cookie, "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": CANARY.address, "user-agent": CANARY.agent, ...headers },
    body: new URLSearchParams(fields).toString(),
  });
const get = (path: string, sent = cookie): Promise<Answer> => ask(stage.app.port, { path, headers: { cookie: sent, "x-forwarded-for": CANARY.address, "user-agent": CANARY.agent, referer: `${stage.app.origin}/?q=${CANARY.search}` } });
const key = () => stage.settled.people[0]?.formKey() ?? "";
const thread = () => `/discussions/${stage.settled.threadId}`;

/** What the mail to somebody holds, once it has been written. */
async function mailTo(address: string): Promise<string> {
  const folder = join(stage.app.dataDir, "courriels");
  let found: string | undefined;
  await until(`a mail to ${address}`, async () => {
    const mails = await Promise.all((await readdir(folder).catch(() => [])).map((name) => readFile(join(folder, name), "utf8")));
    return (found = mails.find((mail) => mail.includes(`To: `) && mail.includes(address))) !== undefined;
  });
  return found ?? "";
}

beforeAll(async () => {
  stage = await openStage(1, { environment: { LOG_LEVEL: "debug", TRUST_PROXY: "1" } });
  const me = stage.settled.people[0]?.memberId ?? 0;
  await stage.sql`update members set name = ${CANARY.name}, title = ${CANARY.title}, email = ${CANARY.email} where id = ${me}`;
  await stage.sql`insert into member_roles (member_id, role) values (${me}, 'committee')`;
  cookie = stage.settled.people[0]?.cookie ?? "";
  tokens.push(cookie.slice(cookie.indexOf("=") + 1));
}, 90_000);

afterAll(() => stage.close());

/** The reference that a page shows. */
const referenceOf = ({ text }: Answer): string => /Référence\u00a0: ([0-9a-f]{8})/.exec(text)?.[1] ?? "";

describe("the log", () => {
  const faults: Answer[] = [];

  it("sees a whole journey, its mistakes and its faults included", async () => {
    // Signing in, wrongly and rightly.
    const asked = await post("/connexion", { courriel: CANARY.email, retour: `/discussions?q=${CANARY.search}` }, { cookie: "" });
    expect(asked.status).toBe(303);
    const browser = (asked.headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0] ?? "");
    const code = /^\s*([0-9A-Z]{6})\s*$/m.exec(await mailTo(CANARY.email))?.[1] ?? "";
    expect(code).not.toBe("");
    expect((await post("/connexion/code", { code: "ZZZZZZ" }, { cookie: browser.join("; ") })).status).toBe(422);
    const entered = await post("/connexion/code", { code }, { cookie: browser.join("; ") });
    expect(entered.status).toBe(303);
    tokens.push(code, ...[...browser, ...(entered.headers["set-cookie"] ?? [])].map((line) => /=([\w%.@-]{20,})/.exec(line)?.[1] ?? "").filter(Boolean));
    // Writing, with and without a mistake, and with a session that ended.
    expect((await post("/discussions/nouvelle", { titre: CANARY.threadTitle, texte: CANARY.text, cle: key() })).status).toBe(303);
    expect((await post(thread(), { texte: CANARY.text, cle: key() })).status).toBe(303);
    expect((await post(thread(), { texte: CANARY.text.repeat(1_000), cle: key() })).status).toBe(422);
    expect((await post(thread(), { texte: CANARY.text, cle: key() }, { cookie: "" })).status).toBe(401);
    expect((await post("/brouillons/enregistrement", { texte: CANARY.text, discussion: String(stage.settled.threadId), cle: key() })).status).toBeLessThan(300);
    // Inviting someone, who opens the link.
    expect((await post("/comite/invitations", { addresses: CANARY.invited, organisation: "", cle: key() })).status).toBe(303);
    const link = /\/invitation\/([\w-]{43})/.exec((await mailTo(CANARY.invited)).replaceAll("=\r\n", ""))?.[1] ?? "";
    expect(link).not.toBe("");
    tokens.push(link);
    expect((await get(`/invitation/${link}`, "")).status).toBe(200);
    // Addresses that hold what they should not.
    for (const path of [`/${CANARY.email}`, `/discussions/${encodeURIComponent(CANARY.text)}`, `/discussions?q=${CANARY.search}`, `/${CANARY.search}/a`, `/connexion/code#${code}`.replace("#", "?code=")]) {
      expect((await get(path)).status).toBeLessThan(500);
    }
    expect((await post(`/connexion?q=${CANARY.search}`, { courriel: CANARY.email }, { origin: `https://${CANARY.search}.test` })).status).toBe(403);
    await speak(stage.app.port, `GET /${CANARY.search} HTTP/1.1\r\nCookie: ${cookie}\r\nX-Long: ${CANARY.email.repeat(1_000)}\r\n\r\n`);
    await speak(stage.app.port, `${CANARY.text}\r\n\r\n`);
    // A socket with the session's cookie.
    const socket = io(stage.app.origin, { extraHeaders: { cookie, origin: stage.app.origin, "user-agent": CANARY.agent }, reconnection: false });
    await until("the socket", () => socket.connected);
    socket.emit(CANARY.search, CANARY.text);
    socket.disconnect();
    // Faults in the middle of reading and of writing: the messages of a database quote what was written.
    await stage.sql`alter table messages rename column body to gone`;
    await stage.sql`alter table drafts add constraint drafts_refuse check (false) not valid`;
    faults.push(await get(thread()), await post(thread(), { texte: CANARY.text, cle: key() }), await post("/discussions/nouvelle", { titre: CANARY.threadTitle, texte: CANARY.text, cle: key() }));
    await post("/brouillons/enregistrement", { texte: CANARY.text, discussion: "", cle: key() });
    await stage.sql`alter table messages rename column gone to body`;
    expect((await post("/deconnexion", {}, { cookie: entered.headers["set-cookie"]?.[0]?.split(";", 1)[0] ?? "" })).status).toBe(303);
  }, 60_000);

  it("holds none of its names, addresses, texts, codes and tokens", () => {
    const written = stage.app.output();
    expect(written.split("\n").length).toBeGreaterThan(20);
    expect(tokens.length).toBeGreaterThanOrEqual(5);
    const found = [...Object.values(CANARY), ...tokens, "canari", "Canari", "roitelet", "203.0.113"].filter((word) => written.includes(word) || written.includes(encodeURIComponent(word)));
    expect(found).toEqual([]);
    expect(written).not.toMatch(/[\w.+-]+@[\w-]+\.\w+/);
  });

  it("finds the reference of every fault's page, with where it happened and nothing of what was sent", () => {
    const lines = stage.app.output().split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(faults).toHaveLength(3);
    for (const fault of faults) {
      expect(fault.status).toBe(500);
      const reference = referenceOf(fault);
      expect(reference).not.toBe("");
      const entry = lines.find((line) => line.reference === reference && line.msg === "fault");
      expect(entry).toMatchObject({ level: 50, stack: expect.arrayContaining([expect.stringMatching(/^\s+at /)]) as string[] });
      expect(lines.some((line) => line.reference === reference && line.msg === "request" && line.status === 500)).toBe(true);
    }
  });

  it("is made of lines of JSON with their time in UTC", () => {
    const lines = stage.app.output().split("\n").filter((line) => line.startsWith("{"));
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string, msg: expect.any(String) as string });
  });

  it("says of an anonymous answer that a request came, and nothing that pairs it with a person or a session", async () => {
    const [survey] = await stage.sql`insert into surveys (title, promise, closes_at, opened_at, opened_by, created_by) select 'Un sondage', 'anonymous', now() + interval '1 day', now(), id, id from members limit 1 returning id`;
    const [question] = await stage.sql`insert into survey_questions (survey_id, position, kind, label) values (${survey?.id}, 1, 'short', 'Un mot?') returning id`;
    const path = `/sondages/${survey?.id}/anonyme`;
    expect((await post(path, { [`q${question?.id}`]: "La mésange", cle: key() })).headers.location).toContain("fait=depot");
    const lines = () => stage.app.output().split("\n").filter((line) => line.includes(path)).map((line) => JSON.parse(line) as Record<string, unknown>);
    await until("the line of the request", () => lines().length > 0);
    expect(lines().map((line) => Object.keys(line).sort())).toEqual([["level", "method", "ms", "msg", "path", "reference", "status", "time"]]);
    expect(stage.app.output()).not.toContain("mésange");
  });
});
