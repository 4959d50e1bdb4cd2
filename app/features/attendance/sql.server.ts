import { sql, type SQL } from "drizzle-orm";
import type { MemberActor } from "~/kit/actor";

/** True where this person holds one of the roles of the sitting « s ». */
export const responsibleIn = ({ memberId }: MemberActor): SQL =>
  sql`exists (select 1 from duties d where d.sitting_id = s.id and d.member_id = ${memberId} and d.state = 'accepted')`;

/** True where this person was in the sitting « s » of « m »: ticked at the door, responsible there, or a speaker of the meeting. */
export const tookPartIn = (actor: MemberActor): SQL => sql`(
  exists (select 1 from attendances t where t.sitting_id = s.id and t.member_id = ${actor.memberId} and t.present_at is not null)
  or ${responsibleIn(actor)} or exists (select 1 from speakers k where k.meeting_id = m.id and k.member_id = ${actor.memberId}))`;
