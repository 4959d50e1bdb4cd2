import { describe, expect, it } from "vitest";
import { MINUTE } from "~/kit/clock.server";
import { newCode } from "~/features/sign-in/mutations.server";
import { problemOf } from "./sign-in-browser";
import { hasSession, later, useStage } from "./sign-in-stage";
import { codeIn } from "./sign-in-world";

const stage = useStage();

describe("a code", () => {
  it("is drawn from 32 signs, six at a time, without repeating over a thousand", () => {
    const codes = Array.from({ length: 1_000 }, newCode);
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(1_000);
    expect(new Set(codes.join("")).size).toBe(32);
  });

  it("opens a session in the browser that asked, typed in any way", async () => {
    const { email } = await stage.someone();
    const where = stage.browser();
    const code = await stage.codeFor(where, email);
    const answer = await where.post("/connexion/code", { code: ` ${code.toLowerCase().replaceAll("0", "o").replaceAll("1", "l").slice(0, 3)}-${code.slice(3)} ` });
    expect([answer.status, answer.location]).toEqual([303, "/"]);
    expect(await hasSession(where)).toBe(true);
  });

  it("is refused once used, with the same words as a wrong one", async () => {
    const { email } = await stage.someone();
    const where = stage.browser();
    const code = await stage.codeFor(where, email);
    const asked = new Map(where.cookies);
    await where.post("/connexion/code", { code });
    const again = stage.browser();
    asked.forEach((value, name) => again.cookies.set(name, value));
    const answer = await again.post("/connexion/code", { code });
    expect([answer.status, problemOf(answer).code, await hasSession(again)]).toEqual([422, "code.wrong", false]);
  });

  it("signs in once when it is posted twenty times at once", async () => {
    const { email, id } = await stage.someone();
    const where = stage.browser();
    const code = await stage.codeFor(where, email);
    const answers = await Promise.all(Array.from({ length: 20 }, () => where.post("/connexion/code", { code })));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await stage.world.sql`select 1 from sessions where member_id = ${id}`).toHaveLength(1);
  });

  it("is refused after five misses, right as it may be", async () => {
    const { email } = await stage.someone();
    const where = stage.browser();
    const code = await stage.codeFor(where, email);
    const wrong = code === "ZZZZZZ" ? "YYYYYY" : "ZZZZZZ";
    for (let miss = 0; miss < 5; miss += 1) expect(problemOf(await where.post("/connexion/code", { code: wrong })).code).toBe("code.wrong");
    const answer = await where.post("/connexion/code", { code });
    expect([answer.status, problemOf(answer).code, await hasSession(where)]).toEqual([422, "code.wrong", false]);
  });

  it("gives no more than five tries to parallel ones", async () => {
    const { email } = await stage.someone();
    const where = stage.browser();
    await stage.codeFor(where, email);
    await Promise.all(Array.from({ length: 30 }, () => where.post("/connexion/code", { code: "ZZZZZZ" })));
    const [tried] = await stage.world.sql`select max(attempts)::int as most from sign_in_challenges c join members m on m.id = c.member_id where m.email = ${email}`;
    expect(tried?.most).toBe(5);
  });

  it("spends no try on what cannot be a code", async () => {
    const { email } = await stage.someone();
    const where = stage.browser();
    const code = await stage.codeFor(where, email);
    for (let slip = 0; slip < 8; slip += 1) await where.post("/connexion/code", { code: code.slice(0, 5) });
    expect((await where.post("/connexion/code", { code })).status).toBe(303);
  });

  it("lives fifteen minutes from the moment its mail was handed over", async () => {
    const { email } = await stage.someone();
    const [inTime, tooLate] = [stage.browser(), stage.browser()];
    const [first, second] = [await stage.codeFor(inTime, email), await stage.codeFor(tooLate, email)];
    later(14 * MINUTE);
    expect((await inTime.post("/connexion/code", { code: first })).status).toBe(303);
    later(16 * MINUTE);
    expect(problemOf(await tooLate.post("/connexion/code", { code: second })).code).toBe("code.wrong");
  });

  it("counts those minutes from the hand-over, not from the question", async () => {
    const { email } = await stage.someone();
    const where = stage.browser();
    await where.post("/connexion", { courriel: email });
    later(12 * MINUTE);
    await stage.world.deliver();
    later(25 * MINUTE);
    expect((await where.post("/connexion/code", { code: codeIn(stage.world.relay.mails.at(-1)) })).status).toBe(303);
  });

  it("of one person opens nothing in the browser of another, nor in one that asked nothing", async () => {
    const [a, b] = [await stage.someone(), await stage.someone()];
    const [hers, theirs, stranger] = [stage.browser(), stage.browser(), stage.browser()];
    const code = await stage.codeFor(hers, a.email);
    await stage.codeFor(theirs, b.email);
    for (const where of [theirs, stranger]) {
      const answer = await where.post("/connexion/code", { code });
      expect([answer.status, problemOf(answer).code, await hasSession(where)]).toEqual([422, "code.wrong", false]);
    }
    expect((await hers.post("/connexion/code", { code })).status).toBe(303);
  });

  it("is worth nothing once another was sent to the same browser", async () => {
    const { email } = await stage.someone();
    const where = stage.browser();
    const first = await stage.codeFor(where, email);
    const second = await stage.codeFor(where, email);
    expect(problemOf(await where.post("/connexion/code", { code: first })).code).toBe("code.wrong");
    expect((await where.post("/connexion/code", { code: second })).status).toBe(303);
  });

  it("opens nothing to someone removed since it was sent", async () => {
    const { email, id } = await stage.someone();
    const where = stage.browser();
    const code = await stage.codeFor(where, email);
    await stage.world.sql`update members set state = 'removed' where id = ${id}`;
    expect(problemOf(await where.post("/connexion/code", { code })).code).toBe("code.wrong");
  });

  it("survives every link of its mail being opened by a program", async () => {
    const { email } = await stage.someone();
    const where = stage.browser();
    const code = await stage.codeFor(where, email);
    const links = [...(stage.world.relay.mails.at(-1)?.text ?? "").matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link));
    expect(links.map(({ pathname }) => pathname)).toEqual(["/connexion/code"]);
    const scanner = stage.browser();
    for (let time = 0; time < 3; time += 1) for (const { pathname } of links) expect((await scanner.get(pathname)).data).toBeNull();
    expect(scanner.cookies.size).toBe(0);
    expect((await where.post("/connexion/code", { code })).status).toBe(303);
  });
});
