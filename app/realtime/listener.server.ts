import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { connectionOptions } from "#db/client.server";
import { log } from "~/kit/log.server";
import { CHANNEL, parseEvent, type AnnouncedEvent } from "./events";

/** How often the listener proves that it hears, and how long it waits for that; milliseconds. */
const PROVE_EVERY = 10_000;
const PROVE_WITHIN = 3_000;
const TRY_AGAIN_AFTER = 1_000;

export type Ears = {
  onEvent: (event: AnnouncedEvent) => void;
  /** The line was down, or is new: anything may have been missed. */
  onGap: () => void;
};

/**
 * Hears what transactions announce, on a connection of its own. postgres.js
 * listens again by itself when its connection closes, but gives up without a
 * word when that fails, and cannot see a line that went silent: so the listener
 * sends itself a word every ten seconds and starts afresh when it does not hear it.
 */
export class Listener {
  #url = "";
  #sql: postgres.Sql | undefined;
  #timer: NodeJS.Timeout | undefined;
  #awaited: { word: string; heard: () => void } | undefined;

  constructor(
    private readonly ears: Ears,
    private readonly proveEvery = PROVE_EVERY,
  ) {}

  /** Starts afresh, whatever there was before; resolves once it hears, or has begun trying again by itself. */
  async open(url: string): Promise<void> {
    this.#url = url;
    this.#drop();
    await this.#look();
  }

  close(): void {
    this.#url = "";
    this.#drop();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#awaited = undefined;
    void this.#sql?.end({ timeout: 0 }).catch(() => {});
    this.#sql = undefined;
  }

  async #look(): Promise<void> {
    const url = this.#url;
    if (url === "") return;
    let sql = this.#sql;
    let pause = this.proveEvery;
    try {
      // Asking for array types first would be one more query, and nobody catches its refusal when the line is dropped meanwhile.
      sql ??= this.#sql = postgres(url, { ...connectionOptions, max: 1, fetch_types: false });
      await within(PROVE_WITHIN, this.#prove(sql));
    } catch (error) {
      if (this.#sql !== sql) return;
      log.warn({ code: (error as NodeJS.ErrnoException).code }, "the listener does not hear");
      this.#drop();
      pause = TRY_AGAIN_AFTER;
    }
    if (this.#url !== url || (this.#sql && this.#sql !== sql)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), pause);
  }

  #listening = new WeakSet<postgres.Sql>();

  async #prove(sql: postgres.Sql): Promise<void> {
    if (!this.#listening.has(sql)) {
      this.#listening.add(sql);
      await sql.listen(CHANNEL, (payload) => this.#hear(sql, payload), () => this.#sql === sql && this.ears.onGap());
    }
    const word = `beat ${randomUUID()}`;
    const heard = new Promise<void>((resolve) => (this.#awaited = { word, heard: resolve }));
    await sql`select pg_notify(${CHANNEL}, ${word})`;
    await heard;
  }

  #hear(sql: postgres.Sql, payload: string): void {
    if (this.#sql !== sql) return;
    if (payload === this.#awaited?.word) return this.#awaited.heard();
    const event = parseEvent(payload);
    if (event) this.ears.onEvent(event);
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error("late")), milliseconds)));
  work.catch(() => {});
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
