import { sql, type SQL } from "drizzle-orm";
import { db, type Database } from "#db/client.server";
import type { MemberActor, ParticipantActor } from "~/kit/actor";
import { reachOf } from "~/features/thread/sql.server";
import type { TextKind, TextRef } from "./model";
import { PLACES } from "./places.server";
import { findPassage, listPassages, type Passage, type Thing } from "./reading.server";
import { asItStands, maskOf } from "./writing.server";

type From = Pick<Database, "execute">;

export type ThingFacts = { id: number; title: string; at: string | null; path: string };

/** The texts of a thing that this person sees; null when it is not there for them. */
export async function listReportable(actor: ParticipantActor, { kind, id }: Thing, from: From = db): Promise<(ThingFacts & { passages: Passage[]; fixed: boolean }) | null> {
  const { things, shown, fixed = false } = PLACES[kind];
  const reach = reachOf(actor);
  const [thing] = (await from.execute(sql`select t.id::int as id, t.title, t.at, t.path from (${things(reach)}) t where t.id = ${id}`)) as unknown as ThingFacts[];
  if (!thing) return null;
  return { ...thing, fixed, passages: await listPassages(from, { kind, id }, shown?.(reach)) };
}

/** Whose text it is; null where that is nobody's, or not known. */
export async function authorOfText(from: From, ref: TextRef, textId: number): Promise<number | null> {
  const found = (await findPassage(from, ref)) ?? (await findPassage(from, asItStands(ref, maskOf(ref, textId))));
  return found?.author ?? null;
}

/** Who was sent a mail about the thing, as a part of a statement. */
export const mailedAbout = ({ kind, id }: Thing): SQL => sql`select w.member_id from (${PLACES[kind].mailed ?? sql`select null::bigint as id, null::bigint as member_id`}) w where w.id = ${id}`;

export type TextCase = ThingFacts & { label: string; text: string; author: string | null; mailed: string[] };

/** What a case about a text shows to the committee besides what its report says. */
export async function findTextCase(_actor: MemberActor, ref: TextRef, textId: number): Promise<TextCase | null> {
  const place = PLACES[ref.kind];
  const [[row], passage] = await Promise.all([
    db.execute(sql`select t.id::int as id, t.title, t.at, t.path,
      (select coalesce(json_agg(distinct m.name), '[]'::json) from (${mailedAbout(ref)}) w join members m on m.id = w.member_id) as mailed from (${place.things(null)}) t where t.id = ${ref.id}`),
    findPassage(db, ref).then(async (found) => found ?? findPassage(db, asItStands(ref, maskOf(ref, textId)))),
  ]);
  if (!row) return null;
  const [author] = passage?.author && !place.unnamed ? await db.execute(sql`select name from members where id = ${passage.author}`) : [];
  return { ...(row as unknown as ThingFacts & { mailed: string[] }), label: passage?.label ?? "", text: passage?.text ?? "", author: author ? String(author.name) : null };
}

/** What things are called, for a list of cases. */
export async function titlesOf(_actor: MemberActor, refs: readonly Thing[]): Promise<(thing: Thing) => string> {
  const kinds = [...new Set(refs.map(({ kind }) => kind))];
  const rows = await Promise.all(
    kinds.map(async (kind: TextKind) => {
      const ids = refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
      const found = await db.execute(sql`select t.id::int as id, t.title from (${PLACES[kind].things(null)}) t where t.id = any(string_to_array(${ids.join()}, ',')::bigint[])`);
      return found.map(({ id, title }) => [`${kind} ${Number(id)}`, String(title)] as const);
    }),
  );
  const titles = new Map(rows.flat());
  return ({ kind, id }) => titles.get(`${kind} ${id}`) ?? "";
}
