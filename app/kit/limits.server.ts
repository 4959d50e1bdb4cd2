import { now } from "./clock.server";
import { DomainError } from "./errors";

/** So many counters at most, whatever the number of addresses that knock: memory stays bounded. */
const MOST_COUNTERS = 20_000;

type Counter = { count: number; endsAt: number };
const counters = new Map<string, Counter>();

/**
 * Lets `most` acts through per fixed window of `windowMs` milliseconds, for one
 * key (a network, a member). Counted in this process: with several processes the
 * limit is that many times larger, which a generous limit can bear.
 * @throws DomainError rate.exceeded with the seconds to wait.
 */
export function limit(name: string, key: string | number, most: number, windowMs: number): void {
  const present = now().getTime();
  const id = `${name}:${key}`;
  const counter = counters.get(id);
  if (counter && counter.endsAt > present) {
    if (counter.count >= most) {
      throw new DomainError("rate.exceeded", { retryAfter: Math.max(1, Math.ceil((counter.endsAt - present) / 1_000)) });
    }
    counter.count += 1;
    return;
  }
  counters.delete(id);
  if (counters.size >= MOST_COUNTERS) makeRoom(present);
  counters.set(id, { count: 1, endsAt: present + windowMs });
}

/** Drops what is over; if all still counts, the tenth that was opened first. */
function makeRoom(present: number): void {
  for (const [id, { endsAt }] of counters) if (endsAt <= present) counters.delete(id);
  const excess = counters.size - Math.floor(MOST_COUNTERS * 0.9);
  if (excess <= 0) return;
  for (const id of [...counters.keys()].slice(0, excess)) counters.delete(id);
}

/** Starts counting again from nothing, for tests. */
export const forgetLimits = (): void => counters.clear();

export const countersKept = (): number => counters.size;
