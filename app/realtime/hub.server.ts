import type { Server as HttpServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { Server, type Socket } from "socket.io";
import type { Settings } from "~/kit/env.server";
import { wakeJobs } from "~/kit/jobs.server";
import { log } from "~/kit/log.server";
import { Bell } from "./bell.server";
import { TRIAL, admissionOf, doorkeeper, watchDoor } from "./door.server";
import type { AnnouncedEvent } from "./events";
import { Listener } from "./listener.server";
import { rightsOfSessions, roomOfMember, roomOfSession, roomsOf, type Rights } from "./rights.server";

/** How often lines are looked at again, and the listener proves that it hears; milliseconds. Tests are in more of a hurry. */
export type Rhythm = { lookAgainEvery?: number; proveEvery?: number };

export type Hub = {
  listen(databaseUrl: string): Promise<void>;
  /** Sends the browsers elsewhere; resolves when they have left, after a second and a half at most. */
  close(): Promise<void>;
};

/** What a browser can hear: that the server speaks, that something changed, and how the line stands. */
type Words = {
  hello: () => void;
  ring: (event: AnnouncedEvent) => void;
  resync: () => void;
  bye: () => void;
  crowded: () => void;
};
type Data = { sessionId: string; memberId: number; rooms: ReadonlySet<string> };
type Line = Socket<Record<string, never>, Words, Record<string, never>, Data>;

/**
 * Several tabs of one browser are normal, and so are an office computer and a
 * telephone; beyond that a page is opening sockets in a loop. The oldest gives
 * way, since the newest is the one being looked at, and is told not to come back.
 */
const MOST_PER_SESSION = 12;
const MOST_PER_MEMBER = 30;
const LOOK_AGAIN_EVERY = 60_000;

/** The one door of realtime: sockets of browsers on one side, PostgreSQL's notifications on the other. */
export function openHub(server: HttpServer, settings: Settings, isReady: () => boolean, rhythm: Rhythm = {}): Hub {
  const { lookAgainEvery = LOOK_AGAIN_EVERY } = rhythm;
  let closing = false;
  const door = doorkeeper(settings, () => isReady() && !closing);
  const io = new Server<Record<string, never>, Words, Record<string, never>, Data>(server, {
    path: "/socket.io/",
    transports: ["polling", "websocket"],
    serveClient: false,
    allowEIO3: false,
    maxHttpBufferSize: 16_384,
    perMessageDeflate: false,
    httpCompression: false,
    pingInterval: 25_000,
    pingTimeout: 20_000,
    connectTimeout: 10_000,
    allowRequest: door.allowRequest,
  });
  watchDoor(io as unknown as Server, settings, door.countTrial);

  const lines = io.of("/");
  const linesIn = (room: string): Line[] => [...(lines.adapter.rooms.get(room) ?? [])].flatMap((id) => lines.sockets.get(id) ?? []);
  const changed = new Map<number, number>();

  const settle = (line: Line, rights: Rights | undefined): void => {
    if (!rights) return void line.disconnect(true);
    for (const room of line.data.rooms) if (!rights.rooms.has(room)) void line.leave(room);
    for (const room of rights.rooms) if (!line.data.rooms.has(room)) void line.join(room);
    line.data.rooms = rights.rooms;
  };

  const lookAgain = async (whose: readonly Line[]): Promise<void> => {
    if (whose.length === 0) return;
    const rights = await rightsOfSessions([...new Set(whose.map((line) => line.data.sessionId))]);
    for (const line of whose) settle(line, rights.get(line.data.sessionId));
  };
  const lookAgainQuietly = (whose: readonly Line[]): void =>
    void lookAgain(whose).catch((error: unknown) => log.warn({ code: (error as NodeJS.ErrnoException).code }, "sockets could not be looked at again"));

  const makeRoom = (room: string, most: number): void => {
    for (const oldest of linesIn(room).slice(0, -most)) {
      oldest.emit("crowded");
      oldest.disconnect(true);
    }
  };

  lines.use((line, next) => (admissionOf(line.request)?.kind === "person" ? next() : next(new Error("closed"))));
  lines.on("connection", (line: Line) => {
    const admission = admissionOf(line.request);
    if (admission?.kind !== "person") return void line.disconnect(true);
    const { sessionId, rights } = admission;
    line.data = { sessionId, memberId: rights.memberId, rooms: new Set() };
    settle(line, rights);
    makeRoom(roomOfSession(sessionId), MOST_PER_SESSION);
    makeRoom(roomOfMember(rights.memberId), MOST_PER_MEMBER);
    greet(line);
    // A right that changed while this line was being opened was looked at without it.
    if (changed.has(rights.memberId)) lookAgainQuietly([line]);
  });

  const trials = io.of(TRIAL.namespace);
  trials.use((line, next) => (admissionOf(line.request)?.kind === "trial" ? next() : next(new Error("closed"))));
  trials.on("connection", greet);

  const bell = new Bell((event) => {
    const rooms = roomsOf(event);
    if (rooms.length > 0) io.to(rooms).emit("ring", { type: event.type, id: event.id });
  });

  const listener = new Listener({
    onGap: () => void io.emit("resync"),
    onEvent: (event) => {
      if (event.type === "mail.queued") wakeJobs("mail.send");
      if (event.type === "member.rights-changed") {
        changed.set(event.id, performance.now());
        lookAgainQuietly(linesIn(roomOfMember(event.id)));
      }
      bell.ring(event);
    },
  }, rhythm.proveEvery);

  const watch = setInterval(() => {
    for (const [memberId, at] of changed) if (performance.now() - at > lookAgainEvery) changed.delete(memberId);
    if (isReady()) lookAgainQuietly([...lines.sockets.values()]);
  }, lookAgainEvery);
  watch.unref();

  /** Resolves once no line is left, or after so many milliseconds. */
  const emptied = async (within: number): Promise<void> => {
    for (let waited = 0; waited < within && io.engine.clientsCount > 0; waited += 25) await pause(25);
  };

  return {
    listen: (databaseUrl) => listener.open(databaseUrl),
    close: async () => {
      closing = true;
      clearInterval(watch);
      bell.close();
      listener.close();
      io.emit("bye");
      // Browsers hang up on hearing it, without a broken request; then the others are let go, and at last cut.
      await emptied(500);
      io.disconnectSockets(true);
      trials.disconnectSockets(true);
      await emptied(1_000);
      io.engine.close();
    },
  };
}

/** A message of ours, also after an upgrade: until one came over it, an open line proves nothing. */
function greet(line: Socket): void {
  // Nothing that a browser says is listened to.
  line.use(() => {});
  line.emit("hello");
  line.conn.on("upgrade", () => line.emit("hello"));
}
