import {
  DROP_AFTER,
  HEAR_WITHIN,
  POLL_EVERY,
  RETRY_FETCH,
  RETRY_SOCKET,
  SHORT_LIFE,
  TRUSTED_FOR,
  atFoot,
  type Effect,
  type Happening,
  type Ladder,
} from "./ladder";

const between = ({ least, most }: { least: number; most: number }, chance: number): number => least + (most - least) * chance;

/**
 * What the ladder becomes, and what is to be done about it.
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
    const line = { openedAt: at, retryAt: null, upgradedAt: null, unproved: false, synced: false };
    set({ ...line, socket: "opening", ...(ladder.slow ? {} : { patienceUntil: ladder.patienceUntil ?? at + HEAR_WITHIN }) });
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
      // A session that is over is told by the fetch, and the door is not knocked at again.
      if (happening.dismissed) fetchGap();
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
      const isBack = happening.outcome === "ok" && (ladder.outcome === "unreachable" || ladder.outcome === "unwell");
      set({ outcome: happening.outcome });
      // The server answers again: everyone's socket can come back, though not all in the same second.
      if (isBack && ladder.socket === "none") set({ attempts: 0, retryAt: at + 2_000 * chance });
      if (happening.outcome !== "ok") {
        set({ synced: false, neededRound: ladder.round + 1, pollAt: at + between(RETRY_FETCH, chance) });
        break;
      }
      if (ladder.socket === "heard" && happening.round >= ladder.neededRound) {
        if (!ladder.synced) effects.push({ do: "remember", rung: ladder.rung });
        set({ synced: true, slow: false, pollAt: null, patienceUntil: null });
      } else if (ladder.slow && ladder.socket !== "heard") effects.push({ do: "remember", rung: "request" });
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
