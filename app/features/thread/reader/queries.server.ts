import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { firstOrganisationOf } from "~/features/organisation/sql.server";
import { openTo, reachOf } from "../sql.server";

/** The people of an organisation, by name: who has opened an announcement, and who has not. */
export type ReadersOf = { organisation: string | null; guests: boolean; read: string[]; unread: string[] };

/**
 * Who has read an announcement, for the committee alone and of an announcement alone: of any other discussion nobody
 * learns more than how many. Whoever is paused is not waited for, and its author is not counted.
 * @throws DomainError thing.absent
 */
export async function listReaders(actor: MemberActor, threadId: number): Promise<{ title: string; groups: ReadersOf[] }> {
  const reach = reachOf(actor);
  const [row] = (await db.execute(sql`
    select threads.title, (
      select coalesce(json_agg(g order by g.guests, g.organisation is null, folded(g.organisation)), '[]'::json) from (
        select w.organisation, w.guests, coalesce(json_agg(w.name order by folded(w.name)) filter (where w.read), '[]'::json) as read,
          coalesce(json_agg(w.name order by folded(w.name)) filter (where not w.read), '[]'::json) as unread
        from (
          select p.name, p.guest_until is not null as guests, ${firstOrganisationOf(sql`p.id`)} as organisation, coalesce(r.last_position, 0) >= 1 as read
          from members p left join thread_reads r on r.thread_id = threads.id and r.member_id = p.id
          where p.id is distinct from threads.author_id and (p.state = 'active' or (p.state = 'paused' and r.last_position >= 1))
            and (p.guest_until is null or exists (select 1 from thread_guests i where i.thread_id = threads.id and i.member_id = p.id and least(i.until, p.guest_until) > ${reach.at}::timestamptz))
        ) w group by w.organisation, w.guests
      ) g
    ) as groups
    from threads where threads.id = ${threadId} and threads.announced_at is not null and ${reach.committee}::boolean and ${openTo(reach)}`)) as unknown as { title: string; groups: ReadersOf[] }[];
  if (!row) throw new DomainError("thing.absent");
  return row;
}
