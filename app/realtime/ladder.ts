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
const RETRY_FETCH = { least: 5_000, most: 10_000 } as const;
/** A socket that failed is tried again after these, then every last one. */
const RETRY_SOCKET = [1_000, 5_000, 15_000, 30_000, 60_000] as const;
/** An upgraded socket that dies younger than this was cut by something on the way. */
const SHORT_LIFE = 60_000;

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
  | { type: "lost" }
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

const between = ({ least, most }: { least: number; most: number }, chance: number): number => least + (most - least) * chance;

/**
 * @param at the present instant, milliseconds
 * @param chance from 0 to 1, so that browsers do not all come back at once
 */
export function step(before: Ladder, happening: Happening, at: number, chance: number): { ladder: Ladder; effects: Effect[] } {
  const effects: Effect[] = [];
  let ladder = before;
  const set = (change: Partial<Ladder>) => void (ladder = { ...ladder, ...change });

  const fetchGap = (spread = 0) => {
    const round = ladder.round + 1;
    set({ round });
    effects.push({ do: "fetch", round, spread });
  };
  const poll = () => {
    fetchGap();
    set({ pollAt: at + between(POLL_EVERY, chance) });
  };
  const climbDown = () => {
    set({ slow: true, patienceUntil: null });
    if (ladder.online) poll();
  };
  const open = () => {
    const upgrade = ladder.rung !== "polling";
    set({ socket: "opening", openedAt: at, retryAt: null, upgradedAt: null, unproved: false, synced: false, ...(ladder.slow ? {} : { patienceUntil: at + HEAR_WITHIN }) });
    effects.push({ do: "open", upgrade });
  };
  const close = () => {
    if (ladder.socket !== "none") effects.push({ do: "close" });
    set({ socket: "none", synced: false, upgradedAt: null, unproved: false });
  };
  const retryLater = () => {
    const pause = RETRY_SOCKET[Math.min(ladder.attempts, RETRY_SOCKET.length - 1)] ?? 60_000;
    set({ retryAt: at + pause * (0.5 + chance), attempts: ladder.attempts + 1 });
  };
  const reopen = () => {
    close();
    open();
  };
  /** On coming back: fetch at once, and do not trust a line that was silent. */
  const comeBack = () => {
    if (!ladder.begun || !ladder.online) return;
    if (ladder.outcome === "signed-out") set({ outcome: null });
    if (ladder.pollAt === null) fetchGap();
    else poll();
    if (ladder.socket === "none") {
      set({ attempts: 0 });
      open();
    } else if (ladder.socket === "heard" && at - ladder.heardAt > TRUSTED_FOR) reopen();
  };

  switch (happening.type) {
    case "begin": {
      if (ladder.begun) break;
      set({ begun: true, rung: happening.remembered === "polling" ? "polling" : "upgrade", online: happening.online, visible: happening.visible });
      if (!happening.online) break;
      if (happening.remembered === "request") {
        climbDown();
        retryLater();
      } else open();
      break;
    }
    case "heard": {
      if (ladder.socket === "none") break;
      const first = ladder.socket === "opening";
      set({ socket: "heard", heardAt: at, unproved: false, retryAt: null });
      if (!first) break;
      fetchGap();
      set({ neededRound: ladder.round, attempts: 0 });
      break;
    }
    case "beat": {
      if (ladder.socket === "heard") set({ heardAt: at });
      break;
    }
    case "upgraded": {
      set({ upgradedAt: at, unproved: true });
      break;
    }
    case "lost": {
      if (ladder.socket === "none") break;
      const wasHeard = ladder.socket === "heard";
      const cut = ladder.upgradedAt !== null && at - ladder.upgradedAt < SHORT_LIFE;
      set({ cuts: cut ? ladder.cuts + 1 : ladder.cuts });
      // Twice is a habit of the network.
      if (ladder.cuts >= 2) set({ rung: "polling" });
      set({ socket: "none", synced: false, upgradedAt: null, unproved: false });
      retryLater();
      if (ladder.slow) break;
      if (wasHeard) set({ patienceUntil: at + HEAR_WITHIN });
      else climbDown();
      break;
    }
    case "resync": {
      if (ladder.socket === "none") break;
      set({ socket: "heard", heardAt: at, unproved: false, synced: false });
      // Everybody is told at the same instant.
      fetchGap(2_000);
      set({ neededRound: ladder.round });
      break;
    }
    case "bye": {
      if (ladder.socket === "none") break;
      close();
      set({ retryAt: at + 500 + 2_500 * chance, ...(ladder.slow ? {} : { patienceUntil: at + HEAR_WITHIN }) });
      break;
    }
    case "crowded": {
      close();
      set({ retryAt: null });
      climbDown();
      break;
    }
    case "fetched": {
      if (happening.outcome === "signed-out") {
        close();
        set({ outcome: "signed-out", retryAt: null, pollAt: null, patienceUntil: null, slow: false });
        break;
      }
      set({ outcome: happening.outcome });
      if (happening.outcome !== "ok") {
        set({ synced: false, neededRound: ladder.round + 1, pollAt: at + between(RETRY_FETCH, chance) });
        break;
      }
      if (ladder.socket === "heard" && happening.round >= ladder.neededRound) {
        if (!ladder.synced) effects.push({ do: "remember", rung: ladder.rung });
        set({ synced: true, slow: false, pollAt: null, patienceUntil: null });
      } else if (ladder.slow && ladder.socket === "none") effects.push({ do: "remember", rung: "request" });
      break;
    }
    case "online": {
      set({ online: true, rung: "upgrade", cuts: 0, attempts: 0, outcome: null });
      if (!ladder.begun) break;
      fetchGap();
      reopen();
      break;
    }
    case "offline": {
      // The line is not trusted again before it was rebuilt.
      set({ online: false, synced: false, neededRound: ladder.round + 1 });
      break;
    }
    case "hidden": {
      set({ visible: false });
      break;
    }
    case "shown": {
      set({ visible: true });
      comeBack();
      break;
    }
    case "woke": {
      comeBack();
      break;
    }
    case "end": {
      close();
      ladder = { ...atFoot, round: ladder.round };
      break;
    }
    case "tick": {
      if (ladder.unproved && ladder.upgradedAt !== null && at >= ladder.upgradedAt + HEAR_WITHIN) {
        // It opened, and then froze: the rung below it did speak.
        set({ rung: "polling" });
        reopen();
      }
      if (ladder.socket === "opening" && at >= ladder.openedAt + DROP_AFTER) {
        close();
        retryLater();
      }
      if (ladder.patienceUntil !== null && at >= ladder.patienceUntil) {
        if (ladder.socket === "heard") set({ patienceUntil: null });
        else climbDown();
      }
      if (!ladder.online || !ladder.visible) break;
      if (ladder.pollAt !== null && at >= ladder.pollAt) poll();
      if (ladder.retryAt !== null && at >= ladder.retryAt && ladder.socket === "none") open();
      break;
    }
  }
  return { ladder, effects };
}
