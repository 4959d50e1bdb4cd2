import { sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/client.server";
import type { TextKind, TextRef } from "./model";
import { KINDS_OF_TEXT, PLACES } from "./places.server";

/** Texts as their places hold them now. */

export type Passage = TextRef & { label: string; text: string; author: number | null; rich: boolean };

/** The thing a text stands in: whichever column of « reported_texts » is set. */
export const THING = sql`coalesce(x.thread_id, x.message_id, x.meeting_id, x.article_id, x.version_id, x.comment_id, x.proposal_id, x.round_id, x.survey_id, x.topic_id, x.archive_id)`;

type From = Pick<Database, "execute">;

const passagesOf = (kind: TextKind, condition: SQL): SQL => sql`
  select ${kind}::text as kind, p.id::int as id, p.place::int as place, p.part, p.label, p.text, p.author::int as author, p.rich from (${PLACES[kind].passages}) p where p.text <> '' and (${condition})`;

/** The texts of one thing, in their order. */
export const listPassages = async (from: From, { kind, id }: Pick<TextRef, "kind" | "id">, condition: SQL = sql`true`): Promise<Passage[]> =>
  (await from.execute(sql`select * from (${passagesOf(kind, sql`p.id = ${id} and ${condition}`)}) p order by p.place, p.part limit 200`)) as unknown as Passage[];

export async function findPassage(from: From, { kind, id, part }: TextRef): Promise<Passage | null> {
  const [found] = await listPassages(from, { kind, id }, sql`p.part = ${part}`);
  return found ?? null;
}

/** More copies than this of one passage are no accident any more. */
const MOST = 400;

/** A thing that holds texts. */
export type Thing = Pick<TextRef, "kind" | "id">;

/** Texts that hold these words, wherever they stand, and every text of the things that are near. */
export async function listHolding(from: From, words: string, near: readonly Thing[]): Promise<Passage[]> {
  const telling = sql`(length(${words}::text) >= 20 and to_tsvector('public.le_fil', search_spaced(p.text)) @@ plainto_tsquery('public.le_fil'::regconfig, search_spaced(${words}::text)))`;
  const parts = KINDS_OF_TEXT.filter((kind) => !PLACES[kind].fixed).map((kind) => passagesOf(kind, sql.join([telling, ...near.filter((thing) => thing.kind === kind).map(({ id }) => sql`p.id = ${id}`)], sql` or `)));
  return (await from.execute(sql`select * from (${sql.join(parts, sql` union all `)}) p order by p.kind, p.id, p.place, p.part limit ${MOST}`)) as unknown as Passage[];
}
