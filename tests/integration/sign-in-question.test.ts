import { beforeAll, describe, expect, it } from "vitest";
import { HOUR, MINUTE, setClock } from "~/kit/clock.server";
import { setShortestAnswer } from "~/features/sign-in/doors.server";
import { problemOf } from "./sign-in-browser";
import { later, useStage } from "./sign-in-stage";
import { addPerson } from "./sign-in-world";

const KNOWN = "marguerite@pommier.exemple.test";
const stage = useStage();
beforeAll(() => addPerson(stage.world.sql, { email: KNOWN }));

describe("asking for a code", () => {
  it("answers a known and an unknown address with the same status, headers and page", async () => {
    const [known, unknown] = [stage.browser(), stage.browser()];
    const [first, second] = [await known.post("/connexion", { courriel: KNOWN }), await unknown.post("/connexion", { courriel: "absente@pommier.exemple.test" })];
    const shape = (line: string) => line.replace(/=[\w-]+;/, "=…;");
    expect([first.status, first.location]).toEqual([303, "/connexion/code"]);
    expect([second.status, second.location, [...second.headers]]).toEqual([first.status, first.location, [...first.headers]]);
    expect(second.setCookies.map(shape)).toEqual(first.setCookies.map(shape));
    const pages = [(await known.get("/connexion/code")).data, (await unknown.get("/connexion/code")).data];
    expect(JSON.stringify(pages[1]).replace("absente", "marguerite")).toBe(JSON.stringify(pages[0]));
    await stage.world.deliver();
    expect(stage.world.relay.mails.map((mail) => [mail.to].flat()[0]?.text)).toEqual([`"Marguerite Laforge" <${KNOWN}>`]);
  });

  it("takes as long for an unknown address as for a known one", async () => {
    setShortestAnswer(250);
    const times = { known: [] as number[], unknown: [] as number[] };
    const timed = async (kind: keyof typeof times, courriel: string) => {
      const begun = performance.now();
      await stage.browser().post("/connexion", { courriel });
      times[kind].push(performance.now() - begun);
    };
    for (let time = 0; time < 15; time += 1) {
      const { email } = await stage.someone();
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
    const { email } = await stage.someone(state);
    const answer = await stage.browser().post("/connexion", { courriel: email });
    await stage.world.deliver();
    expect([answer.status, answer.location, stage.world.relay.mails.length]).toEqual([303, "/connexion/code", 0]);
  });

  it("sends a code to someone paused, to a guest, and to someone with an open invitation", async () => {
    const paused = await addPerson(stage.world.sql, { email: "pause@pommier.exemple.test", state: "paused" });
    await addPerson(stage.world.sql, { email: "invitee@ailleurs.exemple.test", guestUntil: "2099-01-01" });
    const invited = await addPerson(stage.world.sql, { email: "nouvelle@pommier.exemple.test", state: "invited", name: "" });
    await stage.world.sql`insert into invitations (member_id, invited_by, expires_at) values (${invited}, ${paused}, now() + interval '14 days')`;
    for (const courriel of ["pause@pommier.exemple.test", "invitee@ailleurs.exemple.test", "nouvelle@pommier.exemple.test"]) await stage.browser().post("/connexion", { courriel });
    await stage.world.deliver();
    expect(stage.world.relay.mails).toHaveLength(3);
  });

  it("refuses what is no address, at the field, with what was typed", async () => {
    const answer = await stage.browser().post("/connexion", { courriel: "pas une adresse", partage: "oui" });
    expect(answer.status).toBe(422);
    expect(problemOf(answer).values).toEqual({ courriel: "pas une adresse", partage: "oui" });
  });

  it("refuses an unknown field and an address that would break a header", async () => {
    expect((await stage.browser().post("/connexion", { courriel: KNOWN, role: "administrator" })).status).toBe(400);
    expect((await stage.browser().post("/connexion", { courriel: "a@exemple.test\r\nBcc: b@exemple.test" })).status).toBe(422);
  });

  it("sends at most five codes an hour and twenty a day to one person, with the same answer", async () => {
    const { email } = await stage.someone();
    for (let hour = 0; hour < 5; hour += 1) {
      later(hour * (HOUR + MINUTE));
      const answers = await Promise.all(Array.from({ length: 7 }, () => stage.browser().post("/connexion", { courriel: email })));
      expect(answers.every(({ status }) => status === 303)).toBe(true);
    }
    const [sent] = await stage.world.sql`select count(*)::int as mails from outbox_mails o join members m on m.id = o.member_id where m.email = ${email}`;
    expect(sent?.mails).toBe(20);
  });

  it("counts questions asked at the same moment", async () => {
    const { email, id } = await stage.someone();
    await Promise.all(Array.from({ length: 12 }, () => stage.browser().post("/connexion", { courriel: email })));
    const [sent] = await stage.world.sql`select count(*)::int as mails from outbox_mails where member_id = ${id}`;
    expect(sent?.mails).toBe(5);
  });

  it("lets a whole centre in by one address, then says when to try again", async () => {
    const noon = new Date();
    setClock(() => noon);
    const answers = await Promise.all(Array.from({ length: 300 }, (_, index) => stage.browser().post("/connexion", { courriel: `absente${index}@pommier.exemple.test` })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    const refused = await stage.browser().post("/connexion", { courriel: KNOWN });
    expect([refused.status, Number(refused.headers.get("Retry-After"))]).toEqual([429, 3600]);
    const elsewhere = stage.browser();
    elsewhere.network = "198.51.100.4";
    expect((await elsewhere.post("/connexion", { courriel: "absente@pommier.exemple.test" })).status).toBe(303);
  });

  it("keeps where one was going, and never leads out of the site", async () => {
    const cases = [["/discussions/12?page=2", "/discussions/12?page=2"], ["//mal.exemple", "/"], ["/\\mal.exemple", "/"], ["/\t/mal.exemple", "/"], ["https:mal.exemple", "/"], ["javascript:alert(1)", "/"]] as const;
    for (const [retour, expected] of cases) {
      const { email } = await stage.someone();
      const where = stage.browser();
      const code = await stage.codeFor(where, email, { retour });
      expect((await where.post("/connexion/code", { code })).location).toBe(expected);
    }
  });
});
