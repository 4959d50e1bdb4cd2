import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PEOPLE } from "#db/demo/cast";
import { ask, isFrenchPage, type Answer } from "../support/raw-http";
import { openStage, type Stage } from "../support/stage";

const PERSONAS = ["nadege", "chantal", "audrey", "bernard", "helene", "mireille", "roxanne"];

let stage: Stage;
let routes: { id: string; path: string; reads: boolean; writes: boolean }[];
const cookies = new Map<string, string>();

/** The address of a route of the build, with rows of the demo for its :names. */
async function addresses(build: ServerBuild): Promise<typeof routes> {
  const [ids] = await stage.sql`select
    (select id from invitations where accepted_at is null and revoked_at is null limit 1) as invitation,
    (select id from members where email = ${PEOPLE.find(({ key }) => key === "nadege")?.email ?? ""}) as member,
    (select id from organisations limit 1) as organisation,
    (select thread_id from messages order by id limit 1) as thread,
    (select id from messages order by id limit 1) as message,
    (select public_id from sessions limit 1) as device`;
  const rowFor = (id: string, name: string): string => {
    if (name === "token") return "x".repeat(43);
    if (name === "publicId") return String(ids?.device);
    if (name === "message") return String(ids?.message);
    if (id.includes("brouillons")) return "1";
    return String(ids?.[/invitations|membres|organisations|discussions/.exec(id)?.[0].replace("membres", "member").replace("discussions", "thread").replace(/s$/, "") ?? ""]);
  };
  return Object.values(build.routes).flatMap((route) => {
    if (!route || route.id === "root") return [];
    const module = route.module as { loader?: unknown; action?: unknown };
    const path = route.id === "routes/$" ? "/rien-de-tel" : `/${route.path ?? ""}`.replace(/:(\w+)/g, (_, name: string) => rowFor(route.id, name));
    return [{ id: route.id, path, reads: module.loader !== undefined, writes: module.action !== undefined }];
  });
}

/** Everything the community's tables hold, by the transactions that wrote each row; being seen is no change. */
async function everything(): Promise<Record<string, string>> {
  const tables = await stage.sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const row = name === "sessions" ? stage.sql`(to_jsonb(t) - 'last_seen_at')::text` : stage.sql`t.xmin::text || t.ctid::text`;
    const [sum] = await stage.sql`select count(*)::text || ' ' || coalesce(md5(string_agg(${row}, ',' order by ${row})), '') as state from ${stage.sql(name)} t`;
    found[name] = String(sum?.state);
  }
  return found;
}

beforeAll(async () => {
  stage = await openStage(0, { environment: { LEFIL_DEMO: "1" } });
  for (const person of PERSONAS) {
    const answer = await post("/demonstration", { origin: stage.app.origin }, `personne=${person}`);
    cookies.set(person, answer.headers["set-cookie"]?.map((line) => /^__Host-session=[^;]+/.exec(line)?.[0]).find(Boolean) ?? "");
  }
  const { build } = (await import("../../build/server/server.js" as string)) as { build: ServerBuild };
  routes = await addresses(build);
}, 120_000);

afterAll(() => stage.close());

const post = (path: string, headers: Record<string, string>, body = ""): Promise<Answer> =>
  ask(stage.app.port, { method: "POST", path, headers: { "content-type": "application/x-www-form-urlencoded", ...headers }, body });

describe("the origin of a write", () => {
  it("is asked of every action there is: from anywhere else it gets a French 403, and nothing changes", async () => {
    const { origin } = stage.app;
    const elsewhere = "https://ailleurs.exemple.test";
    const foreign: Record<string, string>[] = [
      { origin: elsewhere },
      { origin: "null" },
      { origin: origin.replace("localhost", "127.0.0.1") },
      { origin: origin.replace("http:", "https:") },
      { origin: origin.replace("localhost", "fil.localhost") },
      { origin: `${origin}.exemple.test` },
      { origin: origin.replace(/\d+$/, "1") },
      {},
      { referer: `${elsewhere}/?de=${origin}/` },
      { referer: `${origin}.exemple.test/` },
      { origin, "sec-fetch-site": "cross-site" },
      { origin, "sec-fetch-site": "same-site" },
      { referer: `${origin}/`, "sec-fetch-site": "none" },
      { origin: elsewhere, "x-forwarded-host": "ailleurs.exemple.test", "x-forwarded-proto": "https", forwarded: "host=ailleurs.exemple.test" },
      { origin: elsewhere, host: "ailleurs.exemple.test" },
      { origin: elsewhere, "sec-fetch-site": "same-origin" },
      { origin: "", referer: `${origin}/` },
    ];
    const before = await everything();
    const wrong: string[] = [];
    const actions = routes.filter(({ writes }) => writes);
    expect(actions.length).toBeGreaterThan(20);
    for (const { path } of actions) {
      for (const headers of foreign) {
        // The administrator's own session comes with it, as a browser would send it.
        const answer = await post(path, { cookie: cookies.get("bernard") ?? "", ...headers });
        if (answer.status !== 403 || !isFrenchPage(answer.text) || answer.ms > 2_000) wrong.push(`${path} ${JSON.stringify(headers)}: ${answer.status}`);
      }
      const asData = await post(`${path === "/" ? "/_root" : path}.data`, { cookie: cookies.get("bernard") ?? "", origin: elsewhere });
      if (asData.status !== 403) wrong.push(`${path}.data: ${asData.status}`);
    }
    expect(wrong).toEqual([]);
    expect(await everything()).toEqual(before);
  }, 60_000);

  it("is ours by Origin, by Sec-Fetch-Site, or by Referer alone, whatever Host and the forwarded headers say", async () => {
    const { origin } = stage.app;
    const ours: Record<string, string>[] = [
      { origin },
      { "sec-fetch-site": "same-origin" },
      { referer: `${origin}/connexion?retour=%2Fdiscussions` },
      { referer: origin },
      { origin, "sec-fetch-site": "same-origin", "x-forwarded-host": "ailleurs.exemple.test", host: "ailleurs.exemple.test" },
    ];
    const before = await everything();
    for (const headers of ours) {
      const answer = await post("/demonstration", headers, "personne=nadege");
      expect({ headers, status: answer.status, location: answer.headers.location }).toEqual({ headers, status: 303, location: "/" });
    }
    // Signing in is seen in the tables, so the comparisons of this file can tell.
    expect(await everything()).not.toEqual(before);
  });
});

describe("a GET", () => {
  it("changes nothing anywhere, for anybody, as a page, as its data, or as a HEAD", async () => {
    const before = await everything();
    const faulty: string[] = [];
    const readable = routes.filter(({ reads }) => reads);
    expect(readable.length).toBeGreaterThan(35);
    for (const cookie of ["", ...cookies.values()]) {
      const headers = { cookie, "user-agent": "Lecteur de liens" };
      await Promise.all(
        readable.map(async ({ path }) => {
          const dataPath = `${path === "/" ? "/_root" : path}.data`;
          const [page, head, asData] = await Promise.all([ask(stage.app.port, { path, headers }), ask(stage.app.port, { method: "HEAD", path, headers }), ask(stage.app.port, { path: dataPath, headers })]);
          if (page.status >= 500 || head.status !== page.status || head.text !== "" || asData.status >= 500) faulty.push(`${path}: ${page.status} ${head.status} ${asData.status}`);
        }),
      );
    }
    expect(faulty).toEqual([]);
    expect(await everything()).toEqual(before);
  }, 90_000);
});
