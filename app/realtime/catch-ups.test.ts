import { describe, expect, it } from "vitest";
import { CatchUps, SignedOut, Unwell } from "./catch-ups";

/** A fetch that ends when told. */
function heldFetch() {
  const ends: (() => void)[] = [];
  let atOnce = 0;
  let most = 0;
  const catchUp = async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise<void>((end) => ends.push(end));
    atOnce -= 1;
  };
  const settle = () => new Promise((done) => setTimeout(done, 0));
  return { catchUp, begun: () => ends.length, most: () => most, endNext: async (index: number) => (ends[index]?.(), settle()) };
}

describe("catching up", () => {
  it("never runs twice at once for one subscriber: twenty rings are one fetch and one more after it", async () => {
    const catchUps = new CatchUps();
    const held = heldFetch();
    catchUps.add("thread.moved", 7, held.catchUp);
    const rings = Array.from({ length: 20 }, () => catchUps.ring("thread.moved", 7));
    expect(held.begun()).toBe(1);
    await held.endNext(0);
    expect(held.begun()).toBe(2);
    await held.endNext(1);
    expect(await Promise.all(rings)).toEqual(Array(20).fill("ok"));
    expect(held.begun()).toBe(2);
    expect(held.most()).toBe(1);
  });

  it("answers a call with a fetch that began after it", async () => {
    const catchUps = new CatchUps();
    const held = heldFetch();
    catchUps.add("thread.moved", 7, held.catchUp);
    void catchUps.all();
    let done = false;
    const later = catchUps.all().then(() => (done = true));
    await held.endNext(0);
    expect(done).toBe(false);
    await held.endNext(1);
    await later;
    expect(done).toBe(true);
  });

  it("rings only those who asked for that thing", async () => {
    const catchUps = new CatchUps();
    const heard: string[] = [];
    const hear = (name: string) => async () => void heard.push(name);
    catchUps.add("thread.moved", 7, hear("seven"));
    catchUps.add("thread.moved", 8, hear("eight"));
    catchUps.add("todo.changed", 7, hear("todo"));
    await catchUps.ring("thread.moved", 7);
    expect(heard).toEqual(["seven"]);
    expect([catchUps.wants("thread.moved", 8), catchUps.wants("thread.moved", 9)]).toEqual([true, false]);
  });

  it("rings whoever asked for any thing of a kind, by the number 0", async () => {
    const catchUps = new CatchUps();
    let heard = 0;
    catchUps.add("thread.moved", 0, async () => void (heard += 1));
    await catchUps.ring("thread.moved", 7);
    await catchUps.ring("thread.moved", 8);
    await catchUps.ring("todo.changed", 8);
    expect(heard).toBe(2);
  });

  it("forgets those who left the page", async () => {
    const catchUps = new CatchUps();
    let rung = 0;
    const { remove } = catchUps.add("thread.moved", 7, async () => void (rung += 1));
    remove();
    expect(await catchUps.all()).toBe("ok");
    expect(rung).toBe(0);
  });

  it("tells no answer from a bad one, and the worst of several", async () => {
    const outcome = async (...errors: (Error | null)[]) => {
      const catchUps = new CatchUps();
      for (const error of errors) {
        catchUps.add("thread.moved", 1, async () => {
          if (error) throw error;
        });
      }
      return catchUps.all();
    };
    expect(await outcome(null)).toBe("ok");
    expect(await outcome(null, new Unwell())).toBe("unwell");
    expect(await outcome(new Unwell(), new TypeError("Failed to fetch"))).toBe("unreachable");
    expect(await outcome(new DOMException("late", "TimeoutError"))).toBe("unreachable");
    expect(await outcome(new TypeError("Failed to fetch"), new SignedOut())).toBe("signed-out");
  });

  it("survives a subscriber that throws at once", async () => {
    const catchUps = new CatchUps();
    catchUps.add("thread.moved", 1, () => {
      throw new Error("broken");
    });
    expect(await catchUps.all()).toBe("unwell");
    expect(await catchUps.all()).toBe("unwell");
  });
});
