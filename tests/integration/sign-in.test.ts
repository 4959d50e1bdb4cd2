import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, setClock } from "~/kit/clock.server";
import { forgetLimits } from "~/kit/limits.server";
import { setShortestAnswer } from "~/features/sign-in/doors.server";
import { newCode } from "~/features/sign-in/mutations.server";
import { problemOf, TestBrowser } from "./sign-in-browser";
import { routes } from "./sign-in-routes";
import { addPerson, codeIn, openWorld, type World } from "./sign-in-world";

const KNOWN = "marguerite@pommier.exemple.test";
let world: World;
let count = 0;

const browser = () => new TestBrowser(world.settings, routes);
const later = (milliseconds: number) => {
  const from = Date.now() + milliseconds;
  const begun = Date.now();
  setClock(() => new Date(from + Date.now() - begun));
};

/** Someone new, so that no test counts another's codes. */
async function someone(): Promise<{ email: string; id: number }> {
  const email = `personne${(count += 1)}@pommier.exemple.test`;
  return { email, id: await addPerson(world.sql, { email }) };
}

/** Asks for a code in a browser, and reads it in the mail. */
async function codeFor(where: TestBrowser, email: string, fields: Record<string, string> = {}): Promise<string> {
  await where.post("/connexion", { courriel: email, ...fields });
  await world.deliver();
  return codeIn(world.relay.mails.at(-1));
}

async function signedIn(email: string, fields: Record<string, string> = {}): Promise<TestBrowser> {
  const where = browser();
  await where.post("/connexion/code", { code: await codeFor(where, email, fields) });
  return where;
}

const hasSession = async (where: TestBrowser) => (await where.get("/sonde")).status === 200;

beforeAll(async () => {
  world = await openWorld();
  await addPerson(world.sql, { email: KNOWN });
});
afterAll(() => world.close());
beforeEach(async () => {
  setClock(() => new Date());
  forgetLimits();
  await world.sql`delete from outbox_mails`;
  world.relay.mails.length = 0;
  world.relay.refuseWith = null;
});

