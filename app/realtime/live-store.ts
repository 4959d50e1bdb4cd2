import type { Socket } from "socket.io-client";
import { CatchUps, fetchNews, outcomeOf, type CatchUp } from "./catch-ups";
import { step } from "./climb";
import type { AnnouncedEvent, EventType } from "./events";
import { DROP_AFTER, atFoot, nextTick, viewOf, type Effect, type Happening, type Ladder, type LiveState, type Outcome, type Rung } from "./ladder";

/** One per tab: the ladder, its one socket, and everyone on the page who listens. */
const catchUps = new CatchUps();
const watchers = new Set<() => void>();
let ladder: Ladder = atFoot;
let view: LiveState = "starting";
let socket: Socket | null = null;
let opening = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;
let users = 0;
let installed = false;

/** A page that was left for another one of ours keeps the line this long; milliseconds. */
const LINGER = 5_000;
/** Two hundred browsers are rung at the same instant, and must not all ask at the same instant. */
const RING_SPREAD = 120;
const LOOK_AT_CLOCK = 10_000;
const MEMORY = "le-fil.rung";

/** From 0 to 1. */
const chance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

function happen(happening: Happening): void {
  const result = step(ladder, happening, Date.now(), chance());
  ladder = result.ladder;
  for (const effect of result.effects) perform(effect);
  clearTimeout(timer);
  const due = nextTick(ladder);
  if (due !== null) timer = setTimeout(() => happen({ type: "tick" }), Math.max(50, due - Date.now()));
  if (viewOf(ladder) === view) return;
  view = viewOf(ladder);
  for (const watcher of watchers) watcher();
}

function perform(effect: Effect): void {
  switch (effect.do) {
    case "open":
      return void openSocket(effect.upgrade);
    case "close":
      return closeSocket();
    case "fetch":
      return void setTimeout(() => void fetchAll(effect.round), effect.spread * chance());
    case "remember":
      return remember(effect.rung);
  }
}

async function fetchAll(round: number): Promise<void> {
  const outcome = catchUps.size === 0 && ladder.socket !== "heard" ? await knock() : await catchUps.all();
  happen({ type: "fetched", outcome, round });
}

/** On a page with nothing to catch up, the chip must still know whether the server is there. */
const knock = (): Promise<Outcome> => fetchNews("/sante/vivant").then(() => "ok", outcomeOf);

/** The door said that the session is over; any other refusal may pass. */
const isSignedOut = (error: Error): boolean => {
  const { context } = error as { context?: { responseText?: unknown } };
  return String(context?.responseText ?? "").includes('"signed-out"');
};

/** The client is fetched when the page already works. */
async function openSocket(upgrade: boolean): Promise<void> {
  closeSocket();
  const mine = ++opening;
  const ours = (happening: Happening) => () => {
    if (mine === opening) happen(happening);
  };
  try {
    const { io } = await import("socket.io-client");
    if (mine !== opening) return;
    const made = io({ path: "/socket.io/", transports: upgrade ? ["polling", "websocket"] : ["polling"], reconnection: false, forceNew: true, timeout: DROP_AFTER });
    socket = made;
    made.io.on("open", () => made.io.engine.once("upgrade", ours({ type: "upgraded" })));
    made.io.on("ping", ours({ type: "beat" }));
    made.on("connect_error", (error) => ours(isSignedOut(error) ? { type: "fetched", outcome: "signed-out", round: ladder.round } : { type: "lost" })());
    made.on("disconnect", (reason) => ours({ type: "lost", dismissed: reason === "io server disconnect" })());
    made.on("hello", ours({ type: "heard" }));
    made.on("resync", ours({ type: "resync" }));
    made.on("bye", ours({ type: "bye" }));
    made.on("crowded", ours({ type: "crowded" }));
    made.on("ring", (event: AnnouncedEvent) => {
      if (mine !== opening) return;
      happen({ type: "heard" });
      hear(event);
    });
  } catch {
    ours({ type: "lost" })();
  }
}

function closeSocket(): void {
  opening += 1;
  socket?.removeAllListeners();
  socket?.io.removeAllListeners();
  socket?.disconnect();
  socket = null;
}

const rung = new Set<string>();

function hear({ type, id }: AnnouncedEvent): void {
  const key = `${type} ${id}`;
  if (rung.has(key) || !catchUps.wants(type, id)) return;
  rung.add(key);
  setTimeout(() => {
    rung.delete(key);
    void catchUps.ring(type, id).then((outcome) => {
      if (outcome !== "ok") happen({ type: "fetched", outcome, round: ladder.round });
    });
  }, RING_SPREAD * chance());
}

/** Storage may be refused; the ladder is then climbed anew on each page. */
function remember(rung: Rung): void {
  try {
    sessionStorage.setItem(MEMORY, rung);
  } catch {
    return;
  }
}

function remembered(): Rung {
  try {
    const kept = sessionStorage.getItem(MEMORY);
    return kept === "polling" || kept === "request" ? kept : "upgrade";
  } catch {
    return "upgrade";
  }
}

function install(): void {
  if (installed) return;
  installed = true;
  const woke = () => happen({ type: "woke" });
  addEventListener("online", () => happen({ type: "online" }));
  addEventListener("offline", () => happen({ type: "offline" }));
  addEventListener("pageshow", (event) => event.persisted && woke());
  document.addEventListener("resume", woke);
  document.addEventListener("visibilitychange", () => happen({ type: document.hidden ? "hidden" : "shown" }));
  // A clock that jumped says that the computer slept; hidden tabs have slow clocks.
  let looked = Date.now();
  setInterval(() => {
    const at = Date.now();
    if (at - looked > 3 * LOOK_AT_CLOCK && !document.hidden) woke();
    looked = at;
  }, LOOK_AT_CLOCK);
}

const whenIdle = (work: () => void): void => {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 1_500 });
  else setTimeout(work, 200);
};

/** Someone on the page needs the line; returns how to say that they no longer do. */
function use(): () => void {
  users += 1;
  clearTimeout(leaving);
  whenIdle(() => {
    if (users === 0) return;
    install();
    happen({ type: "begin", remembered: remembered(), online: navigator.onLine, visible: !document.hidden });
  });
  return () => {
    users -= 1;
    if (users === 0) leaving = setTimeout(() => happen({ type: "end" }), LINGER);
  };
}

export function subscribe(type: EventType, id: number, catchUp: CatchUp): () => void {
  const { run, remove } = catchUps.add(type, id, catchUp);
  const leave = use();
  // What changed between the page's making and now would be missed where the line is already up.
  if (ladder.socket === "heard" || ladder.slow) {
    void run().then((outcome) => {
      if (outcome !== "ok") happen({ type: "fetched", outcome, round: ladder.round });
    });
  }
  return () => {
    remove();
    leave();
  };
}

export function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  const leave = use();
  return () => {
    watchers.delete(watcher);
    leave();
  };
}

export const currentState = (): LiveState => view;
