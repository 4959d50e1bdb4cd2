import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, until, type AppProcess } from "../support/app-process";
import { ask, isFrenchPage, type Answer } from "../support/raw-http";
import { openStage, type Stage } from "../support/stage";

let stage: Stage;
let away: AppProcess;
let organisation: { id: string; name: string };
const FORM = "application/x-www-form-urlencoded";

beforeAll(async () => {
  away = await startApp({ environment: { DATABASE_URL: "postgres://personne@127.0.0.1:1/rien" } });
  stage = await openStage(3, { environment: { TRUST_PROXY: "1" } });
  const [first, second] = stage.settled.people;
  await stage.sql`insert into member_roles (member_id, role) values (${first?.memberId ?? 0}, 'committee')`;
  await stage.sql`update members set state = 'paused' where id = ${second?.memberId ?? 0}`;
  const [row] = await stage.sql`select id, name from organisations`;
  organisation = { id: String(row?.id), name: String(row?.name) };
  await until("the one without a database", async () => (await away.status("/sante/vivant")) === 200);
}, 90_000);

afterAll(async () => {
  await away.stop();
  await stage.close();
});

const cookieOf = (person: number) => stage.settled.people[person]?.cookie ?? "";
const keyOf = (person: number) => stage.settled.people[person]?.formKey() ?? "";
const thread = () => `/discussions/${stage.settled.threadId}`;
const TYPED = "Texte tapé & <gardé> « ici »";
const TYPED_AS_HTML = "Texte tapé &amp; &lt;gardé&gt; « ici »";

const get = (path: string, person?: number): Promise<Answer> => ask(stage.app.port, { path, headers: { cookie: person === undefined ? "" : cookieOf(person) } });
function post(path: string, fields: Record<string, string>, { person, headers = {}, app = stage.app }: { person?: number; headers?: Record<string, string>; app?: AppProcess } = {}): Promise<Answer> {
  return ask(app.port, { method: "POST", path, headers: { origin: app.origin, "content-type": FORM, cookie: person === undefined ? "" : cookieOf(person), ...headers }, body: new URLSearchParams(fields).toString() });
}

const isReferred = (text: string): boolean => /Référence\u00a0: [0-9a-f]{8}/.test(text);
const CASES: [status: number, what: string, send: () => Promise<Answer>][] = [
  [400, "a form that cannot be understood", () => post(thread(), { texte: TYPED }, { person: 0 })],
  [403, "a form of another site", () => post(thread(), { texte: TYPED }, { person: 0, headers: { origin: "https://ailleurs.test" } })],
  [403, "a form made for somebody else", () => post(thread(), { texte: TYPED, cle: keyOf(2) }, { person: 0 })],
  [403, "someone whose participation is paused", () => post(thread(), { texte: TYPED, cle: keyOf(1) }, { person: 1 })],
  [404, "a page that is not there", () => get("/rien-de-tel", 0)],
  [404, "a page of others, told like one that is not there", () => get("/administration", 2)],
  [404, "a thread that is not there", () => get("/discussions/999999", 0)],
  [404, "a file that is not there", () => get("/assets/rien.css")],
  [405, "an address that only takes forms", () => get("/deconnexion", 0)],
  [405, "a method that does not exist", () => ask(stage.app.port, { method: "PUT", path: thread() })],
  [413, "more than a form weighs", () => post(thread(), { texte: "x".repeat(1_300_000) }, { person: 0 })],
  [503, "a page while the database is away", () => ask(away.port, { path: "/connexion" })],
  [503, "a form while the database is away", () => post("/connexion", { courriel: "a@exemple.test" }, { app: away })],
];

describe("an error page", () => {
  it.each(CASES)("is French, has one heading, a way on and a reference: %i, %s", async (status, _what, send) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(isFrenchPage(answer.text), answer.text.slice(0, 300)).toBe(true);
    expect(isReferred(answer.text)).toBe(true);
    expect(/<main[\s\S]*<\/main>/.exec(answer.text)?.[0]).not.toMatch(/Error|undefined|null|\bat \/|node_modules|Unexpected/);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    if (status === 503) expect(answer.headers["retry-after"]).toBe("15");
  });

  it("gives each answer a reference of its own", async () => {
    const references = await Promise.all(Array.from({ length: 5 }, async () => /Référence\u00a0: (\w+)/.exec((await get("/rien-de-tel")).text)?.[1]));
    expect(new Set(references).size).toBe(5);
  });

  it("is told to a page's own script in a form it can read, with the same status and sentence", async () => {
    const onlyAway = await ask(away.port, { path: "/connexion.data" });
    const formAway = await post("/connexion.data", { courriel: "a@exemple.test" }, { app: away });
    for (const answer of [onlyAway, formAway]) {
      expect(answer).toMatchObject({ status: 503, headers: { "content-type": "text/x-script", "x-remix-response": "yes", "cache-control": "no-store" } });
      expect(answer.text).toContain("Le Fil se remet en marche");
    }
    const heavy = await post(`${thread()}.data`, { texte: "x".repeat(1_300_000) }, { person: 0 });
    expect(heavy).toMatchObject({ status: 413, headers: { "content-type": "text/x-script" } });
    expect(heavy.text).toContain("trop lourd");
    const absent = await get("/discussions/999999.data", 0);
    expect(absent.status).toBe(404);
    expect(absent.text).toContain("n’est pas ouverte pour vous");
  });
});

