/**
 * npm run bench: ours and the floor, interleaved, three rounds, medians, on one
 * throw-away database. Ratios are what counts: absolute figures are this machine's.
 * `npm run bench -- pages`, `doorbell` or `survey` runs one part; `-- quick` shortens it to see that it works.
 * `npm run bench -- --million` is a bench of its own (bench/million.ts): search over a million messages.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startEmbedded } from "#db/embedded.server";
import { build } from "../scripts/build.mjs";
import { ring } from "./doorbell";
import { million } from "./million";
import { load, median, readingShot, replyingShot, SECRET } from "./load";
import { residentMb, serve, sleep, watchMemory, type Served } from "./processes";
import { figure, pass, table, title, verdicts } from "./report";
import { seed } from "./seed";
import { ANSWERING, answerAll } from "./survey";
import { weighAsMember } from "./weight";

const asked = process.argv.slice(2);
if (asked.includes("--million")) {
  await million(asked);
  process.exit(verdicts());
}
const quick = asked.includes("quick");
const wants = (part: string) => asked.filter((name) => name !== "quick").length === 0 || asked.includes(part);
const ROUNDS = quick ? 1 : 3;
const SECONDS = quick ? 2 : 4;
/** Before each kind of request is measured: code that runs for the first time is slow, and says nothing. */
const WARM_UP = quick ? 1 : 4;
/** As package.json starts it: a small young generation keeps the process small. */
const LEAN = ["--max-semi-space-size=8"];
const CONNECTIONS = [1, 16, 64];
const SERVE = [...LEAN, resolve("scripts/serve.mjs")];
const FLOOR = ["--import", "tsx", resolve("bench/floor.ts")];

type Measure = { name: string; connections: number; ours: number; floor: number; p95: number; failed: number };

async function measure(name: string, ours: Served, floor: Served, pathOf: () => string, posts: boolean, at = CONNECTIONS): Promise<Measure[]> {
  const rows: Measure[] = [];
  const shotOf = (served: Served) => (posts ? replyingShot(pathOf, served === ours ? `http://localhost:${ours.port}` : served.url) : readingShot(pathOf));
  for (const served of [ours, floor]) await load(served.url, shotOf(served), 16, WARM_UP);
  for (const connections of at) {
    const mine: number[] = [];
    const theirs: number[] = [];
    const slowest: number[] = [];
    let failed = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [served, into] of [[ours, mine], [floor, theirs]] as const) {
        const result = await load(served.url, shotOf(served), connections, SECONDS);
        into.push(result.perSecond);
        failed += result.failed;
        if (served === ours) slowest.push(result.p95);
      }
    }
    rows.push({ name, connections, ours: median(mine), floor: median(theirs), p95: median(slowest), failed });
    process.stdout.write(".");
  }
  return rows;
}

async function statementsOf(served: Served, shot: ReturnType<typeof readingShot>): Promise<number> {
  const { method, path, headers, body } = shot();
  const answer = await fetch(served.url + path, { method, headers: headers as Record<string, string>, body: body as string | undefined, redirect: "manual" });
  await answer.text();
  return Number(answer.headers.get("x-statements"));
}

async function coldStart(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "le-fil-bench-start-"));
  const begin = async () => {
    const begun = performance.now();
    const served = await serve([...LEAN, resolve("scripts/start.mjs")], { DATA_DIR: folder, LOG_LEVEL: "error" }, "/connexion");
    const took = (performance.now() - begun) / 1_000;
    await served.stop();
    return took;
  };
  try {
    await begin();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await begin());
    return median(times);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

