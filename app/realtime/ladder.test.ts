import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { step } from "./climb";
import { DROP_AFTER, HEAR_WITHIN, TRUSTED_FOR, atFoot, nextTick, viewOf, type Effect, type Happening, type Ladder, type Rung } from "./ladder";

/** A ladder with a clock that moves only when told, and everything it asked for. */
class Climber {
  ladder: Ladder = atFoot;
  at = 1_000_000;
  effects: Effect[] = [];

  constructor(remembered: Rung = "upgrade", readonly chance = 0.5) {
    this.tell({ type: "begin", remembered, online: true, visible: true });
  }
  tell(happening: Happening): Effect[] {
    const { ladder, effects } = step(this.ladder, happening, this.at, this.chance);
    const opened = effects.findIndex((effect) => effect.do === "open");
    if (opened >= 0 && this.ladder.socket !== "none" && happening.type !== "lost") {
      expect(does(effects.slice(0, opened))).toContain("close");
    }
    expect(effects.filter((effect) => effect.do === "open").length).toBeLessThanOrEqual(1);
    this.ladder = ladder;
    this.effects.push(...effects);
    return effects;
  }
  /** Lets time pass, with each tick at its hour. */
  wait(milliseconds: number): Effect[] {
    const end = this.at + milliseconds;
    const before = this.effects.length;
    for (let due = nextTick(this.ladder); due !== null && due <= end; due = nextTick(this.ladder)) {
      this.at = Math.max(this.at + 1, due);
      this.tell({ type: "tick" });
    }
    this.at = end;
    return this.effects.slice(before);
  }
  fetched(outcome: "ok" | "unreachable" | "unwell" | "signed-out" = "ok"): Effect[] {
    return this.tell({ type: "fetched", outcome, round: this.ladder.round });
  }
  /** Up to live. */
  connect(): this {
    this.tell({ type: "heard" });
    this.fetched();
    return this;
  }
  get view() {
    return viewOf(this.ladder);
  }
}

const does = (effects: Effect[]) => effects.map((effect) => (effect.do === "open" ? `open ${effect.upgrade ? "upgrade" : "polling"}` : effect.do));

describe("the first rung", () => {
  it("opens a socket that may upgrade, and claims nothing yet", () => {
    const climber = new Climber();
    expect(does(climber.effects)).toEqual(["open upgrade"]);
    expect(climber.view).toBe("starting");
  });

  it("fetches the gap before it says live", () => {
    const climber = new Climber();
    expect(does(climber.tell({ type: "heard" }))).toEqual(["fetch"]);
    expect(climber.view).toBe("starting");
    climber.fetched();
    expect(climber.view).toBe("live");
  });

  it("does not take a fetch that began before the line was up for the gap's", () => {
    const climber = new Climber();
    climber.wait(HEAR_WITHIN);
    const early = climber.ladder.round;
    climber.tell({ type: "heard" });
    climber.tell({ type: "fetched", outcome: "ok", round: early });
    expect(climber.view).not.toBe("live");
    climber.fetched();
    expect(climber.view).toBe("live");
  });

  it("remembers the rung that won", () => {
    expect(new Climber().connect().effects.at(-1)).toEqual({ do: "remember", rung: "upgrade" });
  });
});

describe("without a server message", () => {
  it("goes to plain requests after four seconds, an open socket or not", () => {
    const climber = new Climber();
    expect(climber.wait(HEAR_WITHIN - 1)).toEqual([]);
    expect(does(climber.wait(1))).toEqual(["fetch"]);
    expect(climber.view).toBe("slow");
  });

  it("asks every 20 to 30 seconds there", () => {
    for (const chance of [0, 0.5, 0.999]) {
      const climber = new Climber("upgrade", chance);
      climber.wait(DROP_AFTER);
      const asked = climber.wait(300_000).filter((effect) => effect.do === "fetch").length;
      expect(asked).toBeGreaterThanOrEqual(10);
      expect(asked).toBeLessThanOrEqual(15);
    }
  });

  it("is remembered once a plain request did get through, so that the next page does not wait", () => {
    const climber = new Climber();
    climber.wait(HEAR_WITHIN);
    expect(climber.fetched()).toEqual([{ do: "remember", rung: "request" }]);
  });

  it("goes on trying the socket behind it, ever more rarely", () => {
    const climber = new Climber();
    const opened = climber.wait(600_000).filter((effect) => effect.do === "open").length;
    expect(opened).toBeGreaterThan(5);
    expect(opened).toBeLessThan(20);
  });

  it("still takes a slow network's socket, and then stops asking", () => {
    const climber = new Climber();
    climber.wait(9_000);
    climber.connect();
    expect(climber.view).toBe("live");
    expect(climber.wait(600_000)).toEqual([]);
  });

  it("does not wait four seconds where the socket is refused at once", () => {
    const climber = new Climber();
    expect(does(climber.tell({ type: "lost" }))).toEqual(["fetch"]);
    expect(climber.view).toBe("slow");
  });

  it("begins with plain requests where nothing else passed before, and tries the socket later", () => {
    const climber = new Climber("request");
    expect(does(climber.effects)).toEqual(["fetch"]);
    climber.fetched();
    expect(climber.view).toBe("slow");
    expect(does(climber.wait(2_000))).toContain("open upgrade");
  });
});