describe("what was typed", () => {
  it("waits in the sign-in form when the session had ended: 401", async () => {
    const answer = await post(thread(), { texte: TYPED, cle: keyOf(0) });
    expect(answer.status).toBe(401);
    expect(isFrenchPage(answer.text)).toBe(true);
    expect(answer.text).toContain(TYPED_AS_HTML);
    expect(answer.text).toMatch(/<form method="post" action="\/connexion"/);
    expect((await stage.sql`select 1 from messages where body = ${TYPED}`).length).toBe(0);
  });

  it("stands in the form again, with a sentence at its field, when it cannot be taken: 422", async () => {
    const answer = await post("/comite/organisations", { name: "x".repeat(500), cle: keyOf(0) }, { person: 0 });
    expect(answer.status).toBe(422);
    expect(isFrenchPage(answer.text)).toBe(true);
    expect(answer.text).toContain(`value="${"x".repeat(500)}"`);
    expect(answer.text).toMatch(/aria-invalid="true"/);
    expect(answer.text).toContain("C’est trop long");
  });

  it("stands in the form again when the state of things forbids it: 409", async () => {
    const answer = await post("/comite/organisations", { name: organisation.name, cle: keyOf(0) }, { person: 0 });
    expect(answer.status).toBe(409);
    expect(isFrenchPage(answer.text)).toBe(true);
    expect(answer.text).toContain(`value="${organisation.name}"`);
    expect(answer.text).toContain("porte déjà ce nom");
    const last = await post("/reglages/depart", { cle: keyOf(0) }, { person: 0 });
    expect([409, 422]).toContain(last.status);
    expect(isFrenchPage(last.text)).toBe(true);
  });

  it("can be sent again from the page that says that the database is away, word for word: 503", async () => {
    const text = "\nPremière ligne vide, puis <b>deux</b>\n\nlignes.\n";
    const answer = await post("/discussions/7?depuis=1", { texte: text, citation: "", cle: "une-cle" }, { app: away });
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('<form class="form" method="post" action="/discussions/7?depuis=1">');
    expect(answer.text).toContain(`readonly>\n${text.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</textarea>`);
    expect(answer.text).toContain('<input type="hidden" name="cle" value="une-cle">');
    expect(answer.text).toContain('<input type="hidden" name="citation" value="">');
    const elsewhere = await post("//ailleurs.test/a", { texte: "Un texte" }, { app: away });
    expect(elsewhere.text).toContain('method="post" action="/"');
  });

  it("can be sent again after a fault of ours, and is then written once: 500", async () => {
    await stage.sql`alter table messages rename column html to gone`;
    const refused = await post(thread(), { texte: TYPED, citation: "", cle: keyOf(2) }, { person: 2 });
    await stage.sql`alter table messages rename column gone to html`;
    expect(refused.status).toBe(500);
    expect(isFrenchPage(refused.text)).toBe(true);
    expect(isReferred(refused.text)).toBe(true);
    expect(refused.text).toContain(TYPED_AS_HTML);
    const cle = /name="cle" value="([^"]+)"/.exec(refused.text)?.[1] ?? "";
    for (let n = 0; n < 2; n += 1) expect((await post(thread(), { texte: TYPED, citation: "", cle }, { person: 2 })).status).toBe(303);
    expect(await stage.sql`select 1 from messages where body = ${TYPED}`).toHaveLength(1);
  });
});

describe("too many requests", () => {
  it("get 429, a French page and when to try again, and another network is served", async () => {
    const from = (network: string) => post("/connexion", { courriel: "personne@ailleurs.test" }, { headers: { "x-forwarded-for": network } });
    let last = await from("203.0.113.5");
    for (let rounds = 0; last.status !== 429 && rounds < 20; rounds += 1) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => from("203.0.113.5")));
      last = answers.find(({ status }) => status === 429) ?? last;
    }
    expect(last.status).toBe(429);
    expect(isFrenchPage(last.text)).toBe(true);
    expect(last.text).toContain("Réessayez un peu plus tard");
    expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
    expect(last.text).toContain('value="personne@ailleurs.test"');
    expect((await from("198.51.100.5")).status).toBe(303);
  }, 60_000);
});
