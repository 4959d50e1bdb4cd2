import type { AnnouncedEvent } from "./events";

/** A thing that rings again within this rings once more at its end, however often it changed; milliseconds. */
const QUIET = 150;

/**
 * The first ring goes out at once; those that follow closely are one. Nothing is
 * lost, because a ring says only that something changed.
 */
export class Bell {
  #quiet = new Map<string, { timer: NodeJS.Timeout; again: boolean }>();

  constructor(private readonly send: (event: AnnouncedEvent) => void) {}

  ring(event: AnnouncedEvent): void {
    const key = `${event.type} ${event.id}`;
    const quiet = this.#quiet.get(key);
    if (quiet) {
      quiet.again = true;
      return;
    }
    this.send(event);
    this.#quiet.set(key, { again: false, timer: setTimeout(() => this.#after(key, event), QUIET) });
  }

  close(): void {
    for (const { timer } of this.#quiet.values()) clearTimeout(timer);
    this.#quiet.clear();
  }

  #after(key: string, event: AnnouncedEvent): void {
    const again = this.#quiet.get(key)?.again;
    this.#quiet.delete(key);
    if (again) this.ring(event);
  }
}