describe("an upgrade that freezes", () => {
  it("comes down to polling after four seconds without a message over it", () => {
    const climber = new Climber().connect();
    climber.tell({ type: "upgraded" });
    expect(does(climber.wait(HEAR_WITHIN))).toEqual(["close", "open polling"]);
    climber.connect();
    expect(climber.view).toBe("live");
    expect(climber.effects.at(-1)).toEqual({ do: "remember", rung: "polling" });
  });

  it("is kept when a message comes over it", () => {
    const climber = new Climber().connect();
    climber.tell({ type: "upgraded" });
    climber.tell({ type: "heard" });
    expect(climber.wait(60_000)).toEqual([]);
    expect(climber.view).toBe("live");
  });

  it("is given up for polling when the line is cut young twice", () => {
    const climber = new Climber().connect();
    for (let cut = 0; cut < 2; cut += 1) {
      climber.tell({ type: "upgraded" });
      climber.tell({ type: "heard" });
      climber.wait(30_000);
      climber.tell({ type: "lost" });
      climber.wait(2_000);
      climber.connect();
    }
    expect(climber.effects.filter((effect) => effect.do === "open").at(-1)).toEqual({ do: "open", upgrade: false });
  });

  it("uses what was remembered of it, and forgets it when the network changes", () => {
    const climber = new Climber("polling");
    expect(does(climber.effects)).toEqual(["open polling"]);
    climber.tell({ type: "offline" });
    expect(does(climber.tell({ type: "online" }))).toEqual(["fetch", "close", "open upgrade"]);
  });
});

describe("a line that is lost", () => {
  it("is no longer live at once, and slow after four seconds", () => {
    const climber = new Climber().connect();
    climber.tell({ type: "lost" });
    expect(climber.view).toBe("starting");
    climber.wait(HEAR_WITHIN);
    expect(climber.view).toBe("slow");
  });

  it("comes back within two seconds where it can, with one socket and the gap fetched", () => {
    const climber = new Climber().connect();
    climber.tell({ type: "lost" });
    expect(does(climber.wait(2_000))).toEqual(["open upgrade"]);
    expect(does(climber.tell({ type: "heard" }))).toEqual(["fetch"]);
    climber.fetched();
    expect(climber.view).toBe("live");
  });

  it("never has two sockets open, nor says live without one, whatever happens", () => {
    const happening = fc.constantFrom<Happening>(
      { type: "heard" }, { type: "beat" }, { type: "upgraded" }, { type: "lost" }, { type: "resync" }, { type: "bye" }, { type: "crowded" },
      { type: "online" }, { type: "offline" }, { type: "shown" }, { type: "hidden" }, { type: "woke" }, { type: "tick" },
      { type: "fetched", outcome: "ok", round: 3 }, { type: "fetched", outcome: "unreachable", round: 3 }, { type: "fetched", outcome: "signed-out", round: 3 },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(happening, fc.integer({ min: 0, max: 70_000 })), { maxLength: 60 }), (story) => {
        const climber = new Climber();
        for (const [what, later] of story) {
          climber.wait(later);
          climber.tell(what);
        }
        expect(climber.view === "live" ? climber.ladder.socket : "heard").toBe("heard");
        if (climber.view === "live") expect(climber.ladder.online).toBe(true);
      }),
    );
  });

  it("leaves a server that says goodbye, and comes back at another moment than the others", () => {
    const pauses = [0, 0.9].map((chance) => {
      const climber = new Climber("upgrade", chance).connect();
      expect(does(climber.tell({ type: "bye" }))).toEqual(["close"]);
      return (nextTick(climber.ladder) ?? 0) - climber.at;
    });
    expect(pauses[0]).toBeLessThan(1_000);
    expect(pauses[1]).toBeGreaterThan(2_000);
  });

  it("does not come back by itself when the browser has too many sockets, but when it is looked at", () => {
    const climber = new Climber().connect();
    climber.tell({ type: "crowded" });
    climber.fetched();
    expect(climber.view).toBe("slow");
    expect(climber.wait(600_000).some((effect) => effect.do === "open")).toBe(false);
    climber.tell({ type: "hidden" });
    expect(does(climber.tell({ type: "shown" }))).toContain("open upgrade");
  });
});

