import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { openTo, reachOf } from "~/features/thread/sql.server";

export type ListedGuest = { id: number; name: string; title: string; email: string; until: string; over: boolean; by: string };
export type GuestsOfThread = { id: number; title: string; guests: ListedGuest[] };

/** Who is or was a guest of a thread, with their address: for the committee. */
export async function listGuests(actor: MemberActor, threadId: number): Promise<GuestsOfThread> {
  const reach = reachOf(actor);
  const [row] = (await db.execute(sql`
    select threads.id::int as id, threads.title, (
      select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'title', m.title, 'email', m.email, 'until', g.until, 'over', g.until <= ${reach.at}::timestamptz, 'by', b.name) order by g.until desc), '[]'::json)
      from thread_guests g join members m on m.id = g.member_id join members b on b.id = g.invited_by where g.thread_id = threads.id) as guests
    from threads where threads.id = ${threadId} and ${openTo(reach)}`)) as unknown as GuestsOfThread[];
  if (!row) throw new DomainError("thing.absent");
  return row;
}
