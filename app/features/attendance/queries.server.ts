import { sql, type SQL } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { openTo, sittingsWithoutLink, type SittingFacts } from "~/features/meeting/queries.server";
import { firstOrganisationOf } from "~/features/organisation/sql.server";
import type { Part, SittingPlace } from "./policy";
import { keyOfGuest, REF_OF_ROW, responsibleIn, tookPartIn } from "./sql.server";

export { findCards } from "./card/queries.server";
export { responsibleIn, tookPartIn };

const partIn = (actor: MemberActor): SQL => sql`json_build_object('responsible', ${responsibleIn(actor)}, 'tookPart', ${tookPartIn(actor)})`;

export type FoundSitting = { meetingId: number; title: string; facts: SittingFacts; part: Part };

/** A sitting, with what this person is in it. @throws DomainError thing.absent, also where it is another meeting's */
export async function findSitting(actor: MemberActor, { meetingId, sittingId }: SittingPlace): Promise<FoundSitting> {
  const [row] = await db.execute<{ title: string; sittings: SittingFacts[]; part: Part }>(sql`
    select m.title, ${sittingsWithoutLink} as sittings, ${partIn(actor)} as part
    from meetings m join sittings s on s.meeting_id = m.id and s.id = ${sittingId} where m.id = ${meetingId} and m.opened_at is not null and ${openTo(actor)}`);
  const facts = row?.sittings.find(({ id }) => id === sittingId);
  if (!row || !facts) throw new DomainError("thing.absent");
  return { meetingId, title: row.title, facts, part: row.part };
}

export type Listed = {
  ref: string;
  name: string;
  organisation: string;
  present: boolean;
  /** Awaited: said that they come, holds a role there, or speaks; the others are found by their name. */
  awaited: boolean;
  /** « Animation », « Personne invitée »: what sets them apart. */
  role: "facilitation" | "coordination" | "notes" | "speaker" | null;
};

/**
 * Everyone who may come through the door of a sitting, by name: those who are awaited, all other
 * members, who need not have answered, and those without an account who are expected or were noted there.
 */
export async function listDoor(_actor: MemberActor, { meetingId, sittingId }: SittingPlace): Promise<Listed[]> {
  const rows = await db.execute<Listed>(sql`
    select 'm' || p.id as ref, p.name, coalesce(${firstOrganisationOf(sql`p.id`)}, '') as organisation, coalesce(t.present_at is not null, false) as present,
      (a.state is not null or d.role is not null or k.id is not null) as awaited, coalesce(d.role, case when k.id is not null then 'speaker' end) as role
    from members p
    left join attendances t on t.sitting_id = ${sittingId} and t.member_id = p.id
    left join meeting_answers a on a.sitting_id = ${sittingId} and a.member_id = p.id and a.state = 'coming'
    left join duties d on d.sitting_id = ${sittingId} and d.member_id = p.id and d.state = 'accepted'
    left join speakers k on k.meeting_id = ${meetingId} and k.member_id = p.id
    where p.guest_until is null and p.name <> '' and (p.state in ('active', 'paused') or t.id is not null)
    union all
    select ${REF_OF_ROW}, t.name, t.organisation, t.present_at is not null, true, null from attendances t where t.sitting_id = ${sittingId} and t.member_id is null
    union all
    select 'g' || g.id, g.name, g.organisation, false, true, null from sitting_guests g
    where g.sitting_id = ${sittingId} and not exists (select 1 from attendances t where t.sitting_id = g.sitting_id and t.noted_key = ${keyOfGuest(sql`g.id`)})
    limit 2000`);
  return [...rows].sort((a, b) => a.name.localeCompare(b.name, "fr-CA"));
}

