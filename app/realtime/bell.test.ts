import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { Bell } from "./bell.server";
import type { AnnouncedEvent } from "./events";

it("rings at once, and once more for all that followed closely", async () => {
  const rung: AnnouncedEvent[] = [];
  const bell = new Bell((event) => rung.push(event));
  for (let change = 0; change < 50; change += 1) bell.ring({ type: "thread.moved", id: 7 });
  expect(rung).toHaveLength(1);
  await pause(250);
  expect(rung).toHaveLength(2);
  await pause(250);
  expect(rung).toHaveLength(2);
  bell.close();
});

it("does not let one thing wait for another", () => {
  const rung: AnnouncedEvent[] = [];
  const bell = new Bell((event) => rung.push(event));
  bell.ring({ type: "thread.moved", id: 7 });
  bell.ring({ type: "thread.moved", id: 8 });
  bell.ring({ type: "todo.changed", id: 7 });
  expect(rung.map(({ type, id }) => `${type} ${id}`)).toEqual(["thread.moved 7", "thread.moved 8", "todo.changed 7"]);
  bell.close();
});