describe("asking for a code", () => {
  it("answers a known and an unknown address with the same status, headers and page", async () => {
    const [known, unknown] = [browser(), browser()];
    const [first, second] = [await known.post("/connexion", { courriel: KNOWN }), await unknown.post("/connexion", { courriel: "absente@pommier.exemple.test" })];
    const shape = (line: string) => line.replace(/=[\w-]+;/, "=…;");
    expect([first.status, first.location]).toEqual([303, "/connexion/code"]);
    expect([second.status, second.location, [...second.headers]]).toEqual([first.status, first.location, [...first.headers]]);
    expect(second.setCookies.map(shape)).toEqual(first.setCookies.map(shape));
    const pages = [(await known.get("/connexion/code")).data, (await unknown.get("/connexion/code")).data];
    expect(JSON.stringify(pages[1]).replace("absente", "marguerite")).toBe(JSON.stringify(pages[0]));
    await world.deliver();
    expect(world.relay.mails.map((mail) => [mail.to].flat()[0]?.text)).toEqual([`"Marguerite Laforge" <${KNOWN}>`]);
  });

  it("takes as long for an unknown address as for a known one", async () => {
    setShortestAnswer(250);
    const times = { known: [] as number[], unknown: [] as number[] };
    const timed = async (kind: keyof typeof times, courriel: string) => {
      const begun = performance.now();
      await browser().post("/connexion", { courriel });
      times[kind].push(performance.now() - begun);
    };
    for (let time = 0; time < 15; time += 1) {
      const { email } = await someone();
      await timed("known", email);
      await timed("unknown", `absente${time}@pommier.exemple.test`);
    }
    setShortestAnswer(0);
    const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1] ?? 0;
    expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(20);
    expect(median(times.known)).toBeGreaterThan(245);
  });

  it.each([
    ["someone who left", { state: "left" }],
    ["someone who was removed", { state: "removed" }],
    ["someone invited whose invitation is over", { state: "invited" }],
    ["a guest after the last day", { guestUntil: "2020-01-01" }],
  ])("sends nothing to %s, and answers the same", async (_who, state) => {
    const email = `parti${(count += 1)}@pommier.exemple.test`;
    await addPerson(world.sql, { email, ...state });
    const answer = await browser().post("/connexion", { courriel: email });
    await world.deliver();
    expect([answer.status, answer.location, world.relay.mails.length]).toEqual([303, "/connexion/code", 0]);
  });

  it("sends a code to someone paused, to a guest, and to someone with an open invitation", async () => {
    const paused = await addPerson(world.sql, { email: "pause@pommier.exemple.test", state: "paused" });
    await addPerson(world.sql, { email: "invitee@ailleurs.exemple.test", guestUntil: "2099-01-01" });
    const invited = await addPerson(world.sql, { email: "nouvelle@pommier.exemple.test", state: "invited", name: "" });
    await world.sql`insert into invitations (member_id, invited_by, expires_at) values (${invited}, ${paused}, now() + interval '14 days')`;
    for (const courriel of ["pause@pommier.exemple.test", "invitee@ailleurs.exemple.test", "nouvelle@pommier.exemple.test"]) await browser().post("/connexion", { courriel });
    await world.deliver();
    expect(world.relay.mails).toHaveLength(3);
  });

  it("refuses what is no address, at the field, with what was typed", async () => {
    const answer = await browser().post("/connexion", { courriel: "pas une adresse", partage: "oui" });
    expect(answer.status).toBe(422);
    expect(problemOf(answer).values).toEqual({ courriel: "pas une adresse", partage: "oui" });
  });

  it("refuses an unknown field and an address that would break a header", async () => {
    expect((await browser().post("/connexion", { courriel: KNOWN, role: "administrator" })).status).toBe(400);
    expect((await browser().post("/connexion", { courriel: "a@exemple.test\r\nBcc: b@exemple.test" })).status).toBe(422);
  });

  it("sends at most five codes an hour and twenty a day to one person, with the same answer", async () => {
    const { email } = await someone();
    for (let hour = 0; hour < 5; hour += 1) {
      later(hour * (HOUR + MINUTE));
      const answers = await Promise.all(Array.from({ length: 7 }, () => browser().post("/connexion", { courriel: email })));
      expect(answers.every(({ status }) => status === 303)).toBe(true);
    }
    const [sent] = await world.sql`select count(*)::int as mails from outbox_mails o join members m on m.id = o.member_id where m.email = ${email}`;
    expect(sent?.mails).toBe(20);
  });

  it("counts questions asked at the same moment", async () => {
    const { email, id } = await someone();
    await Promise.all(Array.from({ length: 12 }, () => browser().post("/connexion", { courriel: email })));
    const [sent] = await world.sql`select count(*)::int as mails from outbox_mails where member_id = ${id}`;
    expect(sent?.mails).toBe(5);
  });

  it("lets a whole centre in by one address, then says when to try again", async () => {
    const noon = new Date();
    setClock(() => noon);
    const answers = await Promise.all(Array.from({ length: 300 }, (_, index) => browser().post("/connexion", { courriel: `absente${index}@pommier.exemple.test` })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    const refused = await browser().post("/connexion", { courriel: KNOWN });
    expect([refused.status, Number(refused.headers.get("Retry-After"))]).toEqual([429, 3600]);
    const elsewhere = browser();
    elsewhere.network = "198.51.100.4";
    expect((await elsewhere.post("/connexion", { courriel: "absente@pommier.exemple.test" })).status).toBe(303);
  });

  it("keeps where one was going, and never leads out of the site", async () => {
    const cases = [["/discussions/12?page=2", "/discussions/12?page=2"], ["//mal.exemple", "/"], ["/\\mal.exemple", "/"], ["/\t/mal.exemple", "/"], ["https:mal.exemple", "/"], ["javascript:alert(1)", "/"]] as const;
    for (const [retour, expected] of cases) {
      const { email } = await someone();
      const where = browser();
      const code = await codeFor(where, email, { retour });
      expect((await where.post("/connexion/code", { code })).location).toBe(expected);
    }
  });
});

describe("a code", () => {
  it("is drawn from 32 signs, six at a time, without repeating over a thousand", () => {
    const codes = Array.from({ length: 1_000 }, newCode);
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(1_000);
    expect(new Set(codes.join("")).size).toBe(32);
  });

  it("opens a session in the browser that asked, typed in any way", async () => {
    const { email } = await someone();
    const where = browser();
    const code = await codeFor(where, email);
    const answer = await where.post("/connexion/code", { code: ` ${code.toLowerCase().replaceAll("0", "o").replaceAll("1", "l").slice(0, 3)}-${code.slice(3)} ` });
    expect([answer.status, answer.location]).toEqual([303, "/"]);
    expect(await hasSession(where)).toBe(true);
  });

  it("is refused once used, with the same words as a wrong one", async () => {
    const { email } = await someone();
    const where = browser();
    const code = await codeFor(where, email);
    const asked = new Map(where.cookies);
    await where.post("/connexion/code", { code });
    const again = browser();
    asked.forEach((value, name) => again.cookies.set(name, value));
    const answer = await again.post("/connexion/code", { code });
    expect([answer.status, problemOf(answer).code, await hasSession(again)]).toEqual([422, "code.wrong", false]);
  });

  it("signs in once when it is posted twenty times at once", async () => {
    const { email, id } = await someone();
    const where = browser();
    const code = await codeFor(where, email);
    const answers = await Promise.all(Array.from({ length: 20 }, () => where.post("/connexion/code", { code })));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await world.sql`select 1 from sessions where member_id = ${id}`).toHaveLength(1);
  });

  it("is refused after five misses, right as it may be", async () => {
    const { email } = await someone();
    const where = browser();
    const code = await codeFor(where, email);
    const wrong = code === "ZZZZZZ" ? "YYYYYY" : "ZZZZZZ";
    for (let miss = 0; miss < 5; miss += 1) expect(problemOf(await where.post("/connexion/code", { code: wrong })).code).toBe("code.wrong");
    const answer = await where.post("/connexion/code", { code });
    expect([answer.status, problemOf(answer).code, await hasSession(where)]).toEqual([422, "code.wrong", false]);
  });

  it("gives no more than five tries to parallel ones", async () => {
    const { email } = await someone();
    const where = browser();
    await codeFor(where, email);
    await Promise.all(Array.from({ length: 30 }, () => where.post("/connexion/code", { code: "ZZZZZZ" })));
    const [tried] = await world.sql`select max(attempts)::int as most from sign_in_challenges c join members m on m.id = c.member_id where m.email = ${email}`;
    expect(tried?.most).toBe(5);
  });

  it("spends no try on what cannot be a code", async () => {
    const { email } = await someone();
    const where = browser();
    const code = await codeFor(where, email);
    for (let slip = 0; slip < 8; slip += 1) await where.post("/connexion/code", { code: code.slice(0, 5) });
    expect((await where.post("/connexion/code", { code })).status).toBe(303);
  });

  it("lives fifteen minutes from the moment its mail was handed over", async () => {
    const { email } = await someone();
    const [inTime, tooLate] = [browser(), browser()];
    const [first, second] = [await codeFor(inTime, email), await codeFor(tooLate, email)];
    later(14 * MINUTE);
    expect((await inTime.post("/connexion/code", { code: first })).status).toBe(303);
    later(16 * MINUTE);
    expect(problemOf(await tooLate.post("/connexion/code", { code: second })).code).toBe("code.wrong");
  });

  it("counts those minutes from the hand-over, not from the question", async () => {
    const { email } = await someone();
    const where = browser();
    await where.post("/connexion", { courriel: email });
    later(12 * MINUTE);
    await world.deliver();
    later(25 * MINUTE);
    expect((await where.post("/connexion/code", { code: codeIn(world.relay.mails.at(-1)) })).status).toBe(303);
  });

  it("of one person opens nothing in the browser of another, nor in one that asked nothing", async () => {
    const [a, b] = [await someone(), await someone()];
    const [hers, theirs, stranger] = [browser(), browser(), browser()];
    const code = await codeFor(hers, a.email);
    await codeFor(theirs, b.email);
    for (const where of [theirs, stranger]) {
      const answer = await where.post("/connexion/code", { code });
      expect([answer.status, problemOf(answer).code, await hasSession(where)]).toEqual([422, "code.wrong", false]);
    }
    expect((await hers.post("/connexion/code", { code })).status).toBe(303);
  });

  it("is worth nothing once another was sent to the same browser", async () => {
    const { email } = await someone();
    const where = browser();
    const first = await codeFor(where, email);
    const second = await codeFor(where, email);
    expect(problemOf(await where.post("/connexion/code", { code: first })).code).toBe("code.wrong");
    expect((await where.post("/connexion/code", { code: second })).status).toBe(303);
  });

  it("opens nothing to someone removed since it was sent", async () => {
    const { email, id } = await someone();
    const where = browser();
    const code = await codeFor(where, email);
    await world.sql`update members set state = 'removed' where id = ${id}`;
    expect(problemOf(await where.post("/connexion/code", { code })).code).toBe("code.wrong");
  });

  it("survives every link of its mail being opened by a program", async () => {
    const { email } = await someone();
    const where = browser();
    const code = await codeFor(where, email);
    const links = [...(world.relay.mails.at(-1)?.text ?? "").matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link));
    expect(links.map(({ pathname }) => pathname)).toEqual(["/connexion/code"]);
    const scanner = browser();
    for (let time = 0; time < 3; time += 1) for (const { pathname } of links) expect((await scanner.get(pathname)).data).toBeNull();
    expect(scanner.cookies.size).toBe(0);
    expect((await where.post("/connexion/code", { code })).status).toBe(303);
  });
});

