import { sql, type SQL } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { hasRole } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { mayName } from "./policy";
import { dutiesAsJson, personAsJson, sittingColumns, type DutyFacts, type PersonFacts, type SittingRow } from "./sql.server";

export type SittingTurns = SittingRow & { duties: DutyFacts[] };

const openTo = (actor: MemberActor): SQL => sql`(m.opened_at is not null or ${hasRole(actor, "committee")}::boolean)`;

/** The sittings of a meeting with who is responsible, in the order of time. */
export async function listOfMeeting(actor: MemberActor, meetingId: number): Promise<SittingTurns[]> {
  return [
    ...(await db.execute<SittingTurns>(sql`
      select ${sittingColumns}, ${dutiesAsJson(actor)} as duties from sittings s join meetings m on m.id = s.meeting_id
      where m.id = ${meetingId} and ${openTo(actor)} order by s.starts_at, s.id`)),
  ];
}

/** The sittings between two instants, in the order of time; a draft's only for the committee. */
export async function listSeason(actor: MemberActor, from: Date, until: Date): Promise<SittingTurns[]> {
  return [
    ...(await db.execute<SittingTurns>(sql`
      select ${sittingColumns}, ${dutiesAsJson(actor)} as duties from sittings s join meetings m on m.id = s.meeting_id
      where ${openTo(actor)} and s.starts_at >= ${from.toISOString()}::timestamptz and s.starts_at < ${until.toISOString()}::timestamptz
      order by s.starts_at, s.id limit 400`)),
  ];
}

export type Ask = { dutyId: number; memberId: number; askedAt: string; reason: string; moreTime: boolean };
export type NamedSitting = SittingTurns & {
  asks: Ask[];
  /** How often each person said no, for the committee alone. */
  refusals: { memberId: number; count: number }[];
};

