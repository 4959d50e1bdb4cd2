import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { ParticipantActor } from "~/kit/actor";
import type { Arrival } from "~/kit/arrivals.server";
import { HOUR } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { Gate } from "~/kit/gate.server";
import { limit } from "~/kit/limits.server";
import type { Proof } from "~/kit/proof";
import { inTransaction } from "~/kit/transaction.server";
import { checkFile } from "./checks.server";
import { cleanName } from "./model";
import { storeFile, type Storable } from "./mutations.server";
import { redraw } from "./pictures.server";
import { Refusal, refusalSentence } from "./refusal.server";

/** Files per hour and person: far above what anyone shares. */
const MOST_PER_HOUR = 200;

/** So many files go into the database at once: readers keep the other connections. */
const stores = new Gate(3);

/**
 * Keeps each file that arrived and is what it should be.
 * @returns their numbers, and a sentence for each of the others.
 */
export async function keepArrivals(proof: Proof<"file.share", null, ParticipantActor>, arrivals: readonly Arrival[]): Promise<{ ids: number[]; refused: string[] }> {
  const [ids, refused]: [number[], string[]] = [[], []];
  for (const arrival of arrivals) {
    if (arrival.field !== "fichiers") throw new DomainError("request.malformed");
    limit("file", proof.actor.memberId, MOST_PER_HOUR, HOUR);
    try {
      const storable = await prepare(arrival);
      ids.push(await stores.run(() => inTransaction((tx) => storeFile(tx, proof, storable))));
    } catch (error) {
      if (error instanceof Refusal) refused.push(refusalSentence(arrival.name, error.reason));
      else if (error instanceof DomainError && error.details.fields?.fichiers) refused.push(error.details.fields.fichiers);
      else throw error;
    }
  }
  return { ids: [...new Set(ids)], refused: [...new Set(refused)] };
}

/** @throws Refusal */
async function prepare(arrival: Arrival): Promise<Storable> {
  const kind = await checkFile(arrival);
  const { path, size, hash } = arrival;
  if (!path) throw new Refusal("too-large");
  const common = { kind, name: cleanName(arrival.name, kind), receivedHash: hash };
  if (kind !== "png" && kind !== "jpeg" && kind !== "webp") return { ...common, wholePath: path, size, hash, width: null, height: null, thumbnailPath: null };
  const drawn = await redraw(path, kind);
  return { ...common, ...drawn, size: (await stat(drawn.wholePath)).size, hash: await hashOf(drawn.wholePath) };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