describe("a session", () => {
  it("has the cookie that the rules ask for, and leaves the question's cookies behind", async () => {
    const { email } = await someone();
    const where = browser();
    const code = await codeFor(where, email);
    const planted = "A".repeat(43);
    where.cookies.set("__Host-session", planted);
    const question = where.cookies.get("__Host-demande");
    const { setCookies } = await where.post("/connexion/code", { code });
    const line = setCookies.find((cookie) => cookie.startsWith("__Host-session=") && !/Max-Age=0/.test(cookie)) ?? "";
    expect(line).toMatch(/^__Host-session=[\w-]{43};/);
    for (const flag of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(line).toContain(flag);
    expect(line).not.toContain("Domain");
    const token = where.cookies.get("__Host-session");
    expect([planted, question]).not.toContain(token);
    expect(where.cookies.has("__Host-demande")).toBe(false);
    const thief = browser();
    thief.cookies.set("__Host-session", planted);
    expect(await hasSession(thief)).toBe(false);
    if (question) thief.cookies.set("__Host-session", question);
    expect(await hasSession(thief)).toBe(false);
  });

  it("leaves only hashes in the database", async () => {
    const { email } = await someone();
    const where = browser();
    const code = await codeFor(where, email);
    const question = where.cookies.get("__Host-demande") ?? "";
    await where.post("/connexion/code", { code });
    const token = where.cookies.get("__Host-session") ?? "";
    const tables = await world.sql<{ schema: string; name: string }[]>`select table_schema as schema, table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`;
    let dump = "";
    for (const { schema, name } of tables) dump += JSON.stringify(await world.sql`select to_jsonb(t) as row from ${world.sql(schema)}.${world.sql(name)} t`);
    expect(dump.length).toBeGreaterThan(1_000);
    for (const secret of [token, question, code]) expect(dump).not.toContain(secret);
  });

  it.each([
    ["one's own", {}, 29 * DAY, 31 * DAY],
    ["a shared one", { partage: "oui" }, 29 * MINUTE, 31 * MINUTE],
  ] as const)("on %s ends when nobody uses it", async (_computer, fields, within, beyond) => {
    const { email } = await someone();
    const where = await signedIn(email, fields);
    later(within);
    expect(await hasSession(where)).toBe(true);
    later(beyond);
    expect(await hasSession(where)).toBe(false);
  });

  it.each([
    ["one's own", {}, 90 * DAY],
    ["a shared one", { partage: "oui" }, 12 * HOUR],
  ] as const)("on %s ends in the end, used as it may be", async (_computer, fields, most) => {
    const { email, id } = await someone();
    const where = await signedIn(email, fields);
    const begunAgo = (milliseconds: number) => world.sql`update sessions set created_at = ${new Date(Date.now() - milliseconds)}, last_seen_at = now() where member_id = ${id}`;
    await begunAgo(most - MINUTE);
    expect(await hasSession(where)).toBe(true);
    await begunAgo(most + MINUTE);
    expect(await hasSession(where)).toBe(false);
    expect(await world.sql`select 1 from sessions where member_id = ${id}`).toHaveLength(0);
  });

  it("is not kept alive by polls", async () => {
    const { email, id } = await someone();
    const where = await signedIn(email, { partage: "oui" });
    const seen = async () => (await world.sql`select last_seen_at from sessions where member_id = ${id}`)[0]?.last_seen_at as Date;
    const before = await seen();
    later(20 * MINUTE);
    expect(await hasSession(where)).toBe(true);
    expect(await seen()).toEqual(before);
    await where.get("/reglages/appareils");
    expect((await seen()).getTime()).toBeGreaterThan(before.getTime());
  });

  it("on a shared computer is forgotten by the browser when it closes", async () => {
    const { email } = await someone();
    const where = browser();
    const code = await codeFor(where, email, { partage: "oui" });
    const { setCookies } = await where.post("/connexion/code", { code });
    const line = setCookies.find((cookie) => cookie.startsWith("__Host-session=") && !cookie.startsWith("__Host-session=;"));
    expect(line).not.toMatch(/Max-Age|Expires/i);
  });

  it("ends with the button, clears the browser, and the button is harmless afterwards", async () => {
    const { email } = await someone();
    const where = await signedIn(email);
    const old = new Map(where.cookies);
    const answer = await where.post("/deconnexion");
    expect([answer.status, answer.location, answer.headers.get("Clear-Site-Data")]).toEqual([303, "/connexion", '"cache", "storage"']);
    const replay = browser();
    old.forEach((value, name) => replay.cookies.set(name, value));
    expect(await hasSession(replay)).toBe(false);
    const again = await replay.post("/deconnexion");
    expect([again.status, again.location]).toEqual([303, "/connexion"]);
  });

  it("replaces the one that was open in the same browser", async () => {
    const [first, second] = [await someone(), await someone()];
    const where = await signedIn(first.email);
    const token = where.cookies.get("__Host-session") ?? "";
    where.cookies.delete("__Host-session");
    const code = await codeFor(where, second.email);
    where.cookies.set("__Host-session", token);
    const answer = await where.post("/connexion/code", { code });
    expect(answer.headers.get("Clear-Site-Data")).toBe('"cache", "storage"');
    expect(await world.sql`select 1 from sessions where member_id = ${first.id}`).toHaveLength(0);
    expect(await world.sql`select 1 from sessions where member_id = ${second.id}`).toHaveLength(1);
  });
});

describe("the demo's door", () => {
  it("does not exist outside the demo", async () => {
    expect((await browser().post("/demonstration", { personne: "nadege" })).status).toBe(404);
  });

  it("lets in those who have a button, and nobody else", async () => {
    const id = await addPerson(world.sql, { email: "nadege.saint-fleur@cerfsvolants.exemple.test" });
    await addPerson(world.sql, { email: "maude.beaulac@cerfsvolants.exemple.test" });
    const demo = { ...world.settings, demo: true };
    const where = new TestBrowser(demo, routes);
    expect((await where.get("/connexion")).data).toMatchObject({ personas: expect.arrayContaining([{ key: "nadege", name: "Nadège Saint-Fleur", label: "Intervenante en CPE" }]) as unknown });
    expect((await where.post("/demonstration", { personne: "nadege" })).location).toBe("/");
    expect(await world.sql`select 1 from sessions where member_id = ${id}`).toHaveLength(1);
    for (const personne of ["maude", "personne", ""]) expect((await new TestBrowser(demo, routes).post("/demonstration", { personne })).status).toBe(404);
  });
});