describe("what may have been missed", () => {
  it("is fetched when the server says so, before the chip says live again", () => {
    const climber = new Climber().connect();
    expect(climber.tell({ type: "resync" })).toMatchObject([{ do: "fetch", spread: 2_000 }]);
    expect(climber.view).not.toBe("live");
    climber.fetched();
    expect(climber.view).toBe("live");
  });

  it("is fetched after a sleep, on a new line, and only then is it live", () => {
    const climber = new Climber().connect();
    climber.at += 3_600_000;
    expect(does(climber.tell({ type: "woke" }))).toEqual(["fetch", "close", "open upgrade"]);
    expect(climber.view).toBe("starting");
    climber.fetched();
    expect(climber.view).toBe("starting");
    climber.connect();
    expect(climber.view).toBe("live");
  });

  it("is fetched on coming back to the tab, and the line is kept where its heart beat meanwhile", () => {
    const climber = new Climber().connect();
    climber.tell({ type: "hidden" });
    climber.at += 60_000;
    climber.tell({ type: "beat" });
    climber.at += TRUSTED_FOR - 1_000;
    expect(does(climber.tell({ type: "shown" }))).toEqual(["fetch"]);
    expect(climber.view).toBe("live");
  });
});

describe("a hidden tab", () => {
  it("asks for nothing on the last rung, and at once when shown", () => {
    const climber = new Climber("request");
    climber.tell({ type: "hidden" });
    expect(climber.wait(600_000)).toEqual([]);
    expect(does(climber.tell({ type: "shown" }))).toContain("fetch");
  });
});

describe("offline", () => {
  it("is said when the browser says so, and left only through a fetch on a new line", () => {
    const climber = new Climber().connect();
    climber.tell({ type: "offline" });
    expect(climber.view).toBe("offline");
    climber.tell({ type: "online" });
    expect(climber.view).toBe("starting");
    climber.connect();
    expect(climber.view).toBe("live");
  });

  it("is said when a fetch gets no answer, and the fetch is tried again within ten seconds", () => {
    const climber = new Climber("request");
    climber.fetched("unreachable");
    expect(climber.view).toBe("offline");
    expect(does(climber.wait(10_000))).toContain("fetch");
    climber.fetched();
    expect(climber.view).toBe("slow");
  });

  it("ends soon after the server is back: the first fetch that gets through tries the socket again", () => {
    const climber = new Climber().connect();
    climber.tell({ type: "lost" });
    for (let minute = 0; minute < 5; minute += 1) {
      climber.wait(60_000);
      if (climber.ladder.socket === "opening") climber.tell({ type: "lost" });
      climber.fetched("unreachable");
    }
    climber.fetched();
    expect(does(climber.wait(2_000))).toContain("open upgrade");
  });

  it("is not said when the server answers that it cannot answer now", () => {
    const climber = new Climber().connect();
    climber.fetched("unwell");
    expect(climber.view).toBe("slow");
    climber.wait(10_000);
    climber.fetched();
    expect(climber.view).toBe("live");
  });

  it("asks first when the server hung up, and does not knock again when the session is over", () => {
    const climber = new Climber().connect();
    expect(does(climber.tell({ type: "lost", dismissed: true }))).toEqual(["fetch"]);
    climber.fetched("signed-out");
    expect(climber.view).toBe("offline");
    expect(climber.wait(3_600_000)).toEqual([]);
  });

  it("stops asking when the session is over, until the page is looked at again", () => {
    const climber = new Climber().connect();
    expect(does(climber.fetched("signed-out"))).toEqual(["close"]);
    expect(climber.view).toBe("offline");
    expect(climber.wait(3_600_000)).toEqual([]);
    climber.tell({ type: "hidden" });
    expect(does(climber.tell({ type: "shown" }))).toEqual(["fetch", "open upgrade"]);
  });
});

it("closes the line when nobody on the page listens, and can begin again", () => {
  const climber = new Climber().connect();
  expect(does(climber.tell({ type: "end" }))).toEqual(["close"]);
  expect(climber.wait(600_000)).toEqual([]);
  expect(does(climber.tell({ type: "begin", remembered: "upgrade", online: true, visible: true }))).toEqual(["open upgrade"]);
});
