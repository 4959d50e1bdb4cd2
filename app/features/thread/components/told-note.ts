/** Milliseconds between seeing a message and saying so to the server. */
const PAUSE = 1_500;
const MOST = 100;

/** Tells the server which messages were seen that someone had been told of, where reading on does not say it. */
export class ToldNote {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #seen = new Set<number>();

  constructor(private readonly threadId: number) {}

  see(position: number): void {
    this.#seen.add(position);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.say(), PAUSE);
  }

  /** What fails stays in the list of notifications, where a button clears it. */
  say(): void {
    clearTimeout(this.#timer);
    if (this.#seen.size === 0) return;
    const positions = [...this.#seen].slice(0, MOST).join(" ");
    this.#seen.clear();
    const body = new URLSearchParams({ discussion: String(this.threadId), positions });
    fetch("/notifications/lecture", { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {});
  }
}
