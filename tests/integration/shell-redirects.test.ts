import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "../support/app-process";
import { HOSTILE_PATHS } from "../support/hostile-paths";
import { ask, type Answer } from "../support/raw-http";
import { openStage, type Stage } from "../support/stage";

/** One person per way out, since each account may ask for few codes in an hour; and one for the way in. */
const WANTED = [...HOSTILE_PATHS, "/discussions?avant=1#message-2"];

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(WANTED.length);
}, 90_000);

afterAll(() => stage.close());

const post = (path: string, fields: Record<string, string>, cookie = ""): Promise<Answer> =>
  ask(stage.app.port, { method: "POST", path, headers: { origin: stage.app.origin, cookie, "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams(fields).toString() });

/** Asks for a code from a form that carries where to go afterwards. Returns the cookie of the browser that asked. */
async function question(person: number, wanted: string): Promise<string> {
  const asked = await post("/connexion", { courriel: `personne${person}@exemple.test`, retour: wanted });
  expect(asked).toMatchObject({ status: 303, headers: { location: "/connexion/code" } });
  return (asked.headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0]).join("; ");
}

/** The codes of the mails that were left as files, by the number of their person. */
async function codes(): Promise<Map<number, string>> {
  const folder = join(stage.app.dataDir, "courriels");
  await until("all mails", async () => (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml")).length === WANTED.length, 30_000);
  const mails = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
  return new Map(mails.map((mail) => [Number(/^To: .*personne(\d+)@/m.exec(mail)?.[1]), /^\s*([0-9A-Z]{6})\s*$/m.exec(mail)?.[1] ?? ""]));
}

async function sixAtATime<Result>(work: (person: number, wanted: string) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let first = 0; first < WANTED.length; first += 6) {
    results.push(...(await Promise.all(WANTED.slice(first, first + 6).map((wanted, place) => work(first + place, wanted)))));
  }
  return results;
}

/** Whether a browser on our origin, reading an address as browsers do, stays there. */
const stays = (address: string): boolean => new URL(address.replaceAll("&amp;", "&"), stage.app.origin).origin === stage.app.origin && address.startsWith("/");

describe("where one goes after signing in", () => {
  it("is the page one came for, and never another site, whichever of 40 ways out the form was given", async () => {
    expect(HOSTILE_PATHS.length).toBeGreaterThanOrEqual(40);
    const browsers = await sixAtATime(question);
    const codeOf = await codes();
    const led = await sixAtATime(async (person, wanted) => {
      const entered = await post("/connexion/code", { code: codeOf.get(person) ?? "" }, browsers[person]);
      expect(entered.status).toBe(303);
      expect(entered.headers["set-cookie"]?.join()).toMatch(/__Host-session=[\w-]{43};/);
      return { wanted, location: entered.headers.location ?? "" };
    });
    expect(led.pop()?.location).toBe("/discussions?avant=1#message-2");
    expect(led.filter(({ location }) => !stays(location))).toEqual([]);
    // What the redirect leads to is ours as well: no second hop leaves.
    const cookie = stage.settled.people[0]?.cookie ?? "";
    for (const { location } of led) {
      const next = await ask(stage.app.port, { path: location.split("#", 1)[0] ?? "", headers: { cookie } });
      expect(next.status).toBeLessThan(500);
      if (next.headers.location) expect(stays(next.headers.location)).toBe(true);
    }
  }, 60_000);

  it("is written into the sign-in page only once it is safe, for those already signed in too", async () => {
    for (const wanted of HOSTILE_PATHS) {
      const path = `/connexion?retour=${encodeURIComponent(wanted)}`;
      const out = await ask(stage.app.port, { path });
      const field = /name="retour" value="([^"]*)"/.exec(out.text)?.[1] ?? "";
      expect(stays(field), wanted).toBe(true);
      const inside = await ask(stage.app.port, { path, headers: { cookie: stage.settled.people[0]?.cookie ?? "" } });
      const links = [...inside.text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, link = ""]) => link).filter((link) => !link.startsWith("#"));
      expect(links.filter((link) => !stays(link)), wanted).toEqual([]);
    }
  }, 60_000);
});

describe("a page that asks to sign in", () => {
  it("keeps the way back on our site, whatever the address asked for looks like", async () => {
    for (const path of ["//evil.example/", "//evil.example/%2e%2e", "/\\evil.example", "http://evil.example/discussions", "/discussions?a=//evil.example", "/.//evil.example"]) {
      const answer = await ask(stage.app.port, { path });
      expect(answer.status, path).toBeLessThan(500);
      if (!answer.headers.location) continue;
      expect(stays(answer.headers.location), path).toBe(true);
      const page = await ask(stage.app.port, { path: answer.headers.location });
      expect(stays(/name="retour" value="([^"]*)"/.exec(page.text)?.[1] ?? ""), path).toBe(true);
    }
  });
});
