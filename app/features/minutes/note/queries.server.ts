import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { responsibleIn } from "~/features/attendance/sql.server";
import { responsibleOf } from "../sql.server";

export type NoteFacts = { body: string; revision: number; by: string; at: string };
export type NotedSitting = { id: number; pole: string | null; startsAt: string; zone: string; off: boolean; responsible: boolean; note: NoteFacts | null };
export type FoundNotes = { title: string; responsible: boolean; synthesis: NoteFacts | null; /** Its minutes are adopted. */ adopted: boolean; sittings: NotedSitting[] };

const noteAsJson = (sittingId: ReturnType<typeof sql>) => sql`(
  select json_build_object('body', n.body, 'revision', n.revision, 'by', (select name from members where id = n.written_by), 'at', n.written_at)
  from meeting_notes n where n.meeting_id = m.id and n.sitting_id is not distinct from ${sittingId})`;

/** The notes of a meeting: of each sitting, and of what they have in common. @throws DomainError thing.absent */
export async function findNotes(actor: MemberActor, meetingId: number): Promise<FoundNotes> {
  const [row] = await db.execute<FoundNotes>(sql`
    select m.title, ${responsibleOf(actor)} as responsible, ${noteAsJson(sql`null`)} as synthesis, exists (select 1 from minutes n where n.meeting_id = m.id and n.adopted_at is not null) as adopted,
      (select coalesce(json_agg(json_build_object('id', s.id, 'pole', p.name, 'startsAt', s.starts_at, 'zone', s.zone, 'off', num_nonnulls(s.cancelled_at, s.postponed_at) > 0,
        'responsible', ${responsibleIn(actor)}, 'note', ${noteAsJson(sql`s.id`)}) order by s.starts_at, s.id), '[]'::json)
        from sittings s left join poles p on p.id = s.pole_id where s.meeting_id = m.id) as sittings
    from meetings m where m.id = ${meetingId} and m.opened_at is not null`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}