build();
const folder = mkdtempSync(join(tmpdir(), "le-fil-bench-"));
const database = await startEmbedded({ directory: join(folder, "postgres"), log: () => {} });
const common = { DATABASE_URL: database.ownerUrl, DATA_DIR: folder, SESSION_SECRET: SECRET, LOG_LEVEL: "error", LEFIL_COUNT_STATEMENTS: "1" };
const running: Served[] = [];
try {
  // The first start migrates; the bench's rows come after, then the server that is measured.
  await (await serve(SERVE, common, "/sante/pret")).stop();
  const { largest, usual } = await seed(database.ownerUrl);
  const ours = await serve(SERVE, common, "/sante/pret");
  running.push(ours);
  await fetch(`${ours.url}/connexion`);
  await sleep(3_000);
  const idle = residentMb(ours.pid);
  let next = 0;
  // People read what moved lately: the fifty latest threads of thirty messages and more, in turn.
  const recent = usual.slice(-50);
  const someThread = () => `/discussions/${recent[(next = (next + 1) % recent.length)] ?? 2}`;

  if (wants("pages")) {
    const floor = await serve(FLOOR, { DATABASE_URL: database.ownerUrl }, "/discussions");
    running.push(floor);
    const stopWatching = watchMemory(ours.pid);
    const rows = [
      ...(await measure("Thread page", ours, floor, someThread, false)),
      ...(await measure("List", ours, floor, () => "/discussions", false)),
      ...(await measure("Thread of 1,000", ours, floor, () => `/discussions/${largest}`, false, [16])),
    ];
    const statements = {
      thread: await statementsOf(ours, readingShot(someThread)),
      list: await statementsOf(ours, readingShot(() => "/discussions")),
      reply: await statementsOf(ours, replyingShot(someThread, `http://localhost:${ours.port}`)),
    };
    rows.push(...(await measure("Reply", ours, floor, someThread, true)));
    const underLoad = stopWatching();
    title("Pages and writes");
    table(["what", "connections", "ours/s", "floor/s", "ratio", "p97.5 ms", "failed"],
      rows.map((row) => [row.name, row.connections, figure(row.ours, 0), figure(row.floor, 0), figure(row.ours / row.floor), figure(row.p95, 0), row.failed]));
    const at16 = (name: string) => rows.find((row) => row.name === name && row.connections === 16) ?? rows[0];
    const ratio = (name: string) => (at16(name)?.ours ?? 0) / (at16(name)?.floor ?? 1);
    pass("thread page at 16, of the floor", ratio("Thread page"), ">=", 0.25);
    pass("list at 16, of the floor", ratio("List"), ">=", 0.25);
    pass("reply at 16, of the floor", ratio("Reply"), ">=", 0.4);
    pass("thread of 1,000, of one of 30", (at16("Thread of 1,000")?.ours ?? 0) / (at16("Thread page")?.ours ?? 1), ">=", 0.8);
    pass("statements, thread page", statements.thread, "<=", 4);
    pass("statements, list", statements.list, "<=", 4);
    pass("statements, reply", statements.reply, "<=", 6);
    pass("requests that failed", rows.reduce((sum, row) => sum + row.failed, 0), "<=", 0);
    pass("memory idle, MB", idle, "<=", 120);
    pass("memory under load, MB", underLoad, "<=", 240);
    await floor.stop();
    running.splice(running.indexOf(floor), 1);
  }

  if (wants("doorbell")) {
    title("The doorbell");
    const results = [];
    for (const sockets of quick ? [100] : [100, 500, 1_000]) results.push(await ring(`http://localhost:${ours.port}`, ours.port, largest, sockets));
    table(["sockets", "p50 s", "p95 s", "missed", "refused"], results.map((result) => [result.sockets, figure(result.p50, 3), figure(result.p95, 3), result.missed, result.refused]));
    pass("posts refused", results.reduce((sum, result) => sum + result.refused, 0), "<=", 0);
    pass("missed", results.reduce((sum, result) => sum + result.missed, 0), "<=", 0);
    for (const { sockets, p95 } of results) if (sockets !== 500) pass(`p95 at ${sockets} sockets, s`, p95, "<=", sockets === 100 ? 0.25 : 1);
  }

  if (wants("survey")) {
    title(`${ANSWERING} people answer twenty questions, anonymously`);
    const answers = await answerAll(`http://localhost:${ours.port}`, ours.port, database.ownerUrl);
    table(["answers/s", "bare inserts/s", "ratio"], [[figure(answers.perSecond, 1), figure(answers.bare, 0), figure(answers.perSecond / answers.bare, 3)]]);
    pass("seconds for all", answers.seconds, "<=", 60);
    pass("refused", answers.refused, "<=", 0);
    pass("lost or counted twice", answers.lost, "<=", 0);
  }

  if (wants("weight")) {
    title("First load of a thread page");
    const weight = await weighAsMember(`http://localhost:${ours.port}`, someThread());
    pass("scripts, kB", weight.scripts, "<=", 120);
    pass("all, kB", weight.all, "<=", 220);
    pass("requests", weight.requests, "<=", 14);
    title("What writing adds, once somebody writes");
    pass("editor, kB", weight.editor, "<=", 130);
  }
  if (wants("start")) {
    title("Start");
    pass("from start to first page, s", await coldStart(), "<=", 1.5);
  }
} finally {
  for (const served of running) await served.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(verdicts());
