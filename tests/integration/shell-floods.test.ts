import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pause, until } from "../support/app-process";
import { ask, isFrenchPage } from "../support/raw-http";
import { openStage, type Stage } from "../support/stage";

const SLOW = 50;
const MEGABYTE = 1_000_000;
let stage: Stage;
let cookie: string;
/** Memory of the warm process, before any flood. */
let idle: number;

/** Resident memory of the application, in bytes. */
const memory = (): number => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${stage.app.child.pid}/status`, "utf8"))?.[1]) * 1_024;

const page = () => ask(stage.app.port, { path: `/discussions/${stage.settled.threadId}`, headers: { cookie } });

/** Others are served as ever while it lasts. */
async function expectOthersServed(): Promise<void> {
  for (let n = 0; n < 5; n += 1) {
    const { status, ms } = await page();
    expect(status).toBe(200);
    expect(ms).toBeLessThan(2_000);
  }
}

beforeAll(async () => {
  stage = await openStage(1);
  cookie = stage.settled.people[0]?.cookie ?? "";
  for (let n = 0; n < 200; n += 1) await page();
  idle = memory();
}, 90_000);

afterAll(() => stage.close());

const head = (length: string) =>
  `POST /discussions/${stage.settled.threadId} HTTP/1.1\r\nHost: localhost\r\nOrigin: ${stage.app.origin}\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n${length}\r\n\r\n`;

/** Sends a body of many megabytes as fast as it is taken; says what came back, when, and whether all was taken. */
function pour(megabytes: number, chunked: boolean): Promise<{ status: number; text: string; ms: number; resets: number }> {
  const begun = performance.now();
  const piece = Buffer.alloc(MEGABYTE, "a");
  const framed = chunked ? Buffer.concat([Buffer.from(`${MEGABYTE.toString(16)}\r\n`), piece, Buffer.from("\r\n")]) : piece;
  return new Promise((resolve) => {
    let text = "";
    let resets = 0;
    let ms = 0;
    const socket = connect(stage.app.port, "127.0.0.1", () => {
      socket.write(head(chunked ? "Transfer-Encoding: chunked" : `Content-Length: ${megabytes * MEGABYTE}`));
      let left = megabytes;
      const more = () => {
        while (left > 0) {
          left -= 1;
          if (!socket.write(framed)) return void socket.once("drain", more);
        }
        socket.write(chunked ? "0\r\n\r\n" : "");
        setTimeout(() => socket.end(), 300);
      };
      more();
    });
    socket.on("data", (chunk) => {
      ms ||= performance.now() - begun;
      text += chunk.toString();
    });
    socket.on("error", () => (resets += 1));
    socket.once("close", () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text, ms, resets }));
  });
}

describe("a body of 50 MB", () => {
  it.each([
    ["with its length", false],
    ["in chunks, without a length", true],
  ])("gets a French 413 within two seconds, while others are served and memory stays: %s", async (_how, chunked) => {
    const pouring = Promise.all([pour(50, chunked), pour(50, chunked), pour(50, chunked)]);
    await expectOthersServed();
    for (const { status, text, ms, resets } of await pouring) {
      expect({ status, resets }).toEqual({ status: 413, resets: 0 });
      expect(isFrenchPage(text)).toBe(true);
      expect(ms).toBeLessThan(2_000);
    }
    expect(memory() - idle).toBeLessThan(100 * MEGABYTE);
  });

  it("from another site is refused before it is looked at", async () => {
    const { status, ms } = await ask(stage.app.port, { method: "POST", path: "/connexion", headers: { origin: "https://ailleurs.test" }, body: Buffer.alloc(50 * MEGABYTE, "a") });
    expect(status).toBe(403);
    expect(ms).toBeLessThan(2_000);
    expect(memory() - idle).toBeLessThan(100 * MEGABYTE);
  });
});

describe("many who send slowly", () => {
  /** Opens a connection that begins with some bytes and then sends one every half second. */
  function trickle(beginning: string, drop: string): { socket: Socket; stop: () => void; heard: () => string } {
    let heard = "";
    const socket = connect(stage.app.port, "127.0.0.1", () => socket.write(beginning));
    const timer = setInterval(() => socket.writable && socket.write(drop), 500);
    socket.on("data", (chunk) => (heard += chunk.toString())).on("error", () => {});
    return { socket, stop: () => (clearInterval(timer), socket.destroy()), heard: () => heard };
  }

  it("keep nobody else waiting, hold no database connection, and those who never finish their headers are let go with a French 408", async () => {
    const slow = [
      ...Array.from({ length: SLOW }, (_, n) => trickle(`GET / HTTP/1.1\r\nHost: lent${n}\r\nX-A: `, "a")),
      ...Array.from({ length: SLOW }, () => trickle(`${head("Content-Length: 1000000")}texte=`, "a")),
    ];
    try {
      await pause(1_000);
      await expectOthersServed();
      const [held] = await stage.sql`select count(*)::int as n from pg_stat_activity where application_name = 'le-fil' and state <> 'idle'`;
      expect(held?.n).toBeLessThanOrEqual(1);
      await until("the slow ones to be let go", () => slow.slice(0, SLOW).every(({ socket }) => socket.closed), 16_000);
      for (const { heard } of slow.slice(0, SLOW)) expect(heard()).toMatch(/^HTTP\/1\.1 408 /);
      expect(isFrenchPage(slow[0]?.heard() ?? "")).toBe(true);
      await expectOthersServed();
      expect(memory() - idle).toBeLessThan(100 * MEGABYTE);
    } finally {
      for (const { stop } of slow) stop();
    }
  });

  it("and those who leave in the middle of a form leave nothing behind", async () => {
    const before = await stage.sql`select count(*) from messages`;
    for (let n = 0; n < 30; n += 1) {
      const { stop } = trickle(`${head("Content-Length: 5000")}texte=Bonjour&cle=${stage.settled.people[0]?.formKey()}`, "");
      await pause(10);
      stop();
    }
    await pause(200);
    expect(await stage.sql`select count(*) from messages`).toEqual(before);
    await expectOthersServed();
    expect(stage.app.output()).not.toMatch(/"level":50|fault/);
  });
});
