import { createHash } from "node:crypto";
import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { io, type ManagerOptions, type Socket, type SocketOptions } from "socket.io-client";
import { closeDatabase, openDatabase } from "#db/client.server";
import { readSettings, type Settings } from "~/kit/env.server";
import { inTransaction } from "~/kit/transaction.server";
import type { AnnouncedEvent } from "~/realtime/events";
import { openHub, type Hub, type Rhythm } from "~/realtime/hub.server";
import { until } from "../support/app-process";
import { cloneDatabase } from "../support/postgres";
import { settle, type Settled } from "../support/settle";

export type Person = Settled["people"][number];

/** One process of the application, as far as realtime goes. */
export type House = { origin: string; hub: Hub; settings: Settings; ready: boolean; close(): Promise<void> };

export async function openHouse(databaseUrl: string, options: Rhythm = {}): Promise<House> {
  const server = createServer((_request, response) => void response.writeHead(404).end());
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const settings = readSettings({ NODE_ENV: "test", PORT: String(port), APP_ORIGIN: `http://localhost:${port}` });
  const house: House = {
    origin: settings.origin,
    settings,
    ready: true,
    hub: openHub(server, settings, () => house.ready, options),
    close: async () => {
      await house.hub.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  await house.hub.listen(databaseUrl);
  return house;
}

export type Street = Settled & { ownerUrl: string; appUrl: string; owner: postgres.Sql; close(): Promise<void> };

/** A database of one's own with some people signed in, and a thread. */
export async function openStreet(people = 3): Promise<Street> {
  const { ownerUrl, appUrl, drop } = await cloneDatabase();
  const settled = await settle(ownerUrl, people);
  openDatabase(appUrl);
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => {} });
  return {
    ...settled,
    ownerUrl,
    appUrl,
    owner,
    close: async () => {
      await owner.end();
      closeDatabase();
      await drop();
    },
  };
}

/** A guest of one thread, signed in. */
export async function inviteGuest({ owner, people }: Street, threadId: number, until: Date): Promise<Person> {
  const token = `guest-of-${threadId}`.padEnd(43, "x");
  const [guest] = await owner`insert into members (email, name, state, guest_until) values (${`invite${threadId}@exemple.test`}, 'Personne invitée', 'active', ${until}) returning id`;
  const memberId = Number(guest?.id);
  await owner`insert into thread_guests (member_id, thread_id, until, invited_by) values (${memberId}, ${threadId}, ${until}, ${people[0]?.memberId ?? 0})`;
  await owner`insert into sessions (id, member_id, computer, browser, expires_at) values (${createHash("sha256").update(token).digest("hex")}, ${memberId}, 'own', 'Essai', ${new Date(Date.now() + 864e5)})`;
  return { memberId, cookie: `__Host-session=${token}`, formKey: () => "" };
}

export const announce = (...events: AnnouncedEvent[]): Promise<void> =>
  inTransaction(async (tx) => {
    for (const event of events) tx.announce(event);
  });

/** A browser's line, with all it heard. */
export class Line {
  readonly heard: { word: string; said: unknown[] }[] = [];
  readonly socket: Socket;
  refusal: Error | undefined;
  closed = false;

  constructor(house: House, cookie: string | undefined, options: Partial<ManagerOptions & SocketOptions> & { namespace?: string; origin?: string | null } = {}) {
    const { namespace = "/", origin = house.origin, ...rest } = options;
    const extraHeaders = { ...(cookie ? { Cookie: cookie } : {}), ...(origin ? { Origin: origin } : {}) };
    this.socket = io(house.origin.replace("localhost", "127.0.0.1") + namespace, { path: "/socket.io/", reconnection: false, forceNew: true, extraHeaders, ...rest });
    this.socket.onAny((word: string, ...said: unknown[]) => this.heard.push({ word, said }));
    this.socket.on("connect_error", (error) => (this.refusal = error));
    this.socket.on("disconnect", () => (this.closed = true));
  }

  /** Open, and spoken to. */
  async up(): Promise<this> {
    await until("a line to be spoken to", () => this.count("hello") > 0 || this.refusal !== undefined, 5_000);
    if (this.refusal) throw this.refusal;
    return this;
  }
  async upgraded(): Promise<this> {
    await this.up();
    await until("the upgrade", () => this.socket.io.engine.transport.name === "websocket", 5_000);
    return this;
  }
  count = (word: string): number => this.heard.filter((entry) => entry.word === word).length;
  rings = (): unknown[] => this.heard.filter(({ word }) => word === "ring").map(({ said }) => said[0]);
  hangUp = (): void => void this.socket.disconnect();
}

type Asked = { method?: string; body?: string | Buffer; headers?: Record<string, string>; path?: string };

/** A request to the socket's address, with exactly these headers. */
export function ask(house: House, query: string, { method = "GET", body, headers = {}, path = "/socket.io/" }: Asked = {}): Promise<{ status: number; text: string; headers: IncomingMessage["headers"] }> {
  const { port } = new URL(house.origin);
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: "127.0.0.1", port, method, path: `${path}?${query}`, headers: { Host: `localhost:${port}`, ...headers } }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    asked.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, text: "", headers: response.headers });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

export const UPGRADE = { Connection: "Upgrade", Upgrade: "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==" } as const;

/** The id that a handshake by polling gave. */
export const sidOf = (answer: { text: string }): string => (JSON.parse(answer.text.slice(1)) as { sid: string }).sid;
