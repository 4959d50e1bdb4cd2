import { mkdir, rename, rm } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { after, DAY, now } from "~/kit/clock.server";
import { log } from "~/kit/log.server";
import { sha256, sign } from "~/kit/secrets.server";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import type { Failure } from "./model";
import { foldedName, ownerOf, sameness, type Found } from "./transfer/model";
import { readEntries } from "./transfer/schema";

/** Milliseconds. */
const LONGEST = 120_000;
/** Megabytes of memory for one archive. */
const MOST_MEMORY = 384;
const MOST_TEXTS = 20_000;
const MOST_CHARACTERS = 70_000;
/** Rows of one statement. */
const TOGETHER = 500;

export const folderOfArchives = (dataDir: string): string => join(dataDir, "archives");

/** Puts a file that has arrived where it waits to be read. Returns its name there. */
export async function keepArchive(dataDir: string, arrived: string): Promise<string> {
  await mkdir(folderOfArchives(dataDir), { recursive: true, mode: 0o700 });
  const place = `${randomUUID()}.zip`;
  await rename(arrived, join(folderOfArchives(dataDir), place));
  return place;
}

export const dropArchive = (dataDir: string, place: string): Promise<void> => rm(join(folderOfArchives(dataDir), place), { force: true });

/** A digest by which the same name is known again, and from which no name can be read. */
export const digestOfName = (name: string): string => sign(`archive-name\n${foldedName(name)}`);

/** By which the same words are known again. */
export const digestOfText = (body: string): string => sha256(sameness(body));

/** Reads an archive that waits, whole or not at all; the file is gone afterwards. */
export async function readTransfer(id: number, dataDir: string): Promise<void> {
  const [waiting] = (await db.execute(sql`select place from archive_transfers where id = ${id} and place is not null`)) as unknown as { place: string }[];
  if (!waiting) return;
  const path = join(folderOfArchives(dataDir), waiting.place);
  const found = existsSync(path) ? await foundIn(path, (part) => tellPart(id, part)) : "lost";
  if (typeof found === "string") log.info({ transfer: id, failure: found }, "an archive that could not be read");
  await inTransaction((tx) => (typeof found === "string" ? fail(tx, id, found) : keepFinds(tx, id, found)));
  await dropArchive(dataDir, waiting.place);
}

/** The texts of an archive, or why there are none. */
async function foundIn(path: string, tell: (part: number) => void): Promise<readonly Found[] | Failure> {
  const files = await unpacked(path, tell);
  if (typeof files === "string") return files;
  const latest = after(now(), DAY).getTime();
  const read = files.map((entries) => readEntries(entries, latest));
  const found = read.flatMap((texts) => texts ?? []);
  if (found.length === 0) return read.includes(null) ? "other-shape" : "without-texts";
  if (found.length > MOST_TEXTS) return "too-many-texts";
  return found.some(({ body }) => body.length > MOST_CHARACTERS) ? "too-long" : found;
}

type Answer = { part: number } | { files: unknown[][] } | { failure: Failure };

function unpacked(path: string, tell: (part: number) => void): Promise<unknown[][] | Failure> {
  return new Promise((done) => {
    const worker = new Worker(resolve("scripts/read-archive.mjs"), { workerData: { path }, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY }, stdout: true, stderr: true });
    const end = (answer: unknown[][] | Failure) => {
      clearTimeout(late);
      done(answer);
      void worker.terminate();
    };
    const late = setTimeout(() => end("too-heavy"), LONGEST);
    worker.on("message", (answer: Answer) => {
      if ("part" in answer) tell(answer.part);
      else end("failure" in answer ? answer.failure : answer.files);
    });
    // It ran out of the memory that it is given.
    worker.once("error", () => end("too-heavy"));
    worker.once("exit", () => end("cut"));
  });
}

const tellPart = (id: number, part: number): void =>
  void db.execute(sql`update archive_transfers set read_part = ${part} where id = ${id} and place is not null and read_part < ${part}`).catch(() => {});

async function keepFinds(tx: Tx, id: number, found: readonly Found[]): Promise<void> {
  const owner = ownerOf(found);
  const rows = found.map(({ kind, saidAt, body, group, author, about }) => {
    const own = author === null || author === owner;
    const about_hash = about ? (about.who ?? author ?? owner) : null;
    return {
      kind, said_at: saidAt.toISOString(), body, body_hash: digestOfText(body), group_name: group?.slice(0, 300) ?? null, own,
      author_hash: digestOrNull(author ?? owner), about_hash: digestOrNull(about_hash), about_kind: about_hash ? (about?.kind ?? null) : null,
    };
  });
  for (let at = 0; at < rows.length; at += TOGETHER) {
    await tx.execute(sql`
      insert into archive_finds (transfer_id, kind, said_at, body, body_hash, group_name, own, author_hash, about_hash, about_kind, kept)
      select ${id}::bigint, r.kind, r.said_at, r.body, r.body_hash, r.group_name, r.own, r.author_hash, r.about_hash, r.about_kind, r.own
      from json_to_recordset(${JSON.stringify(rows.slice(at, at + TOGETHER))}::json)
        as r (kind text, said_at timestamptz, body text, body_hash text, group_name text, own boolean, author_hash text, about_hash text, about_kind text)
      on conflict on constraint archive_finds_once do nothing`);
  }
  await tx.execute(sql`update archive_transfers set read_at = ${now().toISOString()}::timestamptz, read_part = 100, place = null where id = ${id}`);
}

const digestOrNull = (name: string | null): string | null => (name === null ? null : digestOfName(name));

async function fail(tx: Tx, id: number, failure: Failure): Promise<void> {
  await tx.execute(sql`update archive_transfers set failure = ${failure}, failed_at = ${now().toISOString()}::timestamptz, place = null where id = ${id} and place is not null`);
}
