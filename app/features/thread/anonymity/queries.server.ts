import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { after, now } from "~/kit/clock.server";
import { openTo, reachOf } from "../sql.server";
import { SHOWN_FOR, type Keepers } from "./model";

/** A keeper is of the committee and here; one who left it keeps nothing. */
const KEEPERS = sql`anonymity_keepers k join members p on p.id = k.member_id and p.state = 'active' join member_roles c on c.member_id = p.id and c.role = 'committee'`;

/** Their names, when there are two; without them nobody can write without a name. */
export async function findKeepers(_actor: MemberActor): Promise<Keepers | null> {
  const found = (await db.execute(sql`select p.name from ${KEEPERS} order by k.place`)) as unknown as { name: string }[];
  const [one, other] = found.map(({ name }) => name);
  return one && other ? [one, other] : null;
}

export type Choice = { id: number; name: string; keeper: boolean };

/** Who could keep the names: the committee. */
export async function listCommittee(_actor: MemberActor): Promise<Choice[]> {
  return (await db.execute(sql`
    select m.id::int as id, m.name, k.member_id is not null as keeper from members m join member_roles r on r.member_id = m.id and r.role = 'committee'
    left join anonymity_keepers k on k.member_id = m.id where m.state = 'active' order by k.place nulls last, lower(m.name)`)) as unknown as Choice[];
}

export type Disclosure = { by: string; at: string; reason: string; mine: boolean };

export type FoundAuthor = {
  title: string;
  keeper: boolean;
  /** This person wrote it. */
  mine: boolean;
  /** The name, for a keeper whose last question is recent. */
  name: string | null;
  disclosures: Disclosure[];
};

/** What a keeper, or the author, sees of a thread that was begun without a name; null for anybody else, and for any other thread. */
export async function findAuthor(actor: MemberActor, threadId: number): Promise<FoundAuthor | null> {
  const since = after(now(), -SHOWN_FOR).toISOString();
  const [row] = (await db.execute(sql`
    select t.title, t.keeper, t.author = ${actor.memberId} as mine,
      case when t.keeper and exists (select 1 from author_disclosures d where d.message_id = t.message_id and d.asked_by = ${actor.memberId} and d.at > ${since}::timestamptz)
        then (select m.name from members m where m.id = t.author) end as name,
      (select coalesce(json_agg(json_build_object('by', a.name, 'at', d.at, 'reason', d.reason, 'mine', d.asked_by = ${actor.memberId}) order by d.at desc), '[]'::json)
        from author_disclosures d join members a on a.id = d.asked_by where d.message_id = t.message_id) as disclosures
    from (
      select threads.title, f.id as message_id, h.member_id as author, exists (select 1 from ${KEEPERS} where p.id = ${actor.memberId}) as keeper
      from threads join messages f on f.thread_id = threads.id and f.position = 1 join hidden_authors h on h.message_id = f.id
      where threads.id = ${threadId} and ${openTo(reachOf(actor))}
    ) t where t.keeper or t.author = ${actor.memberId}`)) as unknown as FoundAuthor[];
  return row ?? null;
}

export type AskedAbout = { threadId: number; title: string; by: string; at: Date };

/** Of whom one's own name was asked lately: for « À faire ». */
export async function listAskedAbout(actor: MemberActor, since: Date): Promise<AskedAbout[]> {
  const rows = (await db.execute(sql`
    select threads.id::int as "threadId", threads.title, a.name as by, d.at from author_disclosures d
    join hidden_authors h on h.message_id = d.message_id and h.member_id = ${actor.memberId}
    join messages f on f.id = d.message_id join threads on threads.id = f.thread_id join members a on a.id = d.asked_by
    where d.at > ${since.toISOString()}::timestamptz order by d.at desc limit 3`)) as unknown as (Omit<AskedAbout, "at"> & { at: string })[];
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
