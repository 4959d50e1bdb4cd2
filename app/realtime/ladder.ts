/**
 * How one browser hears of what is new: a socket by polling, upgraded where the
 * network lets it, else plain requests. A pure machine: the present instant and
 * chance are passed in, and what is to be done comes out.
 *
 * An open socket proves nothing, since some proxies accept one and then freeze:
 * only a message from the server does. And nothing is called live before the gap
 * has been fetched.
 */

/** Without a server message within this, the next rung; milliseconds, as all times here. */
export const HEAR_WITHIN = 4_000;
/** An attempt may still succeed on a slow network, behind the last rung; then it is dropped. */
export const DROP_AFTER = 15_000;
/** The server's heartbeat comes every 25 s: a socket that was silent for longer is not trusted after a sleep. */
export const TRUSTED_FOR = 30_000;
/** The last rung asks this often while the tab is visible. */
export const POLL_EVERY = { least: 20_000, most: 30_000 } as const;
/** After a fetch that failed. */
export const RETRY_FETCH = { least: 5_000, most: 10_000 } as const;
/** A socket that failed is tried again after these, then every last one. */
export const RETRY_SOCKET = [1_000, 5_000, 15_000, 30_000, 60_000] as const;
/** An upgraded socket that dies younger than this was cut by something on the way. */
export const SHORT_LIFE = 60_000;

/** What is tried: a socket that may upgrade, a socket that may not, no socket at first. */
export type Rung = "upgrade" | "polling" | "request";
export type Outcome = "ok" | "unreachable" | "unwell" | "signed-out";
export type LiveState = "starting" | "live" | "slow" | "offline";

export type Happening =
  | { type: "begin"; remembered: Rung; online: boolean; visible: boolean }
  /** A message of ours arrived, whichever. */
  | { type: "heard" }
  /** The heartbeat: proves that the line is there, not that the server speaks. */
  | { type: "beat" }
  | { type: "upgraded" }
  /** dismissed: it was the server that hung up. */
  | { type: "lost"; dismissed?: boolean }
  /** The server says that something may have been missed. */
  | { type: "resync" }
  /** The server leaves, and another one will answer. */
  | { type: "bye" }
  /** This browser has too many sockets, and gave up this one. */
  | { type: "crowded" }
  /** Everyone's catching up ended; `round` is the one it began with. */
  | { type: "fetched"; outcome: Outcome; round: number }
  | { type: "online" }
  | { type: "offline" }
  | { type: "shown" }
  | { type: "hidden" }
  /** The computer slept, or the page came back from the browser's cache. */
  | { type: "woke" }
  /** Nobody on the page listens any more. */
  | { type: "end" }
  | { type: "tick" };

export type Effect =
  | { do: "open"; upgrade: boolean }
  | { do: "close" }
  | { do: "fetch"; round: number; spread: number }
  | { do: "remember"; rung: Rung };

export type Ladder = Readonly<{
  rung: Rung;
  socket: "none" | "opening" | "heard";
  openedAt: number;
  heardAt: number;
  upgradedAt: number | null;
  /** The upgrade has not yet been proved by a message. */
  unproved: boolean;
  cuts: number;
  attempts: number;
  retryAt: number | null;
  /** Waiting for a first or a lost line ends here, and the last rung begins. */
  patienceUntil: number | null;
  slow: boolean;
  pollAt: number | null;
  round: number;
  /** Only a fetch of this round or later closes the gap. */
  neededRound: number;
  synced: boolean;
  outcome: Outcome | null;
  online: boolean;
  visible: boolean;
  begun: boolean;
}>;

export const atFoot: Ladder = {
  rung: "upgrade",
  socket: "none",
  openedAt: 0,
  heardAt: 0,
  upgradedAt: null,
  unproved: false,
  cuts: 0,
  attempts: 0,
  retryAt: null,
  patienceUntil: null,
  slow: false,
  pollAt: null,
  round: 0,
  neededRound: 0,
  synced: false,
  outcome: null,
  online: true,
  visible: true,
  begun: false,
};

export function viewOf(ladder: Ladder): LiveState {
  if (!ladder.begun) return "starting";
  if (!ladder.online || ladder.outcome === "unreachable" || ladder.outcome === "signed-out") return "offline";
  if (ladder.socket === "heard" && ladder.synced) return "live";
  return ladder.slow || ladder.outcome === "unwell" ? "slow" : "starting";
}

/** When `tick` must come next, or null when nothing waits. */
export function nextTick(ladder: Ladder): number | null {
  const { socket, openedAt, upgradedAt, unproved, retryAt, patienceUntil, pollAt, online, visible } = ladder;
  const waits = [patienceUntil];
  if (socket === "opening") waits.push(openedAt + DROP_AFTER);
  if (unproved && upgradedAt !== null) waits.push(upgradedAt + HEAR_WITHIN);
  if (online && visible) waits.push(retryAt, pollAt);
  const due = waits.filter((at) => at !== null);
  return due.length > 0 ? Math.min(...due) : null;
}
