/**
 * Many open browsers, as sockets that fetch when the bell rings: how long after
 * the accepted POST the message can be read, and how many never could.
 */
import { Agent, get } from "node:http";
import { io, type Socket } from "socket.io-client";
import { BENCH_PEOPLE } from "./dataset";
import { cookieOf, formKeyOf, percentile } from "./load";
import { sleep } from "./processes";

const POSTS = 20;
const EVERY = 5_000;
/** After this, a message that was not read is missed. */
const PATIENCE = 20_000;

export type Doorbell = { sockets: number; p50: number; p95: number; missed: number; refused: number };

type Listener = { socket: Socket; since: number; busy: boolean; again: boolean };

/** @returns times in seconds. */
export async function ring(origin: string, port: number, threadId: number, sockets: number): Promise<Doorbell> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const read = (person: number, since: number): Promise<{ revision: number; html: string; more: boolean }> =>
    new Promise((resolve, reject) => {
      get({ host: "127.0.0.1", port, agent, path: `/discussions/${threadId}/nouveautes?since=${since}`, headers: { cookie: cookieOf(person) } }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk)).on("end", () => {
          try {
            resolve(JSON.parse(text) as { revision: number; html: string; more: boolean });
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
      }).on("error", reject);
    });

  // An answer holds a hundred messages at most, and this thread has more.
  let start = 0;
  for (let more = true; more; ) ({ revision: start, more } = await read(0, start));
  const waiting = new Map<string, { accepted: number; seen: number[] }>();
  const catchUp = async (listener: Listener, person: number): Promise<void> => {
    if (listener.busy) return void (listener.again = true);
    listener.busy = true;
    try {
      do {
        listener.again = false;
        const { revision, html, more } = await read(person, listener.since);
        listener.again ||= more;
        listener.since = Math.max(listener.since, revision);
        const readAt = performance.now();
        for (const [mark, message] of waiting) if (html.includes(mark)) message.seen.push(readAt);
      } while (listener.again);
    } finally {
      listener.busy = false;
    }
  };

  const listeners: Listener[] = [];
  for (let n = 0; n < sockets; n += 1) {
    const person = n % BENCH_PEOPLE;
    const socket = io(origin, { transports: ["websocket"], extraHeaders: { cookie: cookieOf(person), origin }, reconnection: true, forceNew: true });
    const listener: Listener = { socket, since: start, busy: false, again: false };
    socket.on("ring", (event: { type: string; id: number }) => {
      if (event.type === "thread.moved" && event.id === threadId) void catchUp(listener, person).catch(() => {});
    });
    listeners.push(listener);
    if (n % 50 === 49) await sleep(60);
  }
  for (let waited = 0; waited < 30_000 && listeners.some(({ socket }) => !socket.connected); waited += 100) await sleep(100);

  let refused = 0;
  for (let post = 0; post < POSTS; post += 1) {
    const mark = `repère-${sockets}-${post}-fin`;
    const message = { accepted: Number.POSITIVE_INFINITY, seen: [] as number[] };
    waiting.set(mark, message);
    const person = post % BENCH_PEOPLE;
    const body = new URLSearchParams({ texte: `Message ${mark}`, cle: formKeyOf(person) });
    // A person who is refused sends the same form again.
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/discussions/${threadId}`, { method: "POST", redirect: "manual", headers: { cookie: cookieOf(person), origin, "sec-fetch-site": "same-origin" }, body });
      if (answer.status < 400) break;
      refused += 1;
      if (refused > POSTS) throw new Error(`Posts are refused: ${answer.status}.`);
      await sleep(1_000);
    }
    message.accepted = performance.now();
    await sleep(EVERY);
  }
  for (let waited = 0; waited < PATIENCE && [...waiting.values()].some(({ seen }) => seen.length < sockets); waited += 200) await sleep(200);

  for (const { socket } of listeners) socket.disconnect();
  agent.destroy();
  const messages = [...waiting.values()];
  const times = messages.flatMap(({ accepted, seen }) => seen.map((at) => Math.max(0, at - accepted) / 1_000));
  return {
    sockets,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    missed: messages.reduce((sum, { seen }) => sum + sockets - seen.length, 0),
    refused,
  };
}
