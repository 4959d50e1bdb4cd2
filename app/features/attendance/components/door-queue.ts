import { findWaiting, keepWaiting } from "~/kit/local-copies";
import { actLine, type Act, type Ref } from "../model";

/** Someone without an account, noted by a phone: name, where they work, and the act's own key and moment. */
export type Arrival = { key: string; name: string; organisation: string; at: number };
type Waiting = Act | Arrival;

/** What is to be said of what was not sent yet. */
export type QueueStatus = { waiting: number; is: "quiet" | "offline" | "ended" | "refused"; sentence?: string; stored: boolean };

type Door = {
  /** What waits has changed, or was sent. */
  tell: (status: QueueStatus) => void;
  /** These acts are the server's now. */
  took: (acts: readonly Act[], arrivals: boolean) => void;
};

const TRY_AGAIN = 8_000;
const isArrival = (one: Waiting): one is Arrival => "name" in one;
const isWaiting = (one: unknown): one is Waiting =>
  typeof one === "object" && one !== null && typeof (one as Waiting).key === "string" && typeof (one as Waiting).at === "number" && ("ref" in one || "name" in one);

/**
 * Ticks, kept in the phone until the server has taken them: in the order in which they were made,
 * each with a key of its own, so that one which is sent twice counts once. They outlive the page.
 */
export class DoorQueue {
  #waiting: Waiting[];
  #stored = true;
  #flight: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over = false;

  constructor(private readonly place: string, private readonly address: string, private readonly door: Door) {
    this.#waiting = (findWaiting(place) ?? []).filter(isWaiting);
  }

  get acts(): Act[] {
    return this.#waiting.filter((one): one is Act => !isArrival(one));
  }

  get arrivals(): Arrival[] {
    return this.#waiting.filter(isArrival);
  }

  tick(ref: Ref, present: boolean): void {
    this.#add({ key: crypto.randomUUID(), ref, present, at: this.#later() });
  }

  arrive(name: string, organisation: string): void {
    this.#add({ key: crypto.randomUUID(), name, organisation, at: this.#later() });
  }

  /** Sends what waits; nothing is sent twice at once. */
  send(): void {
    clearTimeout(this.#timer);
    if (this.#over || this.#flight || this.#waiting.length === 0) return;
    this.#flight = this.#sendAll().finally(() => {
      this.#flight = null;
    });
  }

  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  /** Two acts of one phone never fall together, whatever its clock does. */
  #later(): number {
    return Math.max(Date.now(), (this.#waiting.at(-1)?.at ?? 0) + 1);
  }

  #add(one: Waiting): void {
    this.#waiting.push(one);
    this.#keep("quiet");
    this.send();
  }

  #keep(is: QueueStatus["is"], sentence?: string): void {
    this.#stored = keepWaiting(this.place, this.#waiting);
    this.door.tell({ waiting: this.#waiting.length, is, stored: this.#stored, ...(sentence ? { sentence } : {}) });
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#over) {
      const arrival = this.arrivals[0];
      const acts = this.acts;
      const done = acts.length > 0 ? await this.#send(`${this.address}/actes`, acts, acts.map((act): [string, string] => ["acte", actLine(act, Date.now())])) : arrival ? await this.#send(`${this.address}/arrivees`, [arrival], fieldsOf(arrival)) : false;
      if (!done) return;
    }
  }

  async #send(address: string, sent: readonly Waiting[], fields: [string, string][]): Promise<boolean> {
    try {
      const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
      if (answer.type === "opaqueredirect" || answer.status === 401) return (this.#keep("ended"), false);
      if (answer.status >= 500 || answer.status === 429) return this.#failed();
      const { problem, gone = [] } = (await answer.json()) as { problem?: { sentence: string }; gone?: string[] };
      // What is refused would be refused again: it is said, and taken from the list.
      this.#waiting = this.#waiting.filter((one) => !sent.includes(one));
      this.door.took(problem ? [] : sent.filter((one): one is Act => !isArrival(one) && !gone.includes(one.key)), sent.some(isArrival));
      const sentence = problem?.sentence ?? (gone.length > 0 ? "Une personne cochée n’est plus membre\u00a0: sa présence n’a pas été notée." : undefined);
      this.#keep(sentence ? "refused" : "quiet", sentence);
      return true;
    } catch {
      return this.#failed();
    }
  }

  #failed(): false {
    this.#keep("offline");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(), TRY_AGAIN);
    return false;
  }
}

const fieldsOf = ({ key, name, organisation, at }: Arrival): [string, string][] => [
  ["nom", name],
  ["organisation", organisation],
  ["acte", key],
  ["age", String(Math.max(0, Date.now() - at))],
];
