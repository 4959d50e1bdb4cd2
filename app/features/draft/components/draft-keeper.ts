import { findCopy, forgetCopy, keepCopy } from "~/kit/local-copies";
import type { Attachment } from "~/features/file/model";
import { sameTyped, typedIn, type OtherDraft, type SavedDraft, type Typed } from "../model";

/** What became of the text, to be said under the box. */
export type DraftStatus =
  | { is: "quiet" }
  | { is: "saved"; at: string }
  | { is: "offline"; copied: boolean }
  | { is: "ended" }
  | { is: "refused"; sentence: string }
  | { is: "moved"; other: OtherDraft };

type Box = {
  /** The fields as they would be posted. */
  read: () => FormData;
  /** Writes into the fields of these names; files are chosen by people alone. */
  write: (typed: Typed) => void;
  tell: (status: DraftStatus) => void;
};

/** Milliseconds of quiet after which a text is saved, and after which a failed save is tried again. */
const PAUSE = 3_000;
const TRY_AGAIN = 10_000;
/** Publishing waits this long for a save that is under way. */
const HOLD_AT_MOST = 3_000;

/** Not a reload, which would bring the browser's own copy of the fields back. */
const beginAgain = (): void => location.replace(location.pathname + location.search);

/**
 * Keeps a composer's text on the server, one save at a time, each going on from the
 * revision before it. What the server cannot take stays in the tab's storage.
 */
export class DraftKeeper {
  #revision: number;
  #saved: Typed;
  #flight: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #held = false;
  #moved = false;

  constructor(
    private readonly box: Box,
    private readonly place: string,
    /** The revision that the box goes on from, and what needs no saving. */
    known: { revision: number; saved: Typed },
    /** Where texts are kept: drafts, unless they are kept elsewhere by the same rules. */
    private readonly address = "/brouillons/enregistrement",
  ) {
    this.#revision = known.revision;
    this.#saved = known.saved;
  }

  /** What is kept on the server by now. */
  get revision(): number {
    return this.#revision;
  }

  get #text(): Typed {
    return typedIn(this.box.read());
  }

  get #dirty(): boolean {
    return !this.#held && !this.#moved && !sameTyped(this.#text, this.#saved);
  }

  /** A text that the server never got comes back, unless the box holds another by now. */
  restore(): void {
    const copy = findCopy(this.place);
    // The browser may have put back a text of its own, or the page shows one that was refused.
    if (!copy) return void (this.#dirty && this.typed());
    const other = this.#text;
    if (sameTyped(copy.typed, other)) return forgetCopy(this.place);
    this.box.write(copy.typed);
    if (copy.revision === this.#revision) return void this.#save(copy.key);
    this.#conflict({ title: other.titre ?? "", body: other.texte ?? "", files: "[]", revision: this.#revision });
  }

  /** Called at each keystroke. */
  typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE);
  }

  /** Saves now what is not saved yet. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#flight) await this.#flight;
    if (this.#dirty) await this.#save();
  }

  /** The page is being hidden or left: there may be no later. */
  leave(): void {
    clearTimeout(this.#timer);
    if (!this.#dirty) return;
    // A save under way takes the next revision; this one goes on from there.
    void this.#send(this.#revision + (this.#flight ? 1 : 0), undefined, true);
  }

  /** Publishing begins: no save may come after it. Resolves once none is under way, or none answers. */
  async hold(): Promise<void> {
    clearTimeout(this.#timer);
    this.#held = true;
    await Promise.race([this.#flight, new Promise((late) => setTimeout(late, HOLD_AT_MOST))]);
    this.#flight = null;
  }

  get busy(): boolean {
    return this.#flight !== null;
  }

  /** Publishing failed: the text is a draft again. */
  resume(): void {
    this.#held = false;
    this.typed();
  }

  /** The text has left: nothing of it stays here. */
  published(): void {
    this.#held = false;
    this.#moved = false;
    this.#revision = 0;
    forgetCopy(this.place);
    this.box.write({ titre: "", texte: "" });
    this.#saved = this.#text;
    this.box.tell({ is: "quiet" });
  }

  /**
   * The person chose between two texts: the one in the box goes on from the other's revision, with the other's files
   * too where both are kept. Without a text chosen, the page begins again with what is saved.
   */
  settle(other: OtherDraft, chosen: Typed | null, files: readonly Attachment[] = []): void {
    if (!chosen) {
      forgetCopy(this.place);
      return beginAgain();
    }
    this.#moved = false;
    this.#revision = other.revision;
    this.box.write(chosen);
    this.#saved = {};
    this.box.tell({ is: "quiet" });
    void this.#save(undefined, files).then(() => files.length > 0 && !this.#dirty && beginAgain());
  }

  #save(key?: string, files?: readonly Attachment[]): Promise<void> {
    const sending = this.#send(this.#revision, key, false, files).finally(() => {
      if (this.#flight === sending) this.#flight = null;
    });
    this.#flight = sending;
    return sending;
  }

  async #send(revision: number, key?: string, keepalive = false, files: readonly Attachment[] = []): Promise<void> {
    const fields = this.box.read();
    const text = typedIn(fields);
    for (const { id, description } of files) {
      fields.append("fichier", String(id));
      fields.append("description", description);
    }
    fields.set("version", String(revision));
    if (key) fields.set("cle", key);
    try {
      const answer = await fetch(this.address, { method: "POST", body: fields, redirect: "manual", keepalive });
      if (answer.ok) this.#took(text, (await answer.json()) as SavedDraft);
      else if (answer.status === 409) this.#conflict(((await answer.json()) as { problem: { state: OtherDraft } }).problem.state);
      else if (answer.type === "opaqueredirect" || answer.status === 401) this.#keepHere(text, fields, { is: "ended" });
      else if (answer.status === 422 || answer.status === 403) this.box.tell({ is: "refused", sentence: "Ce texte n’a pas pu être gardé comme brouillon. Il reste dans cette page." });
      else this.#failed(text, fields);
    } catch {
      this.#failed(text, fields);
    }
  }

  #took(text: Typed, { revision, savedAt, published }: SavedDraft): void {
    forgetCopy(this.place);
    if (published && !this.#held) return this.published();
    this.#revision = revision;
    this.#saved = text;
    this.box.tell(savedAt ? { is: "saved", at: `à ${savedAt}` } : { is: "quiet" });
  }

  #conflict(other: OtherDraft): void {
    this.#moved = true;
    this.box.tell({ is: "moved", other });
  }

  #keepHere(typed: Typed, fields: FormData, status: DraftStatus): boolean {
    const copied = keepCopy(this.place, { typed, revision: this.#revision, key: String(fields.get("cle") ?? "") });
    this.box.tell(status);
    return copied;
  }

  #failed(text: Typed, fields: FormData): void {
    const copied = this.#keepHere(text, fields, { is: "offline", copied: true });
    if (!copied) this.box.tell({ is: "offline", copied });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), TRY_AGAIN);
  }
}
