import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream, type BusboyHeaders } from "@fastify/busboy";
import { HOUR } from "./clock.server";
import { DomainError } from "./errors";

/**
 * Forms that carry files. What arrives is written to the disk while it arrives:
 * nothing of it is held in memory, a slow sender keeps no connection of the
 * database, and of a form that was cut nothing is left.
 */

/** A file may weigh this much, unless its address takes heavier ones; bytes. */
export const LARGEST_FILE = 10_000_000;
/** A form may carry so many. */
export const MOST_FILES = 10;
const MOST_BYTES = MOST_FILES * LARGEST_FILE + 2_000_000;
/** More fields than any form of ours has. */
export const MOST_FIELDS = 200;
const MOST_TEXT = 1_200_000;
/** What is still taken off the line, and thrown away, so that the sender gets to read the refusal. */
const MOST_DISCARDED = 300_000_000;

/** A file that has arrived. Its name is what the sender says, and worth no more. */
export type Arrival = {
  field: string;
  name: string;
  size: number;
  /** SHA-256 of what was sent. */
  hash: string;
  /** Where it lies until the request is answered; null when it was thrown away for its weight, or was one too many. */
  path: string | null;
};

export type Received = {
  entries: [string, string][];
  arrivals: Arrival[];
  /** Files were sent and not kept, because nobody was signed in. */
  dropped: boolean;
  /** Forgets what lies on the disk. */
  dispose(): Promise<void>;
};

const folderIn = (dataDir: string): string => join(dataDir, "arrivals");

/**
 * Reads a multipart form to its end.
 * @param dataDir where files are written; null throws them away.
 * @param largest what one file may weigh.
 * @throws DomainError request.malformed, or request.too-slow when the sender left before the end.
 */
export async function receive(request: Request, dataDir: string | null, largest = LARGEST_FILE): Promise<Received> {
  const reading = new Reading(dataDir, largest);
  try {
    await reading.read(request);
    return { entries: reading.entries, arrivals: reading.arrivals, dropped: reading.dropped, dispose: () => reading.dispose() };
  } catch (error) {
    await reading.dispose();
    if (error instanceof DomainError) throw error;
    throw new DomainError(request.signal.aborted || isCut(error) ? "request.too-slow" : "request.malformed");
  }
}

const isCut = (error: unknown): boolean => error instanceof Error && /abort|premature|terminated|ECONNRESET/i.test(`${error.name} ${error.message} ${String((error as NodeJS.ErrnoException).code)}`);

class Reading {
  readonly entries: [string, string][] = [];
  readonly arrivals: Arrival[] = [];
  dropped = false;
  #text = 0;
  #bytes = 0;
  #folder: Promise<string> | undefined;
  readonly #writing: Promise<void>[] = [];
  readonly #open = new Set<Readable>();

  constructor(
    private readonly dataDir: string | null,
    private readonly largest: number,
  ) {}

  async read(request: Request): Promise<void> {
    if (!request.body) throw new DomainError("request.malformed");
    const headers = { "content-type": request.headers.get("Content-Type") ?? "" } as BusboyHeaders;
    // A file is read one byte past its limit, to tell one that fits from one that was cut.
    const limits = { fieldNameSize: 100, fieldSize: MOST_TEXT, fields: MOST_FIELDS + 1, parts: MOST_FIELDS + 100, fileSize: this.largest + 1, headerPairs: 20, headerSize: 8_192 };
    const parser = new Busboy({ headers, limits, preservePath: true });
    parser.on("field", (name, value, nameCut, valueCut) => {
      this.#text += name.length + value.length;
      if (nameCut || valueCut || this.#text > MOST_TEXT || this.entries.length >= MOST_FIELDS) return void parser.destroy(new DomainError("request.malformed"));
      this.entries.push([name, value]);
    });
    parser.on("file", (field, stream, name) => {
      this.#open.add(stream);
      const writing = this.#take(field, stream, name ?? "").finally(() => this.#open.delete(stream));
      writing.catch((error: Error) => parser.destroy(error));
      this.#writing.push(writing);
    });
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.#bytes += chunk.length;
        done(this.#bytes > MOST_DISCARDED ? new DomainError("body.too-large") : null, chunk);
      },
    });
    try {
      await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), counted, parser);
    } catch (error) {
      // Of a form that was cut, the file under way would wait for its end for ever.
      for (const stream of this.#open) stream.destroy();
      await Promise.allSettled(this.#writing);
      throw error;
    }
    await Promise.all(this.#writing);
  }

  async #take(field: string, stream: BusboyFileStream, name: string): Promise<void> {
    // A box without a file is sent as a file without a name.
    if (!name) return drain(stream);
    if (!this.dataDir) {
      this.dropped = true;
      return drain(stream);
    }
    const arrival: Arrival = { field, name, size: 0, hash: "", path: null };
    this.arrivals.push(arrival);
    if (this.arrivals.length > 2 * MOST_FILES || this.#bytes > MOST_BYTES) return drain(stream);
    const path = join(await this.#place(this.dataDir), randomUUID());
    const hash = createHash("sha256");
    const weigh = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        arrival.size += chunk.length;
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(stream, weigh, createWriteStream(path, { mode: 0o600, flags: "wx" }));
    arrival.hash = hash.digest("hex");
    if (arrival.size > this.largest || this.#bytes > MOST_BYTES) await rm(path, { force: true });
    else arrival.path = path;
  }

  #place(dataDir: string): Promise<string> {
    const parent = folderIn(dataDir);
    return (this.#folder ??= mkdir(parent, { recursive: true, mode: 0o700 }).then(() => mkdtemp(join(parent, "form-"))));
  }

  async dispose(): Promise<void> {
    const folder = await this.#folder?.catch(() => undefined);
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

async function drain(stream: Readable): Promise<void> {
  for await (const _ of stream);
}

/** Forgets what a process that was killed left on the disk. */
export async function sweepArrivals(dataDir: string): Promise<void> {
  const folder = folderIn(dataDir);
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > HOUR) await rm(path, { recursive: true, force: true });
  }
}