/** One sitting for the committee, with what was asked. @throws DomainError thing.absent */
export async function findNamed(actor: MemberActor, meetingId: number, sittingId: number): Promise<NamedSitting> {
  mayName(actor);
  const [row] = await db.execute<NamedSitting>(sql`
    select ${sittingColumns}, ${dutiesAsJson(actor)} as duties,
      (select coalesce(json_agg(json_build_object('dutyId', k.duty_id, 'memberId', k.member_id, 'askedAt', k.asked_at, 'reason', k.reason, 'moreTime', k.more_time_at is not null)), '[]'::json)
        from duty_asks k join duties d on d.id = k.duty_id where d.sitting_id = s.id and k.outcome is null) as asks,
      (select coalesce(json_agg(json_build_object('memberId', n.member_id, 'count', n.count)), '[]'::json)
        from (select member_id, count(*)::int from duty_asks where outcome = 'declined' group by member_id) n) as refusals
    from sittings s join meetings m on m.id = s.meeting_id where s.id = ${sittingId} and m.id = ${meetingId}`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

/** Everyone who may hold a turn, by name. */
export async function listPeople(_actor: MemberActor): Promise<PersonFacts[]> {
  const rows = await db.execute<{ person: PersonFacts }>(sql`select ${personAsJson(sql`p.id`)} as person from members p where p.state = 'active' and p.guest_until is null and p.name <> '' limit 2000`);
  return rows.map(({ person }) => person).sort((a, b) => a.name.localeCompare(b.name, "fr-CA"));
}

export type Swap = { id: number; by: PersonFacts; of: PersonFacts | null; note: string; taker: PersonFacts | null; against: { dutyId: number; role: DutyFacts["role"]; title: string; startsAt: string; zone: string } | null };
export type FoundTurn = SittingTurns & { duty: DutyFacts; ask: { askedAt: string; reason: string; moreTime: boolean } | null; swap: Swap | null };

/** One turn, with what of its asking and swapping this person may know. @throws DomainError thing.absent */
export async function findTurn(actor: MemberActor, dutyId: number): Promise<FoundTurn> {
  const me = actor.memberId;
  const [row] = await db.execute<SittingRow & { duties: DutyFacts[]; ask: FoundTurn["ask"]; swap: Swap | null }>(sql`
    select ${sittingColumns}, ${dutiesAsJson(actor)} as duties,
      (select json_build_object('askedAt', k.asked_at, 'reason', k.reason, 'moreTime', k.more_time_at is not null) from duty_asks k where k.duty_id = turn.id and k.outcome is null and k.member_id = ${me}) as ask,
      (select json_build_object('id', w.id, 'by', ${personAsJson(sql`w.asked_by`)}, 'of', ${personAsJson(sql`w.asked_of`)}, 'note', w.note, 'taker', ${personAsJson(sql`w.taken_by`)},
          'against', (select json_build_object('dutyId', e.id, 'role', e.role, 'title', n.title, 'startsAt', t.starts_at, 'zone', t.zone)
            from duties e join sittings t on t.id = e.sitting_id join meetings n on n.id = t.meeting_id where e.id = w.against_id))
        from duty_swaps w where w.duty_id = turn.id and w.outcome is null
          and (${me} in (w.asked_by, w.asked_of, w.taken_by) or (w.asked_of is null and w.taken_by is null) or ${hasRole(actor, "committee")}::boolean)) as swap
    from duties turn join sittings s on s.id = turn.sitting_id join meetings m on m.id = s.meeting_id
    where turn.id = ${dutyId} and (${openTo(actor)} or turn.member_id = ${me})`);
  const duty = row?.duties.find(({ id }) => id === dutyId);
  if (!row || !duty) throw new DomainError("thing.absent");
  return { ...row, duty };
}

export type MyTurn = SittingRow & { dutyId: number; role: DutyFacts["role"]; state: "asked" | "accepted"; since: string; moreTime: boolean; swap: { of: string | null; taker: string | null } | null };

/** What someone is asked or has agreed to, to come; and since when. */
export async function listMyTurns({ memberId }: MemberActor): Promise<MyTurn[]> {
  return [
    ...(await db.execute<MyTurn>(sql`
      select ${sittingColumns}, d.id::int as "dutyId", d.role, d.state, d.since,
        exists (select 1 from duty_asks k where k.duty_id = d.id and k.outcome is null and k.more_time_at is not null) as "moreTime",
        (select json_build_object('of', (select name from members where id = w.asked_of), 'taker', (select name from members where id = w.taken_by)) from duty_swaps w where w.duty_id = d.id and w.outcome is null) as swap
      from duties d join sittings s on s.id = d.sitting_id join meetings m on m.id = s.meeting_id
      where d.member_id = ${memberId} and d.state in ('asked', 'accepted') and s.held_at is null and s.cancelled_at is null and s.starts_at > ${now().toISOString()}::timestamptz
      order by s.starts_at, s.id`)),
  ];
}

export type SoughtTurn = SittingRow & { dutyId: number; role: DutyFacts["role"]; by: string | null; forMe: boolean; since: string };

/** Turns that wait for somebody to take them: from this person alone, or from anyone. */
export async function listSought({ memberId }: MemberActor): Promise<SoughtTurn[]> {
  return [
    ...(await db.execute<SoughtTurn>(sql`
      select ${sittingColumns}, d.id::int as "dutyId", d.role, (select name from members where id = w.asked_by) as by, coalesce(w.asked_of = ${memberId}, false) as "forMe", coalesce(w.asked_at, d.since) as since
      from duties d join sittings s on s.id = d.sitting_id join meetings m on m.id = s.meeting_id and m.opened_at is not null
      left join duty_swaps w on w.duty_id = d.id and w.outcome is null and w.taken_by is null and (w.asked_of is null or w.asked_of = ${memberId})
      where (d.state = 'relief' or (w.id is not null and d.member_id = w.asked_by and w.asked_by <> ${memberId})) and s.held_at is null and s.cancelled_at is null and s.starts_at > ${now().toISOString()}::timestamptz
      order by s.starts_at, s.id limit 60`)),
  ];
}

export type Absence = { id: number; kind: "absence" | "leave" | "exemption"; from: string; until: string | null };

/** When this person takes no turns, from today on. */
export async function listAbsences({ memberId }: MemberActor): Promise<Absence[]> {
  return [
    ...(await db.execute<Absence>(sql`
      select id::int, kind, from_day::text as from, until_day::text as until from turn_absences
      where member_id = ${memberId} and (until_day is null or until_day >= ${now().toISOString()}::timestamptz::date) order by from_day, id`)),
  ];
}