/** Who is there now, for a page that is open: everyone of whom something was ticked. */
export async function listTicked(actor: MemberActor, { meetingId, sittingId }: SittingPlace): Promise<{ part: Part; ticked: { ref: string; present: boolean }[] }> {
  const [row] = await db.execute<{ part: Part; ticked: { ref: string; present: boolean }[] }>(sql`
    select ${partIn(actor)} as part,
      (select coalesce(json_agg(json_build_object('ref', ${REF_OF_ROW}, 'present', t.present_at is not null) order by t.id), '[]'::json)
        from attendances t where t.sitting_id = s.id) as ticked
    from meetings m join sittings s on s.meeting_id = m.id and s.id = ${sittingId} where m.id = ${meetingId} and m.opened_at is not null`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

/** What a paper says of somebody who was there; null where they were not ticked, or it is not over. */
export type Attested = { title: string; startsAt: string; zone: string; minutes: number; pole: string | null; place: string; byLink: boolean; name: string; organisation: string | null; attestedBy: string; responsible: string[] };

export async function findAttested(actor: MemberActor, { meetingId, sittingId }: SittingPlace, at: Date): Promise<Attested | null> {
  const [row] = await db.execute<Attested>(sql`
    select m.title, s.starts_at as "startsAt", s.zone, s.duration_minutes as minutes, (select name from poles where id = s.pole_id) as pole, s.place, s.link <> '' as "byLink",
      p.name, ${firstOrganisationOf(sql`p.id`)} as organisation, (select name from members where id = t.acted_by) as "attestedBy",
      (select coalesce(json_agg(distinct r.name), '[]'::json) from duties d join members r on r.id = coalesce(d.served_by, d.member_id) where d.sitting_id = s.id and d.state = 'accepted') as responsible
    from attendances t join sittings s on s.id = t.sitting_id join meetings m on m.id = s.meeting_id join members p on p.id = t.member_id
    where s.id = ${sittingId} and m.id = ${meetingId} and m.opened_at is not null and t.member_id = ${actor.memberId} and t.present_at is not null
      and s.cancelled_at is null and s.postponed_at is null and s.starts_at + make_interval(mins => s.duration_minutes) <= ${at.toISOString()}::timestamptz`);
  return row ?? null;
}

/** Present people of a meeting by where they work: counted, never listed. */
export type Counted = { organisation: string; count: number };

export async function countPresent(_actor: MemberActor, meetingId: number): Promise<Counted[]> {
  return [
    ...(await db.execute<Counted>(sql`
      select organisation, count(*)::int from (
        select coalesce(nullif(t.organisation, ''), ${firstOrganisationOf(sql`t.member_id`)}, '') as organisation
        from attendances t join sittings s on s.id = t.sitting_id where s.meeting_id = ${meetingId} and t.present_at is not null) there
      group by organisation order by organisation = '', lower(organisation)`)),
  ];
}

export type DaySitting = { id: number; pole: string | null; startsAt: string; minutes: number; zone: string; off: boolean; responsible: boolean; tookPart: boolean; present: boolean; cards: number };

/** What a meeting's sittings are to this person on their day and after, in the order of time. */
export async function listDay(actor: MemberActor, meetingId: number): Promise<DaySitting[]> {
  return [
    ...(await db.execute<DaySitting>(sql`
      select s.id::int, p.name as pole, s.starts_at as "startsAt", s.duration_minutes as minutes, s.zone, num_nonnulls(s.cancelled_at, s.postponed_at) > 0 as off,
        ${responsibleIn(actor)} as responsible, ${tookPartIn(actor)} as "tookPart",
        exists (select 1 from attendances t where t.sitting_id = s.id and t.member_id = ${actor.memberId} and t.present_at is not null) as present,
        (select count(*)::int from meeting_cards c where c.sitting_id = s.id) as cards
      from sittings s join meetings m on m.id = s.meeting_id left join poles p on p.id = s.pole_id
      where m.id = ${meetingId} and m.opened_at is not null and ${openTo(actor)} order by s.starts_at, s.id`)),
  ];
}

/** Moves with everything that is left of a meeting: its cards, minutes, corrections and follow-ups. */
export async function findDayStamp(actor: MemberActor, meetingId: number): Promise<string> {
  const [row] = await db.execute<{ stamp: string }>(sql`
    select concat_ws('.',
      (select concat_ws('-', count(*), count(c.topic_id), max(c.id)) from meeting_cards c join sittings s on s.id = c.sitting_id where s.meeting_id = m.id),
      (select concat_ws('-', n.revision, n.opened_at is not null, n.adopted_at is not null, (select concat_ws('-', count(*), count(c.outcome)) from minutes_corrections c where c.minutes_id = n.id)) from minutes n where n.meeting_id = m.id),
      (select concat_ws('-', count(*), sum(f.revision)) from follow_ups f where f.meeting_id = m.id)) as stamp
    from meetings m where m.id = ${meetingId} and m.opened_at is not null and ${openTo(actor)}`);
  if (!row) throw new DomainError("thing.absent");
  return row.stamp;
}
