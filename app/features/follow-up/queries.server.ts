import { sql, type SQL } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { openTo } from "~/features/meeting/queries.server";
import { firstOrganisationOf } from "~/features/organisation/sql.server";

export type FollowUpFacts = { id: number; body: string; due: string; memberId: number; name: string; organisation: string | null; mine: boolean; done: boolean; revision: number };

const leads = ({ memberId }: MemberActor): SQL => sql`exists (select 1 from duties d join sittings s on s.id = d.sitting_id where s.meeting_id = m.id and d.member_id = ${memberId} and d.state = 'accepted')`;

const followUpsAsJson = (actor: MemberActor): SQL => sql`(
  select coalesce(json_agg(json_build_object('id', f.id, 'body', f.body, 'due', f.due_day, 'memberId', f.member_id, 'name', p.name, 'organisation', ${firstOrganisationOf(sql`f.member_id`)},
    'mine', f.member_id = ${actor.memberId}, 'done', f.done_at is not null, 'revision', f.revision) order by f.due_day, f.id), '[]'::json)
  from follow_ups f join members p on p.id = f.member_id where f.meeting_id = m.id)`;

export type FoundFollowUps = { title: string; responsible: boolean; followUps: FollowUpFacts[] };

/** What is to be done after a meeting, the nearest first. @throws DomainError thing.absent */
export async function findFollowUps(actor: MemberActor, meetingId: number): Promise<FoundFollowUps> {
  const [row] = await db.execute<FoundFollowUps>(sql`
    select m.title, ${leads(actor)} as responsible, ${followUpsAsJson(actor)} as "followUps" from meetings m where m.id = ${meetingId} and m.opened_at is not null and ${openTo(actor)}`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

/** One of them. @throws DomainError thing.absent, also where it is another meeting's */
export async function findFollowUp(actor: MemberActor, where: { meetingId: number; id: number }): Promise<FollowUpFacts & { title: string; responsible: boolean }> {
  const { title, responsible, followUps } = await findFollowUps(actor, where.meetingId);
  const found = followUps.find(({ id }) => id === where.id);
  if (!found) throw new DomainError("thing.absent");
  return { ...found, title, responsible };
}

export type Entrusted = { id: number; meetingId: number; body: string; title: string; due: string; since: string | Date };

/** What is entrusted to this person and not done, the nearest first. */
export async function listEntrusted({ memberId }: MemberActor): Promise<Entrusted[]> {
  return [
    ...(await db.execute<Entrusted>(sql`
      select f.id::int, f.meeting_id::int as "meetingId", f.body, m.title, f.due_day as due, f.noted_at as since from follow_ups f join meetings m on m.id = f.meeting_id
      where f.member_id = ${memberId} and f.done_at is null order by f.due_day, f.id limit 7`)),
  ];
}

/** Whom something can be entrusted to, by name. */
export async function listPeople(_actor: MemberActor): Promise<{ id: number; name: string; organisation: string | null }[]> {
  const rows = await db.execute<{ id: number; name: string; organisation: string | null }>(sql`
    select p.id::int, p.name, ${firstOrganisationOf(sql`p.id`)} as organisation from members p where p.state in ('active', 'paused') and p.guest_until is null and p.name <> '' limit 2000`);
  return [...rows].sort((a, b) => a.name.localeCompare(b.name, "fr-CA"));
}
