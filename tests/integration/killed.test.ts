import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEmbedded, type EmbeddedDatabase } from "#db/embedded.server";
import { freePort, pause, startApp, type AppProcess } from "../support/app-process";
import { settle, type Settled } from "../support/settle";

const ROUNDS = 10;
const WRITERS = 8;

let dataDir: string;
let port: number;
let app: AppProcess;
/** The application's own embedded PostgreSQL, adopted from outside to look into it. */
let inside: EmbeddedDatabase;
let settled: Settled;

type Try = { mark: string; key: string; writer: number; acknowledged: boolean };
const tries: Try[] = [];

/** Posts one reply; an answer other than 303, or none, leaves it unacknowledged. */
async function post(attempt: Try): Promise<void> {
  const person = settled.people[attempt.writer];
  const answer = await fetch(`${app.origin}/discussions/${settled.threadId}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: person?.cookie ?? "", origin: app.origin },
    body: new URLSearchParams({ texte: `Message ${attempt.mark}`, cle: attempt.key }),
    signal: AbortSignal.timeout(8_000),
  }).catch(() => null);
  if (answer?.status === 303) attempt.acknowledged = true;
}

async function write(writer: number, round: number, isOver: () => boolean): Promise<void> {
  for (let n = 0; !isOver(); n += 1) {
    const attempt = { mark: `r${round}-w${writer}-n${n}-fin`, key: settled.people[writer]?.formKey() ?? "", writer, acknowledged: false };
    tries.push(attempt);
    await post(attempt);
    await pause(120);
  }
}

const postmaster = (): number => Number(readFileSync(join(dataDir, "postgres", "cluster", "data", "postmaster.pid"), "utf8").split("\n", 1)[0]);

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "le-fil-killed-"));
  port = await freePort();
  app = await startApp({ port, dataDir });
  await app.ready();
  inside = await startEmbedded({ directory: join(dataDir, "postgres"), log: () => {} });
  settled = await settle(inside.ownerUrl, WRITERS);
}, 60_000);

afterAll(async () => {
  await app.stop();
  await inside.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it("keeps every acknowledged message once when the application or PostgreSQL is killed among eight writers, ten times", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    let over = false;
    const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer, round, () => over));
    await pause(300 + ((round * 137) % 400));
    if (round % 2 === 0) {
      app.child.kill("SIGKILL");
      await app.exited;
      app = await startApp({ port, dataDir });
    } else {
      process.kill(postmaster(), "SIGKILL");
    }
    await app.ready();
    await pause(200);
    over = true;
    await Promise.all(writers);
  }

  // Whatever was not acknowledged is sent again with its own key, as a browser would.
  for (const attempt of tries) {
    for (let again = 0; !attempt.acknowledged && again < 100; again += 1) {
      await post(attempt);
      if (!attempt.acknowledged) await pause(200);
    }
  }

  const { ownerUrl } = await startEmbedded({ directory: join(dataDir, "postgres"), log: () => {} });
  const sql = postgres(ownerUrl, { max: 1 });
  const rows = await sql<{ body: string; copies: number }[]>`select body, count(*)::int as copies from messages group by body`;
  const [shape] = await sql`select t.last_position, t.revision, count(m.*)::int as messages, max(m.position) as last from threads t join messages m on m.thread_id = t.id group by t.id`;
  await sql.end();
  const copies = new Map(rows.map((row) => [row.body, row.copies]));
  const lost = tries.filter((attempt) => attempt.acknowledged && !copies.has(`Message ${attempt.mark}`));
  const doubled = tries.filter((attempt) => (copies.get(`Message ${attempt.mark}`) ?? 0) > 1);
  expect(lost.map(({ mark }) => mark)).toEqual([]);
  expect(doubled.map(({ mark }) => mark)).toEqual([]);
  expect(tries.every((attempt) => attempt.acknowledged)).toBe(true);
  expect(shape).toMatchObject({ last_position: shape?.messages, last: shape?.messages, revision: shape?.messages });
  expect(tries.length).toBeGreaterThan(ROUNDS * WRITERS);
}, 240_000);
