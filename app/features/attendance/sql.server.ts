import { sql, type SQL } from "drizzle-orm";
import type { MemberActor } from "~/kit/actor";

/** True where this person holds one of the roles of the sitting « s ». */
export const responsibleIn = ({ memberId }: MemberActor): SQL =>
  sql`exists (select 1 from duties d where d.sitting_id = s.id and d.member_id = ${memberId} and d.state = 'accepted')`;

/** The key under which a guest of a sitting is noted at its door: theirs alone, so that two phones note one person. */
export const keyOfGuest = (guestId: SQL): SQL => sql`md5('sitting-guest-' || ${guestId})::uuid`;

/** How the list names the person of a row of « attendances t ». */
export const REF_OF_ROW = sql<string>`case when t.member_id is not null then 'm' || t.member_id
  else coalesce('g' || (select g.id from sitting_guests g where g.sitting_id = t.sitting_id and ${keyOfGuest(sql`g.id`)} = t.noted_key), 'v' || t.id) end`;

/** True where this person was in the sitting « s » of « m »: ticked at the door, responsible there, or a speaker of the meeting. */
export const tookPartIn = (actor: MemberActor): SQL => sql`(
  exists (select 1 from attendances t where t.sitting_id = s.id and t.member_id = ${actor.memberId} and t.present_at is not null)
  or ${responsibleIn(actor)} or exists (select 1 from speakers k where k.meeting_id = m.id and k.member_id = ${actor.memberId}))`;
