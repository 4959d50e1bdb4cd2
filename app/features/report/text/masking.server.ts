import { sql } from "drizzle-orm";
import type { Tx } from "~/kit/transaction.server";
import { MASK, maskPassages, tellingWords } from "../model";
import { MASKED_LINE, type TextRef } from "./model";
import { PLACES } from "./places.server";
import { findPassage, listHolding, THING, type Passage, type Thing } from "./reading.server";
import { asItStands, maskOf, writeText } from "./writing.server";

/** Texts taken out of sight, put back, and forgotten. Each lies in « concealments » meanwhile, and nowhere else. */

/** The number under which a text is known to reports. */
export async function textIdOf(tx: Tx, { kind, id, part }: TextRef): Promise<number> {
  await tx.execute(sql`insert into reported_texts (kind, part, ${PLACES[kind].column}) values (${kind}, ${part}, ${id}) on conflict do nothing`);
  const [row] = await tx.execute(sql`select x.id from reported_texts x where x.kind = ${kind} and x.part = ${part} and ${THING} = ${id}`);
  return Number(row?.id);
}

export type Masking = { reportId: number; at: string; by: number };

/** Takes a text out of sight. @returns what it said, or null when there is nothing to take. */
export async function concealText(tx: Tx, masking: Masking, ref: TextRef): Promise<string | null> {
  if (PLACES[ref.kind].fixed) return null;
  await PLACES[ref.kind].moved(tx, ref.id);
  const found = await findPassage(tx, ref);
  const textId = await textIdOf(tx, ref);
  if (!found || found.text.includes(maskOf(ref, textId))) return null;
  await lay(tx, masking, found, textId, maskOf(ref, textId));
  return found.text;
}

/** Keeps what a text said for the case, and lets other words stand in its place. */
async function lay(tx: Tx, { reportId, at, by }: Masking, { kind, id, part, text }: Passage, textId: number, mask: string): Promise<void> {
  const ref = { kind, id, part };
  await writeText(tx, ref, mask, by);
  // Rows and options keep their number, so that what stands there now may be several lines.
  const instead = (await findPassage(tx, asItStands(ref, mask)))?.text ?? mask;
  await tx.execute(sql`insert into concealments (report_id, kind, text_id, body, instead, at) values (${reportId}, 'text', ${textId}, ${text}, ${instead}, ${at}::timestamptz)`);
}

/** Masks a passage in every text that repeats it, and keeps each as it was. @param near things of which every text is read @returns in how many. */
export async function maskTexts(tx: Tx, masking: Masking, secret: string, near: readonly Thing[]): Promise<number> {
  let masked = 0;
  const kept = new Set((await keptTexts(tx, masking.reportId)).map((one) => `${one.kind} ${one.thing} ${one.part}`));
  for (const passage of await listHolding(tx, tellingWords(secret), near)) {
    const { kind, id, part, text, rich } = passage;
    if (kept.has(`${kind} ${id} ${part}`)) continue;
    const instead = maskPassages(text, secret);
    if (instead === null) continue;
    await PLACES[kind].moved(tx, id);
    const textId = await textIdOf(tx, passage);
    const whole = instead === MASK || kind === "answer" || (kind === "topic" && part === "nom");
    await lay(tx, masking, passage, textId, whole ? maskOf(passage, textId) : rich ? instead : instead.replaceAll(MASK, MASKED_LINE));
    masked += 1;
  }
  return masked;
}

export type KeptText = { id: number; textId: number; kind: TextRef["kind"]; thing: number; part: string; body: string; instead: string };

/** What lies out of sight of texts for a case. */
export const keptTexts = async (tx: Tx, reportId: number): Promise<KeptText[]> =>
  (await tx.execute(sql`
    select c.id::int as id, x.id::int as "textId", x.kind, ${THING}::int as thing, x.part, c.body, c.instead from concealments c join reported_texts x on x.id = c.text_id
    where c.report_id = ${reportId} order by x.kind, thing, x.part`)) as unknown as KeptText[];

/** Puts each text back, save where its author has worded it anew meanwhile. */
export async function putTextsBack(tx: Tx, reportId: number, by: number): Promise<void> {
  for (const { kind, thing, part, body, instead } of await keptTexts(tx, reportId)) {
    const ref = asItStands({ kind, id: thing, part }, instead);
    await PLACES[kind].moved(tx, thing);
    const now = await findPassage(tx, ref);
    if (now?.text === instead) await writeText(tx, ref, body, by);
  }
}

/** Lets other words stand for good where a text lies out of sight. */
export async function wordAnew(tx: Tx, { kind, thing, part, instead, textId }: KeptText, words: string, by: number): Promise<void> {
  const ref = { kind, id: thing, part };
  await PLACES[kind].moved(tx, thing);
  await writeText(tx, asItStands(ref, instead), words, by);
  const now = asItStands(ref, words);
  if (now.part === part) return;
  // What was said is no longer known by its hash either.
  await tx.execute(sql`update reported_texts x set part = ${now.part} where id = ${textId} and not exists (select 1 from reported_texts o where o.kind = x.kind and o.survey_id = x.survey_id and o.part = ${now.part})`);
}

/** Takes a passage out of what is kept besides the texts themselves: by what a written answer was read, and what people have not sent yet. */
export async function forgetInTexts(tx: Tx, kept: readonly KeptText[], secret: string): Promise<void> {
  for (const { kind, thing, part } of kept) {
    if (kind === "answer") await tx.execute(sql`delete from survey_readings where survey_id = ${thing} and 'q' || question_id || '-' || text_hash = ${part}`);
  }
  const sheets = (await tx.execute(sql`select survey_id, member_id, draft from survey_sheets where draft is not null`)) as unknown as { survey_id: number; member_id: number; draft: Record<string, string> }[];
  for (const { survey_id: survey, member_id: member, draft } of sheets) {
    const left = Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, maskPassages(value, secret)?.replaceAll(MASK, MASKED_LINE) ?? value]));
    if (Object.keys(draft).some((name) => left[name] !== draft[name])) await tx.execute(sql`update survey_sheets set draft = ${JSON.stringify(left)}::jsonb where survey_id = ${survey} and member_id = ${member}`);
  }
}
