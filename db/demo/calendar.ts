import type { DemoConversation } from "./conversation";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Reads an instant as wall-clock time written as if it were UTC, so that days can be counted without summer time. */
function wallClockOf(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  };
}

/**
 * When each message of a conversation was written, seen from `now`: rising, all in
 * the past, and on working days except during the last two, where somebody always
 * writes from home. The last message is placed first and the others are counted
 * back from it, so that sparing a weekend never pushes anything into the future.
 */
export function messageInstants(conversation: DemoConversation, now: Date, timeZone: string): Date[] {
  const wallClock = wallClockOf(timeZone);
  const instantOf = (at: number) => {
    const guess = at - (wallClock(at) - at);
    return new Date(guess - (wallClock(guess) - at));
  };
  const present = wallClock(now.getTime());
  const midnight = present - (present % DAY);
  const length = conversation.messages.reduce((sum, message) => sum + message.afterMinutes, 0);

  let wall = midnight - conversation.startedDaysAgo * DAY + length * MINUTE;
  while (wall > present - 2 * MINUTE) wall -= DAY;

  const walls: number[] = [];
  for (const message of [...conversation.messages].reverse()) {
    while (wall < present - 2 * DAY && [0, 6].includes(new Date(wall).getUTCDay())) wall -= DAY;
    walls.unshift(wall);
    wall -= message.afterMinutes * MINUTE;
  }
  return walls.map(instantOf);
}
