import { DomainError } from "./errors";

/** How many may wait before those who come are sent away. */
const LONGEST_QUEUE = 200;
const TRY_AGAIN_AFTER = 15;

/**
 * Lets a few pieces of heavy work go on at once; the others wait their turn, so
 * that memory and processors stay bounded whatever arrives.
 */
export class Gate {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /** @throws DomainError rate.exceeded when too many wait already. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside >= this.most) {
      if (this.#waiting.length >= LONGEST_QUEUE) throw new DomainError("rate.exceeded", { retryAfter: TRY_AGAIN_AFTER });
      await new Promise<void>((enter) => this.#waiting.push(enter));
    } else this.#inside += 1;
    try {
      return await work();
    } finally {
      // The place goes from hand to hand: nobody slips in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#inside -= 1;
    }
  }
}
