import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { passagesIn } from "~/kit/discretion/ask";
import { unsaid, type Passage } from "~/kit/discretion/passage";
import { DomainError } from "~/kit/errors";
import { PER_CHOICE, type Failure } from "../model";

/** What somebody brought, and what was found in it: theirs alone. */

type Row = Record<string, unknown>;

const dateOrNull = (value: unknown): Date | null => (value === null ? null : new Date(String(value)));

const transferFrom = (row: Row) => ({
  id: Number(row.id),
  receivedAt: new Date(String(row.received_at)),
  part: Number(row.read_part),
  readAt: dateOrNull(row.read_at),
  failure: row.failure as Failure | null,
  group: row.group_name as string | null,
  own: row.own === true,
  publishedAt: dateOrNull(row.published_at),
  published: Number(row.published_count ?? 0),
});
export type Transfer = ReturnType<typeof transferFrom>;

const MOST_TRANSFERS = 20;

export async function listTransfers(actor: MemberActor): Promise<Transfer[]> {
  const rows = await db.execute<Row>(sql`select * from archive_transfers where member_id = ${actor.memberId} order by id desc limit ${MOST_TRANSFERS}`);
  return rows.map(transferFrom);
}

/** @throws DomainError thing.absent */
export async function findTransfer(actor: MemberActor, id: number): Promise<Transfer> {
  const [row] = await db.execute<Row>(sql`select * from archive_transfers where id = ${id} and member_id = ${actor.memberId}`);
  if (!row) throw new DomainError("thing.absent");
  return transferFrom(row);
}

/** One whose group is chosen and that is not published: its texts can still change. @throws DomainError thing.absent */
export async function findOpenTransfer(actor: MemberActor, id: number): Promise<Transfer & { group: string }> {
  const transfer = await findTransfer(actor, id);
  if (transfer.group === null || transfer.publishedAt) throw new DomainError("thing.absent");
  return { ...transfer, group: transfer.group };
}

/** The rows of « f » that are this member's, in this transfer. */
const mine = (actor: MemberActor, id: number) => sql`f.transfer_id = ${id} and exists (select 1 from archive_transfers t where t.id = f.transfer_id and t.member_id = ${actor.memberId})`;

export type FoundGroup = { sample: number; name: string | null; posts: number; comments: number; first: Date; last: Date };

const MOST_GROUPS = 200;

/** The groups of an archive, by the number of one of their texts; null is that of texts whose group it does not name. */
export async function listGroups(actor: MemberActor, id: number): Promise<FoundGroup[]> {
  const rows = await db.execute<Row>(sql`
    select min(f.id)::int as sample, f.group_name as name, count(*) filter (where f.kind = 'post')::int as posts, count(*) filter (where f.kind = 'comment')::int as comments, min(f.said_at) as first, max(f.said_at) as last
    from archive_finds f where ${mine(actor, id)} group by f.group_name order by count(*) desc, f.group_name limit ${MOST_GROUPS}`);
  return rows.map((row) => ({ ...row, first: new Date(String(row.first)), last: new Date(String(row.last)) }) as FoundGroup);
}

const findFrom = (row: Row) => ({
  id: Number(row.id),
  kind: row.kind as "post" | "comment",
  saidAt: new Date(String(row.said_at)),
  body: String(row.body),
  own: row.own === true,
  kept: row.kept === true,
  under: row.post_id !== null,
  place: Number(row.place),
  agreed: String(row.agreed),
});
export type Find = ReturnType<typeof findFrom>;

/** A page of the texts of the chosen group, posts with their comments after them;. */
export async function listFinds(actor: MemberActor, id: number, page: number): Promise<Find[]> {
  const rows = await db.execute<Row>(sql`select f.* from archive_finds f where ${mine(actor, id)} and f.place > ${page * PER_CHOICE} and f.place <= ${(page + 1) * PER_CHOICE} order by f.place`);
  return rows.map(findFrom);
}

/** What is kept, in its order, from a place on; comments stand where their post does if that is kept too. */
export async function listKept(actor: MemberActor, id: number, after: number, most: number): Promise<Find[]> {
  const rows = await db.execute<Row>(sql`
    select f.*, case when p.kept then f.post_id end as post_id from archive_finds f left join archive_finds p on p.id = f.post_id
    where ${mine(actor, id)} and f.kept and f.place > ${after} order by f.place limit ${most}`);
  return rows.map(findFrom);
}

export async function countFinds(actor: MemberActor, id: number): Promise<{ all: number; kept: number; others: number }> {
  const [row] = await db.execute<Row>(sql`select count(*)::int as all, count(*) filter (where f.kept)::int as kept, count(*) filter (where f.kept and not f.own)::int as others from archive_finds f where ${mine(actor, id)}`);
  return { all: Number(row?.all ?? 0), kept: Number(row?.kept ?? 0), others: Number(row?.others ?? 0) };
}

/** @throws DomainError thing.absent */
export async function findFind(actor: MemberActor, id: number, text: number): Promise<Find> {
  const [row] = await db.execute<Row>(sql`select f.* from archive_finds f where ${mine(actor, id)} and f.id = ${text}`);
  if (!row) throw new DomainError("thing.absent");
  return findFrom(row);
}

/** The field in which a text is put in other words. */
export const TEXT_FIELD = "corps";

/** What in a text its bringer was not asked about yet, or may not publish. */
export const openPassages = ({ body, agreed }: Pick<Find, "body" | "agreed">): Passage[] => unsaid(passagesIn([[TEXT_FIELD, body]]), agreed);

/** So many texts are looked at before others get their turn. */
const A_TURN = 200;

/** The kept texts in which someone could be recognised and of which nothing was decided; `most` of them, and how many there are. */
export async function listOpen(actor: MemberActor, id: number, most: number): Promise<{ texts: (Find & { passages: Passage[] })[]; count: number }> {
  const texts: (Find & { passages: Passage[] })[] = [];
  let [count, after] = [0, 0];
  for (;;) {
    const turn = await listKept(actor, id, after, A_TURN);
    for (const find of turn) {
      const passages = openPassages(find);
      if (passages.length > 0 && (count += 1) <= most) texts.push({ ...find, passages });
    }
    if (turn.length < A_TURN) return { texts, count };
    after = turn.at(-1)?.place ?? 0;
  }
}
