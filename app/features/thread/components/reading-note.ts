/** Milliseconds between seeing a message and saying so to the server. */
const PAUSE = 1_500;

/** Tells the server how far someone has read, now and then, and never backwards. */
export class ReadingNote {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reached: number;
  #said: number;

  constructor(
    private readonly threadId: number,
    read: number,
  ) {
    this.#reached = this.#said = read;
  }

  reach(position: number): void {
    if (!(position > this.#reached)) return;
    this.#reached = position;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.say(), PAUSE);
  }

  /** What fails is said again with the next message seen. */
  say(): void {
    clearTimeout(this.#timer);
    if (this.#reached <= this.#said) return;
    const position = this.#reached;
    const before = this.#said;
    this.#said = position;
    const body = new URLSearchParams({ position: String(position) });
    fetch(`/discussions/${this.threadId}/lecture`, { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {
      this.#said = Math.min(this.#said, before);
    });
  }
}
