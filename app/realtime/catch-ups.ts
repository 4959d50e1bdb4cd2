import type { EventType } from "./events";
import type { Outcome } from "./ladder";

/** Fetches what is new; rejects when it could not. */
export type CatchUp = () => Promise<void>;

/** The session is over, or the thing is no longer open to this person: asking again is of no use. */
export class SignedOut extends Error {
  override readonly name = "SignedOut";
  /** @param gone it is this thing that is not there any more: the session may well go on. */
  constructor(readonly gone = false) {
    super();
  }
}

/** The server answered that it cannot answer now. */
export class Unwell extends Error {
  override readonly name = "Unwell";
}

/** A fetch that hangs for longer counts as failed; milliseconds. */
const GIVE_UP_AFTER = 20_000;

export const outcomeOf = (error: unknown): Outcome => {
  if (error instanceof SignedOut) return "signed-out";
  // fetch rejects with a TypeError when no answer came; a timeout is the same to us.
  return error instanceof TypeError || (error instanceof DOMException && error.name !== "SyntaxError") ? "unreachable" : "unwell";
};

/** Never two at once for one subscriber: one runs, and at most one waits for all who asked meanwhile. */
class Subscriber {
  #running: Promise<Outcome> | null = null;
  #waiting: Promise<Outcome> | null = null;

  constructor(
    private readonly type: EventType,
    private readonly id: number,
    private readonly catchUp: CatchUp,
  ) {}

  wants(type: EventType, id: number): boolean {
    return this.type === type && (this.id === 0 || this.id === id);
  }

  /** Resolves with how the first fetch that began after this call ended. */
  run(): Promise<Outcome> {
    if (!this.#running) return this.#start();
    return (this.#waiting ??= this.#running.then(() => {
      this.#waiting = null;
      return this.#start();
    }));
  }

  #start(): Promise<Outcome> {
    return (this.#running = this.#fetch().finally(() => (this.#running = null)));
  }

  async #fetch(): Promise<Outcome> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<Outcome>((resolve) => (timer = setTimeout(() => resolve("unreachable"), GIVE_UP_AFTER)));
    const done = (async () => this.catchUp())().then(() => "ok" as const, outcomeOf);
    return Promise.race([done, late]).finally(() => clearTimeout(timer));
  }
}

const WORST_FIRST: readonly Outcome[] = ["signed-out", "unreachable", "unwell", "ok"];

const worst = (outcomes: readonly Outcome[]): Outcome => WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? "ok";

/** Everyone on the page who wants to know of something. */
export class CatchUps {
  #subscribers = new Set<Subscriber>();

  get size(): number {
    return this.#subscribers.size;
  }

  /** @param id 0: whichever thing of that kind */
  add(type: EventType, id: number, catchUp: CatchUp): { run: () => Promise<Outcome>; remove: () => void } {
    const subscriber = new Subscriber(type, id, catchUp);
    this.#subscribers.add(subscriber);
    return { run: () => subscriber.run(), remove: () => void this.#subscribers.delete(subscriber) };
  }

  wants(type: EventType, id: number): boolean {
    return [...this.#subscribers].some((subscriber) => subscriber.wants(type, id));
  }

  ring(type: EventType, id: number): Promise<Outcome> {
    return this.#run([...this.#subscribers].filter((subscriber) => subscriber.wants(type, id)));
  }

  all(): Promise<Outcome> {
    return this.#run([...this.#subscribers]);
  }

  async #run(subscribers: Subscriber[]): Promise<Outcome> {
    return worst(await Promise.all(subscribers.map((subscriber) => subscriber.run())));
  }
}

/**
 * Fetches an address of ours for a catch-up, and turns the answers that are not
 * news into what the ladder understands.
 * @throws SignedOut, Unwell, or fetch's own TypeError when no answer came.
 */
export async function fetchNews(address: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000), ...init, redirect: "manual", credentials: "same-origin" });
  if (response.type === "opaqueredirect" || [401, 403, 404].includes(response.status)) throw new SignedOut(response.status === 404);
  if (!response.ok && response.status !== 304) throw new Unwell();
  return response;
}
