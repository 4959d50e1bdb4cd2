import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "~/kit/clock.server";
import { cleanUp } from "~/features/worker.server";
import { hasSession, later, useStage } from "./sign-in-stage";
import { addPerson } from "./sign-in-world";

const stage = useStage();

describe("a session", () => {
  it("has the cookie that the rules ask for, and leaves the question's cookies behind", async () => {
    const { email } = await stage.someone();
    const where = stage.browser();
    const code = await stage.codeFor(where, email);
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
    const thief = stage.browser();
    thief.cookies.set("__Host-session", planted);
    expect(await hasSession(thief)).toBe(false);
    if (question) thief.cookies.set("__Host-session", question);
    expect(await hasSession(thief)).toBe(false);
  });

  it("leaves only hashes in the database", async () => {
    const { email } = await stage.someone();
    const where = stage.browser();
    const code = await stage.codeFor(where, email);
    const question = where.cookies.get("__Host-demande") ?? "";
    await where.post("/connexion/code", { code });
    const token = where.cookies.get("__Host-session") ?? "";
    const tables = await stage.world.sql<{ schema: string; name: string }[]>`select table_schema as schema, table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`;
    let dump = "";
    for (const { schema, name } of tables) dump += JSON.stringify(await stage.world.sql`select to_jsonb(t) as row from ${stage.world.sql(schema)}.${stage.world.sql(name)} t`);
    expect(dump.length).toBeGreaterThan(1_000);
    for (const secret of [token, question, code]) expect(dump).not.toContain(secret);
  });

  it.each([
    ["one's own", {}, 29 * DAY, 31 * DAY],
    ["a shared one", { partage: "oui" }, 29 * MINUTE, 31 * MINUTE],
  ] as const)("on %s ends when nobody uses it", async (_computer, fields, within, beyond) => {
    const { email } = await stage.someone();
    const where = await stage.signedIn(email, { fields });
    later(within);
    expect(await hasSession(where)).toBe(true);
    later(beyond);
    expect(await hasSession(where)).toBe(false);
  });

  it.each([
    ["one's own", {}, 90 * DAY],
    ["a shared one", { partage: "oui" }, 12 * HOUR],
  ] as const)("on %s ends in the end, used as it may be", async (_computer, fields, most) => {
    const { email, id } = await stage.someone();
    const where = await stage.signedIn(email, { fields });
    const begunAgo = (milliseconds: number) => stage.world.sql`update sessions set created_at = ${new Date(Date.now() - milliseconds)}, last_seen_at = now() where member_id = ${id}`;
    await begunAgo(most - MINUTE);
    expect(await hasSession(where)).toBe(true);
    await begunAgo(most + MINUTE);
    expect(await hasSession(where)).toBe(false);
    expect(await stage.world.sql`select 1 from sessions where member_id = ${id}`).toHaveLength(0);
  });

  it("is not kept alive by polls", async () => {
    const { email, id } = await stage.someone();
    const where = await stage.signedIn(email, { fields: { partage: "oui" } });
    const seen = async () => (await stage.world.sql`select last_seen_at from sessions where member_id = ${id}`)[0]?.last_seen_at as Date;
    const before = await seen();
    later(20 * MINUTE);
    expect(await hasSession(where)).toBe(true);
    expect(await seen()).toEqual(before);
    await where.get("/reglages/appareils");
    expect((await seen()).getTime()).toBeGreaterThan(before.getTime());
  });

  it("on a shared computer is forgotten by the browser when it closes", async () => {
    const { email } = await stage.someone();
    const where = stage.browser();
    const code = await stage.codeFor(where, email, { partage: "oui" });
    const { setCookies } = await where.post("/connexion/code", { code });
    const line = setCookies.find((cookie) => cookie.startsWith("__Host-session=") && !cookie.startsWith("__Host-session=;"));
    expect(line).not.toMatch(/Max-Age|Expires/i);
  });

  it("ends with the button, clears the browser, and the button is harmless afterwards", async () => {
    const { email } = await stage.someone();
    const where = await stage.signedIn(email);
    const old = new Map(where.cookies);
    const answer = await where.post("/deconnexion");
    expect([answer.status, answer.location, answer.headers.get("Clear-Site-Data")]).toEqual([303, "/connexion", '"cache", "storage"']);
    const replay = stage.browser();
    old.forEach((value, name) => replay.cookies.set(name, value));
    expect(await hasSession(replay)).toBe(false);
    const again = await replay.post("/deconnexion");
    expect([again.status, again.location]).toEqual([303, "/connexion"]);
  });

  it("lets Chromium out at once, without the order that stops it", async () => {
    const { email } = await stage.someone();
    const where = await stage.signedIn(email);
    where.userAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";
    expect((await where.post("/deconnexion")).headers.get("Clear-Site-Data")).toBe('"storage"');
  });

  it("past one of its limits leaves the database at night, with the keys and drafts of long ago", async () => {
    const [old, recent] = [await stage.someone(), await stage.someone()];
    await stage.signedIn(old.email, { fields: { partage: "oui" } });
    const here = await stage.signedIn(recent.email);
    const { sql } = stage.world;
    await sql`update sessions set last_seen_at = now() - interval '31 minutes' where member_id = ${old.id}`;
    await sql`insert into idempotency_keys (member_id, key, fingerprint, created_at) values (${old.id}, 'a', 'f', now() - interval '31 days'), (${old.id}, 'b', 'f', now() - interval '29 days')`;
    await sql`insert into drafts (member_id, body, saved_at) values (${old.id}, 'ancien', now() - interval '91 days'), (${recent.id}, 'récent', now() - interval '89 days')`;
    await cleanUp();
    expect(await sql`select 1 from sessions where member_id = ${old.id}`).toHaveLength(0);
    expect(await hasSession(here)).toBe(true);
    expect((await sql`select key from idempotency_keys where member_id = ${old.id}`).map(({ key }) => key as string)).toEqual(["b"]);
    expect((await sql`select body from drafts`).map(({ body }) => body as string)).toEqual(["récent"]);
  });

  it("replaces the one that was open in the same browser", async () => {
    const [first, second] = [await stage.someone(), await stage.someone()];
    const where = await stage.signedIn(first.email);
    const token = where.cookies.get("__Host-session") ?? "";
    where.cookies.delete("__Host-session");
    const code = await stage.codeFor(where, second.email);
    where.cookies.set("__Host-session", token);
    const answer = await where.post("/connexion/code", { code });
    expect(answer.headers.get("Clear-Site-Data")).toBe('"cache", "storage"');
    expect(await stage.world.sql`select 1 from sessions where member_id = ${first.id}`).toHaveLength(0);
    expect(await stage.world.sql`select 1 from sessions where member_id = ${second.id}`).toHaveLength(1);
  });
});

describe("the demo's door", () => {
  it("does not exist outside the demo", async () => {
    expect((await stage.browser().post("/demonstration", { personne: "nadege" })).status).toBe(404);
  });

  it("lets in those who have a button, and nobody else", async () => {
    const id = await addPerson(stage.world.sql, { email: "nadege.saint-fleur@cerfsvolants.exemple.test" });
    await addPerson(stage.world.sql, { email: "maude.beaulac@cerfsvolants.exemple.test" });
    const demo = { ...stage.world.settings, demo: true };
    const where = stage.browser(demo);
    expect((await where.get("/connexion")).data).toMatchObject({ personas: expect.arrayContaining([{ key: "nadege", name: "Nadège Saint-Fleur", label: "Intervenante en CPE" }]) as unknown });
    expect((await where.post("/demonstration", { personne: "nadege" })).location).toBe("/");
    expect(await stage.world.sql`select 1 from sessions where member_id = ${id}`).toHaveLength(1);
    for (const personne of ["maude", "personne", ""]) expect((await stage.browser(demo).post("/demonstration", { personne })).status).toBe(404);
  });
});
