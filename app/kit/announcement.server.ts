import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { CHANNEL, type AnnouncedEvent } from "~/realtime/events";
import { log } from "./log.server";

/**
 * Rings the doorbell for what has just been committed. PostgreSQL holds one lock for the
 * whole database while a transaction that notifies commits, its flush to disk included,
 * so a NOTIFY inside the writes would make them wait for each other's disk. These go in
 * small transactions of their own, which wait for no disk, and many together (decision 0009).
 */
/** Milliseconds in which what is committed is gathered into one ring. */
const GATHER = 10;
const waiting = new Map<string, AnnouncedEvent>();
let ringing = false;

export function announceCommitted(events: readonly AnnouncedEvent[]): void {
  for (const event of events) waiting.set(`${event.type} ${event.id}`, event);
  if (!ringing && waiting.size > 0) void ringAll();
}

async function ringAll(): Promise<void> {
  ringing = true;
  try {
    while (waiting.size > 0) {
      await pause(GATHER);
      const payloads = [...waiting.values()].map((event) => JSON.stringify(event));
      waiting.clear();
      await db.execute(sql`
        select set_config('synchronous_commit', 'off', true), count(pg_notify(${CHANNEL}, payload))
        from json_array_elements_text(${JSON.stringify(payloads)}::json) payload`);
    }
  } catch (error) {
    // Whoever listens hears that the line was down, and has every page fetch what it missed.
    waiting.clear();
    log.warn({ code: (error as NodeJS.ErrnoException).code }, "announcements were not heard");
  } finally {
    ringing = false;
  }
}
