import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";

export type SittingGuest = { id: number; name: string; organisation: string; by: string };

/** The sitting of an open meeting, for those responsible for it and the committee. @throws DomainError thing.absent */
export async function findReceiving(actor: MemberActor, meetingId: number, sittingId: number): Promise<{ meetingId: number; sittingId: number; serves: boolean; title: string; guests: SittingGuest[] }> {
  const [row] = await db.execute<{ serves: boolean; title: string; guests: SittingGuest[] }>(sql`
    select (d.id is not null) as serves, m.title,
      (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'organisation', g.organisation, 'by', (select name from members where id = g.added_by)) order by lower(g.name), g.id), '[]'::json)
        from sitting_guests g where g.sitting_id = s.id) as guests
    from sittings s join meetings m on m.id = s.meeting_id and m.opened_at is not null
    left join duties d on d.sitting_id = s.id and d.member_id = ${actor.memberId} and d.state = 'accepted'
    where s.id = ${sittingId} and m.id = ${meetingId} and (d.id is not null or ${hasRole(actor, "committee")}::boolean)`);
  if (!row) throw new DomainError("thing.absent");
  return { meetingId, sittingId, ...row };
}
