import type { z } from "zod";
import type { ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { FILES_LOST, type Form } from "~/kit/form.server";
import { answerJson } from "~/kit/json.server";
import { earlierResult, inTransaction } from "~/kit/transaction.server";
import { keepArrivals } from "./keep.server";
import { FIELDS, isPicture, KEPT_FILES, MAX_DESCRIPTION, MAX_PER_MESSAGE, type Attachment } from "./model";
import { withdrawFiles } from "./mutations.server";
import { mayShareFile, mayWithdrawFile } from "./policy";
import { findHeldFiles, type HeldFile } from "./queries.server";
import { CONSENT_SENTENCE, GONE_SENTENCE, LOST_SENTENCE, TOO_MANY_SENTENCE } from "./refusal.server";

const OURS: ReadonlySet<string> = new Set([...Object.values(FIELDS), FILES_LOST]);

/** A composer's form for those who read its text alone. */
export const withoutFiles = (form: Form): Form => form.without(OURS);

const valuesOf = (form: Form, name: string): string[] => form.entries.filter(([field]) => field === name).map(([, value]) => value);
const isNumber = (text: string): boolean => /^[1-9]\d{0,14}$/.test(text);

/** The files that a form lists, as it lists them; whose they are is for the statement that takes them. */
export function filesIn(form: Form): Attachment[] {
  const [ids, leftOut, beside] = [valuesOf(form, FIELDS.ids), valuesOf(form, FIELDS.leftOut), valuesOf(form, FIELDS.described)];
  return ids.flatMap((id, place) => (isNumber(id) && !leftOut.includes(id) && ids.indexOf(id) === place ? [{ id: Number(id), description: tidy(beside[place]) }] : [])).slice(0, MAX_PER_MESSAGE);
}

/** The files of a form that is not published yet, a draft or a preview: those it lists, and those that come along, which are kept. */
export async function gather(actor: ParticipantActor, form: Form): Promise<{ files: HeldFile[]; wrong: string[] }> {
  const before = valuesOf(form, FIELDS.ids).filter(isNumber);
  const { ids: fresh, refused } = form.arrivals.length > 0 ? await keepArrivals(mayShareFile(actor), form.arrivals) : { ids: [], refused: [] };
  const listed = new Set([...filesIn(form).map(({ id }) => id), ...fresh]);
  const files = described(await findHeldFiles(actor, [...listed].slice(0, MAX_PER_MESSAGE)), form, before);
  return { files, wrong: [...refused, ...(listed.size > MAX_PER_MESSAGE ? [TOO_MANY_SENTENCE] : [])] };
}

/**
 * Does the work of a form that may carry files: keeps those that come along, gathers
 * those that were there before, and hands them over with what the schema reads.
 * Refused, the form gives back the files it has, so that none is sent twice.
 * @param messageId the message that is worded anew, whose own files the form carries too.
 */
export async function withFiles<Schema extends z.ZodObject>(
  actor: ParticipantActor,
  form: Form,
  schema: Schema,
  work: (input: z.infer<Schema>, files: Attachment[], leftOut: number[]) => Promise<string>,
  /** Shared, a picture needs the consent of those in it. */
  { shared = true, messageId = null }: { shared?: boolean; messageId?: number | null } = {},
): Promise<string> {
  const text = withoutFiles(form);
  const before = valuesOf(form, FIELDS.ids).filter(isNumber);
  const leftOut = valuesOf(form, FIELDS.leftOut).filter(isNumber);
  const lost = valuesOf(form, FILES_LOST).length > 0;
  if (before.length === 0 && leftOut.length === 0 && form.arrivals.length === 0 && !lost) return work(text.parse(schema), [], []);

  const proof = mayShareFile(actor);
  const { ids: fresh, refused } = await keepArrivals(proof, form.arrivals);
  const wanted = [...new Set([...before.filter((id) => !leftOut.includes(id)).map(Number), ...fresh])];
  const found = await findHeldFiles(actor, wanted, messageId);
  const files = described(found, form, before);
  try {
    const fields: Record<string, string> = {};
    const wrong = [...refused, ...(lost ? [LOST_SENTENCE] : []), ...(found.length < wanted.length ? [GONE_SENTENCE] : []), ...(wanted.length > MAX_PER_MESSAGE ? [TOO_MANY_SENTENCE] : [])];
    if (wrong.length > 0) fields[FIELDS.sent] = wrong.join("\n");
    if (shared && files.some((file) => isPicture(file) && !file.attached) && !valuesOf(form, FIELDS.consent).includes("oui")) fields[FIELDS.consent] = CONSENT_SENTENCE;
    const location = await work(read(text, schema, fields, files.flatMap(({ name, description }) => [name, description])), files, leftOut.map(Number));
    // Posted twice at once, the second one's files were not needed.
    if (fresh.length > 0) await inTransaction((tx) => withdrawFiles(tx, proof, fresh));
    return location;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const done = await earlierResult(actor, form);
    if (done !== null) return done;
    throw new DomainError(error.code, { ...error.details, values: { ...error.details.values, [KEPT_FILES]: JSON.stringify(files) } });
  }
}

/** What the schema reads, unless something is wrong with it or was with the files: then all of it is said at once. */
function read<Schema extends z.ZodObject>(form: Form, schema: Schema, fields: Record<string, string>, said: readonly string[]): z.infer<Schema> {
  try {
    const input = form.parse(schema, said);
    if (Object.keys(fields).length === 0) return input;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "input.invalid") throw error;
    Object.assign(fields, error.details.fields);
  }
  throw new DomainError("input.invalid", { fields, values: form.values });
}

/** Descriptions stand beside the numbers of files; those of files that come along are lines of one box, for their pictures in order. */
function described(found: HeldFile[], form: Form, before: string[]): HeldFile[] {
  const beside = valuesOf(form, FIELDS.described);
  const lines = (valuesOf(form, FIELDS.lines)[0] ?? "").split("\n").map((line) => line.trim()).filter(Boolean);
  return found.map((file) => {
    const place = before.indexOf(String(file.id));
    const said = place >= 0 ? beside[place] : isPicture(file) ? lines.shift() : undefined;
    return { ...file, description: tidy(said) };
  });
}

const tidy = (said = ""): string => [...said.normalize("NFC").replace(/\p{Cc}/gu, " ").trim()].slice(0, MAX_DESCRIPTION).join("");

/** One file sent by the page's script, ahead of its message. */
export const uploadByScript = (actor: ParticipantActor, form: Form): Promise<Response> =>
  answerJson(async () => {
    const proof = mayShareFile(actor);
    const { ids, refused } = await keepArrivals(proof, form.arrivals.slice(0, 1));
    const [file] = await findHeldFiles(actor, ids);
    if (!file) throw new DomainError("input.invalid", { fields: { fichiers: refused[0] ?? "Choisissez un fichier." } });
    return { file };
  });

/** A file taken back by the page's script before its message was published. */
export const withdrawByScript = (actor: ParticipantActor, fileId: number): Promise<Response> =>
  answerJson(async () => {
    await inTransaction((tx) => withdrawFiles(tx, mayWithdrawFile(actor, fileId), [fileId]));
    return { withdrawn: fileId };
  });
