import { sql, type SQL } from "drizzle-orm";
import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";

/** Parts of statements about the survey « s ». */

const came = (memberId: SQL): SQL => sql`exists (select 1 from attendances there where there.sitting_id = p.id and there.member_id = ${memberId} and there.present_at is not null)`;
const registered = (memberId: SQL): SQL => sql`exists (select 1 from meeting_answers w where w.sitting_id = p.id and w.member_id = ${memberId} and w.state = 'coming')`;

/**
 * Whether a member, given by number, is one of those it is for. A sitting's people are those who
 * came, where somebody ticked who did, and otherwise those who said they would; a pole's, both.
 */
export const isFor = (memberId: SQL): SQL => sql`(s.audience = 'all' or exists (
  select 1 from survey_audiences a where a.survey_id = s.id and (
    exists (select 1 from memberships o where o.member_id = ${memberId} and o.organisation_id = a.organisation_id)
    or exists (select 1 from member_roles r where r.member_id = ${memberId} and r.role = a.role)
    or (a.role = 'manager' and exists (select 1 from organisation_managers g where g.member_id = ${memberId}))
    or exists (select 1 from sittings p where p.pole_id = a.pole_id and (${registered(memberId)} or ${came(memberId)}))
    or exists (select 1 from sittings p where p.id = a.sitting_id
      and case when exists (select 1 from attendances k where k.sitting_id = p.id and k.present_at is not null) then ${came(memberId)} else ${registered(memberId)} end))))`;

/** Those who are counted and may answer: active members who are no guests. */
export const countsAs = (alias: SQL): SQL => sql`(${alias}.state = 'active' and ${alias}.guest_until is null)`;

export const present = (): SQL => sql`${now().toISOString()}::timestamptz`;

export const hasBegun = (): SQL => sql`(s.opened_at is not null and (s.opens_at is null or s.opens_at <= ${present()}))`;
export const hasEnded = (): SQL => sql`(s.closed_at is not null or s.closes_at <= ${present()})`;

const answeredBy = (actor: MemberActor): SQL => sql`exists (select 1 from survey_participations mine where mine.survey_id = s.id and mine.member_id = ${actor.memberId})`;

/** To whom a survey is there: those it is for, whoever has answered, and the committee. */
export const openTo = (actor: MemberActor): SQL =>
  hasRole(actor, "committee") ? sql`true` : sql`(${hasBegun()} and (${isFor(sql`${actor.memberId}`)} or ${answeredBy(actor)}))`;

/** How many could answer. */
export const ASKED = sql`(select count(*)::int from members c where ${countsAs(sql`c`)} and ${isFor(sql`c.id`)})`;
