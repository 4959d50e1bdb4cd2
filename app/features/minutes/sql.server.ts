import { sql, type SQL } from "drizzle-orm";
import { hasRole, type MemberActor } from "~/kit/actor";
import { responsibleIn, tookPartIn } from "~/features/attendance/sql.server";

/** True where this person holds a role in one of the sittings of « m ». */
export const responsibleOf = (actor: MemberActor): SQL => sql`exists (select 1 from sittings s where s.meeting_id = m.id and ${responsibleIn(actor)})`;

/** True where this person was in one of the sittings of « m ». */
export const tookPartOf = (actor: MemberActor): SQL => sql`exists (select 1 from sittings s where s.meeting_id = m.id and ${tookPartIn(actor)})`;

/** True where this person may read the minutes « n » of « m »: everyone once adopted, those who were there while they are open, their writers always. */
export const mayReadMinutes = (actor: MemberActor): SQL => sql`(
  n.adopted_at is not null or ${hasRole(actor, "committee")}::boolean or ${responsibleOf(actor)} or (n.opened_at is not null and ${tookPartOf(actor)}))`;
