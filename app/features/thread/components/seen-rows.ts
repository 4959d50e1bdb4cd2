/** Watches which messages were on screen while someone could look at them. */
export class SeenRows {
  readonly #watched = new Set<Element>();
  readonly #observer: IntersectionObserver;

  constructor(private readonly onSeen: (row: HTMLElement, position: number) => void) {
    this.#observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.#look(entry)), { threshold: [0, 0.5, 1] });
  }

  watch(rows: Iterable<Element>): void {
    for (const row of rows) {
      if (this.#watched.has(row)) continue;
      this.#watched.add(row);
      this.#observer.observe(row);
    }
  }

  /** Looks again at what is on screen: the tab was hidden when it appeared. */
  again(): void {
    for (const row of this.#watched) {
      this.#observer.unobserve(row);
      this.#observer.observe(row);
    }
  }

  stop(): void {
    this.#observer.disconnect();
    this.#watched.clear();
  }

  // A message longer than the screen counts once its end was reached.
  #look({ isIntersecting, intersectionRatio, boundingClientRect, target }: IntersectionObserverEntry): void {
    if (!isIntersecting || document.hidden || !(target instanceof HTMLElement)) return;
    if (intersectionRatio < 0.5 && boundingClientRect.bottom > innerHeight) return;
    this.#watched.delete(target);
    this.#observer.unobserve(target);
    this.onSeen(target, Number(target.dataset.position));
  }
}
