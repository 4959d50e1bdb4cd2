import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { firstOrganisationOf } from "~/features/organisation/sql.server";
import type { CorrectionOutcome } from "./model";
import type { Part } from "./policy";
import { mayReadMinutes, responsibleOf, tookPartOf } from "./sql.server";

export type CorrectionFacts = {
  id: number;
  words: string;
  instead: string;
  by: string;
  organisation: string | null;
  mine: boolean;
  at: string;
  outcome: CorrectionOutcome | null;
  reason: string;
  settledBy: string | null;
};

export type MinutesFacts = {
  id: number;
  body: string;
  html: string;
  revision: number;
  writtenBy: string;
  openedAt: string | null;
  closesAt: string | null;
  adoptedAt: string | null;
  adoptedBy: string | null;
  number: number | null;
  versions: { number: number; at: string; by: string | null; reason: string }[];
  corrections: CorrectionFacts[];
};

export type FoundMinutes = { title: string; part: Part; days: { startsAt: string; zone: string; pole: string | null }[]; minutes: MinutesFacts | null };

/** The minutes of a meeting, as far as this person may read them, with what is said of them. @throws DomainError thing.absent without a meeting */
export async function findMinutes(actor: MemberActor, meetingId: number): Promise<FoundMinutes> {
  const [row] = await db.execute<FoundMinutes>(sql`
    select m.title, json_build_object('responsible', ${responsibleOf(actor)}, 'tookPart', ${tookPartOf(actor)}) as part,
      (select coalesce(json_agg(json_build_object('startsAt', s.starts_at, 'zone', s.zone, 'pole', (select name from poles where id = s.pole_id)) order by s.starts_at, s.id), '[]'::json)
        from sittings s where s.meeting_id = m.id and num_nonnulls(s.cancelled_at, s.postponed_at) = 0) as days,
      (select json_build_object('id', n.id, 'body', n.body, 'html', n.html, 'revision', n.revision, 'writtenBy', (select name from members where id = n.written_by),
          'openedAt', n.opened_at, 'closesAt', n.closes_at, 'adoptedAt', n.adopted_at, 'adoptedBy', (select name from members where id = n.adopted_by), 'number', n.number,
          'versions', (select coalesce(json_agg(json_build_object('number', v.number, 'at', v.made_at, 'by', (select name from members where id = v.made_by), 'reason', v.reason) order by v.number), '[]'::json) from minutes_versions v where v.minutes_id = n.id),
          'corrections', (select coalesce(json_agg(json_build_object('id', c.id, 'words', c.words, 'instead', c.instead, 'by', p.name, 'organisation', ${firstOrganisationOf(sql`c.proposed_by`)},
              'mine', c.proposed_by = ${actor.memberId}, 'at', c.proposed_at, 'outcome', c.outcome, 'reason', c.reason, 'settledBy', (select name from members where id = c.settled_by)) order by c.id), '[]'::json)
            from minutes_corrections c join members p on p.id = c.proposed_by where c.minutes_id = n.id and (${tookPartOf(actor)} or ${responsibleOf(actor)} or ${hasRole(actor, "committee")}::boolean)))
        from minutes n where n.meeting_id = m.id and ${mayReadMinutes(actor)}) as minutes
    from meetings m where m.id = ${meetingId} and m.opened_at is not null`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

export type FoundVersion = { title: string; number: number; html: string; at: string; by: string | null; reason: string };

/** A version as it was adopted. @throws DomainError thing.absent */
export async function findVersion(_actor: MemberActor, meetingId: number, number: number): Promise<FoundVersion> {
  const [row] = await db.execute<FoundVersion>(sql`
    select m.title, v.number, v.html, v.made_at as at, (select name from members where id = v.made_by) as by, v.reason
    from minutes_versions v join minutes n on n.id = v.minutes_id and n.adopted_at is not null join meetings m on m.id = n.meeting_id and m.opened_at is not null
    where m.id = ${meetingId} and v.number = ${number}`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

export type AwaitedCorrections = { meetingId: number; title: string; count: number; since: string | Date; closesAt: string | Date };

/** Corrections that wait for an answer from those who are responsible for the meeting. */
export async function listCorrectionsToAnswer(actor: MemberActor): Promise<AwaitedCorrections[]> {
  return [
    ...(await db.execute<AwaitedCorrections>(sql`
      select m.id::int as "meetingId", m.title, count(*)::int as count, min(c.proposed_at) as since, min(n.closes_at) as "closesAt"
      from minutes_corrections c join minutes n on n.id = c.minutes_id join meetings m on m.id = n.meeting_id
      where c.outcome is null and ${responsibleOf(actor)} group by m.id order by min(c.proposed_at) limit 7`)),
  ];
}

export type MinutesLine = { draft: boolean; open: boolean; adopted: boolean; closesAt: string | null; readable: boolean; responsible: boolean; followUps: number; openFollowUps: number; over: boolean };

/** What the page of a meeting says of its minutes and follow-ups; one statement. */
export async function findLine(actor: MemberActor, meetingId: number, at: Date): Promise<MinutesLine | null> {
  const [row] = await db.execute<MinutesLine>(sql`
    select coalesce(n.id is not null and n.opened_at is null, false) as draft, coalesce(n.opened_at is not null and n.adopted_at is null, false) as open, coalesce(n.adopted_at is not null, false) as adopted, n.closes_at as "closesAt",
      coalesce(${mayReadMinutes(actor)}, false) and n.id is not null as readable, ${responsibleOf(actor)} as responsible,
      (select count(*)::int from follow_ups f where f.meeting_id = m.id) as "followUps", (select count(*)::int from follow_ups f where f.meeting_id = m.id and f.done_at is null) as "openFollowUps",
      exists (select 1 from sittings s where s.meeting_id = m.id and num_nonnulls(s.cancelled_at, s.postponed_at) = 0 and s.starts_at <= ${at.toISOString()}::timestamptz) as over
    from meetings m left join minutes n on n.meeting_id = m.id where m.id = ${meetingId} and m.opened_at is not null`);
  return row ?? null;
}
