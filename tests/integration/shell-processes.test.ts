import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbedded, type EmbeddedDatabase } from "#db/embedded.server";
import { pause, startApp, until, type AppProcess } from "../support/app-process";
import { settle, type Settled } from "../support/settle";

const JOURNAL = resolve(import.meta.dirname, "../../migrations/meta/_journal.json");
const POSTS_PER_SECOND = 25;
const SOCKETS = 20;

let folder: string;
let database: EmbeddedDatabase;

/** A database of its own on the file's server. */
async function emptyDatabase(name: string): Promise<string> {
  const sql = postgres(database.ownerUrl, { max: 1 });
  await sql`create database ${sql(name)}`;
  await sql.end();
  const url = new URL(database.ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "le-fil-processes-"));
  database = await startEmbedded({ directory: join(folder, "postgres"), log: () => {} });
}, 60_000);

afterAll(async () => {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("five processes that start together on an empty database", () => {
  it("are all ready, migrate once, and share one secret", async () => {
    const url = await emptyDatabase("cinq");
    const dataDir = join(folder, "cinq");
    const environment = { DATABASE_URL: url, SESSION_SECRET: "", LOG_LEVEL: "info" };
    const apps = await Promise.all(Array.from({ length: 5 }, () => startApp({ dataDir, environment })));
    try {
      await Promise.all(apps.map((app) => app.ready(40_000)));
      const sql = postgres(url, { max: 1 });
      const applied = await sql`select hash from drizzle.__drizzle_migrations`;
      const { entries } = JSON.parse(readFileSync(JOURNAL, "utf8")) as { entries: unknown[] };
      expect(applied).toHaveLength(entries.length);
      expect(apps.filter((app) => app.output().includes("migrations applied"))).toHaveLength(1);
      // What one of them seals, the others recognise: they read the same file, and none of them a half of it.
      const { people } = await settle(url, 1);
      const [organisation] = await sql`select id from organisations`;
      await sql.end();
      const page = await fetch(`${apps[0]?.origin}/reglages/profil`, { headers: { cookie: people[0]?.cookie ?? "" } }).then((answer) => answer.text());
      const key = /name="cle" value="([^"]+)"/.exec(page)?.[1] ?? "";
      for (const app of apps) {
        const body = new URLSearchParams({ name: "Odile Marchand", title: "Directrice", organisations: String(organisation?.id), cle: key });
        const answer = await fetch(`${app.origin}/reglages/profil`, { method: "POST", redirect: "manual", headers: { cookie: people[0]?.cookie ?? "", origin: app.origin }, body });
        expect(answer.status).toBe(303);
      }
    } finally {
      await Promise.all(apps.map((app) => app.stop()));
    }
    expect(await Promise.all(apps.map((app) => app.exited))).toEqual([0, 0, 0, 0, 0]);
  }, 90_000);
});

describe("a process told to leave while fifty requests a second come in and twenty sockets listen", () => {
  let leaving: AppProcess;
  let staying: AppProcess;
  let settled: Settled;
  let url: string;
  const sockets: Socket[] = [];
  const told = new Set<number>();
  const broken: string[] = [];
  const posted: string[] = [];
  let saidSo = false;
  let over = false;

  beforeAll(async () => {
    url = await emptyDatabase("releve");
    const options = { dataDir: join(folder, "releve"), environment: { DATABASE_URL: url } };
    [leaving, staying] = await Promise.all([startApp(options), startApp(options)]);
    await Promise.all([leaving.ready(), staying.ready()]);
    settled = await settle(url, SOCKETS);
    for (let n = 0; n < SOCKETS; n += 1) {
      const socket = io(leaving.origin, { extraHeaders: { cookie: settled.people[n]?.cookie ?? "", origin: leaving.origin }, reconnection: false, transports: n % 2 ? ["polling", "websocket"] : ["polling"] });
      socket.on("bye", () => told.add(n));
      sockets.push(socket);
    }
    await until("the sockets to be open", () => sockets.every((socket) => socket.connected));
  }, 90_000);

  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await Promise.all([leaving.stop(), staying.stop()]);
  });

  /** As whoever stands in front does: to the one that leaves until it says so, then to the other, with the same key. */
  async function send(path: string, person: Settled["people"][number], form?: { texte: string; cle: string }): Promise<number> {
    for (const app of saidSo ? [staying] : [leaving, staying]) {
      try {
        const init = form ? { method: "POST", body: new URLSearchParams(form) } : {};
        const answer = await fetch(app.origin + path, { redirect: "manual", headers: { cookie: person.cookie, origin: app.origin }, ...init });
        await answer.text();
        if (answer.status !== 503) return answer.status;
      } catch (error) {
        const { code } = (error as { cause?: { code?: string } }).cause ?? {};
        // Refused before anything was sent is a fair answer; cut in the middle is not.
        if (code !== "ECONNREFUSED") broken.push(`${path} ${code}`);
      }
    }
    return 0;
  }

  async function load(): Promise<void> {
    const under: Promise<void>[] = [];
    for (let n = 0; !over; n += 1) {
      const person = settled.people[n % SOCKETS] ?? settled.people[0];
      if (!person) throw new Error("nobody");
      const texte = `Message numéro ${n} fin`;
      posted.push(texte);
      under.push(
        send(`/discussions/${settled.threadId}`, person, { texte, cle: person.formKey() }).then((status) => void (status === 303 || broken.push(`post ${n}: ${status}`))),
        send("/discussions", person).then((status) => void (status === 200 || broken.push(`page ${n}: ${status}`))),
      );
      await pause(1_000 / POSTS_PER_SECOND);
    }
    await Promise.all(under);
  }

  it("says first that it is not ready, answers all it took, tells the sockets, exits 0 in time, and the other loses no post", async () => {
    const loading = load();
    await pause(2_000);
    const readiness: number[] = [];
    const begun = performance.now();
    leaving.child.kill("SIGTERM");
    while (readiness.at(-1) !== 0) {
      readiness.push(await leaving.status("/sante/pret"));
      saidSo = readiness.at(-1) !== 200;
      await pause(40);
    }
    expect(readiness.filter((status) => status === 503).length).toBeGreaterThan(0);
    expect(await leaving.exited).toBe(0);
    expect(performance.now() - begun).toBeLessThan(25_000);
    await pause(1_000);
    over = true;
    await loading;
    expect(broken).toEqual([]);
    expect(told.size).toBe(SOCKETS);
    expect(sockets.some((socket) => socket.connected)).toBe(false);
    const sql = postgres(url, { max: 1 });
    const kept = await sql<{ body: string; copies: number }[]>`select body, count(*)::int as copies from messages where body like 'Message numéro%' group by body`;
    await sql.end();
    expect(posted.length).toBeGreaterThan(3 * POSTS_PER_SECOND);
    expect(new Set(kept.map(({ body }) => body))).toEqual(new Set(posted));
    expect(kept.filter(({ copies }) => copies !== 1)).toEqual([]);
    expect(leaving.output()).not.toMatch(/"level":50|fault/);
  }, 60_000);
});
