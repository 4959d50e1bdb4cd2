import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { mayPlan } from "~/features/meeting/policy";
import { firstOrganisationOf } from "~/features/organisation/sql.server";
import type { SlotChoice } from "./model";
import { ASKED, missing, openTo, POLL, slotsAsJson, taking, type PollFacts } from "./sql.server";

export type { PollFacts, SlotFacts } from "./sql.server";

/** One poll with its slots, in one statement. @throws DomainError thing.absent */
export async function findPoll(actor: MemberActor, id: number): Promise<PollFacts> {
  const [row] = await db.execute<PollFacts>(sql`
    select ${POLL}, ${slotsAsJson({ memberId: actor.memberId, personId: null })} as slots from date_polls d join meetings m on m.id = d.meeting_id where d.id = ${id} and ${openTo(actor)}`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

/** The same by a link, for the person whose link it is. */
export async function findPollByLink({ pollId, memberId, personId }: { pollId: number; memberId: number | null; personId: number | null }): Promise<PollFacts> {
  const [row] = await db.execute<PollFacts>(sql`
    select ${POLL}, ${slotsAsJson({ memberId, personId })} as slots from date_polls d join meetings m on m.id = d.meeting_id where d.id = ${pollId} and d.opened_at is not null`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

/** What an open page compares to know that it is behind. */
export async function findPollStamp(actor: MemberActor, id: number): Promise<number> {
  const [row] = await db.execute<{ revision: number }>(sql`select d.revision from date_polls d where d.id = ${id} and ${openTo(actor)}`);
  if (!row) throw new DomainError("thing.absent");
  return row.revision;
}

export type ListedPoll = Pick<PollFacts, "id" | "pole" | "answerUntil" | "openedAt" | "closed" | "chosenSlotId"> & { slots: number; answered: number; missing: number };

/** The polls of a meeting, for the committee, with how many people answered and how many have not. */
export async function listPolls(actor: MemberActor, meetingId: number): Promise<ListedPoll[]> {
  mayPlan(actor);
  return [
    ...(await db.execute<ListedPoll>(sql`
      select d.id::int, (select name from poles where id = d.pole_id) as pole, d.answer_until as "answerUntil", d.opened_at as "openedAt", d.closed_at is not null as closed, d.chosen_slot_id::int as "chosenSlotId",
        (select count(*)::int from date_poll_slots s where s.poll_id = d.id) as slots,
        (select count(distinct (a.member_id, a.person_id))::int from date_poll_answers a where a.poll_id = d.id) as answered,
        (select count(*)::int from members p where ${ASKED} and ${missing()}) as missing
      from date_polls d where d.meeting_id = ${meetingId} order by d.closed_at is not null, d.id desc limit 40`)),
  ];
}

export type Respondent = { key: string; name: string; organisation: string; required: boolean; asked: boolean; reminded: boolean; choices: Record<string, SlotChoice> };

/** Everybody who is asked, named, or has answered, with what they said; for the committee alone. */
export async function listRespondents(actor: MemberActor, pollId: number): Promise<Respondent[]> {
  mayPlan(actor);
  const said = sql`coalesce((select json_object_agg(a.slot_id, a.choice) from date_poll_answers a where a.poll_id = d.id and `;
  return [
    ...(await db.execute<Respondent>(sql`
      with all_people as (
        select 'm' || p.id as key, p.name, coalesce(${firstOrganisationOf(sql`p.id`)}, '') as organisation, ${ASKED} as asked,
          exists (select 1 from date_poll_people k where k.poll_id = d.id and k.member_id = p.id) as required,
          exists (select 1 from date_poll_reminders r where r.poll_id = d.id and r.member_id = p.id) as reminded, ${said} a.member_id = p.id), '{}'::json) as choices
        from date_polls d join members p on p.state in ('active', 'paused') where d.id = ${pollId}
        union all
        select 'g' || g.id, g.name, g.title, true, g.required, false, ${said} a.person_id = g.id), '{}'::json)
        from date_polls d join date_poll_people g on g.poll_id = d.id and g.member_id is null where d.id = ${pollId}
      )
      select * from all_people where asked or required or choices::text <> '{}' order by required desc, lower(name), key limit 1000`)),
  ];
}

export type NamedPerson = { id: number; memberId: number | null; name: string; title: string; required: boolean; nonce: string | null };

export async function listNamed(actor: MemberActor, pollId: number): Promise<NamedPerson[]> {
  mayPlan(actor);
  return [
    ...(await db.execute<NamedPerson>(sql`
      select id::int, member_id::int as "memberId", name, title, required, nonce from date_poll_people where poll_id = ${pollId} order by member_id is null, lower(name), id`)),
  ];
}

/** The organisations that a poll asks; none: everyone. */
export async function listAskedOrganisations(actor: MemberActor, pollId: number): Promise<number[]> {
  mayPlan(actor);
  const rows = await db.execute<{ id: number }>(sql`select organisation_id::int as id from date_poll_organisations where poll_id = ${pollId}`);
  return rows.map(({ id }) => id);
}

export type SoughtDate = { id: number; title: string; pole: string | null; since: string; answerUntil: string; begun: boolean };

/** The polls that wait for this person, the nearest deadline first. */
export async function listSought(actor: MemberActor): Promise<SoughtDate[]> {
  return [
    ...(await db.execute<SoughtDate>(sql`
      select d.id::int, m.title, (select name from poles where id = d.pole_id) as pole, d.opened_at as since, d.answer_until as "answerUntil",
        exists (select 1 from date_poll_answers a where a.poll_id = d.id and a.member_id = p.id) as begun
      from date_polls d join meetings m on m.id = d.meeting_id join members p on p.id = ${actor.memberId}
      where ${taking()} and ${ASKED} and ${missing()} order by d.answer_until, d.id limit 7`)),
  ];
}

export type OpenPoll = { id: number; title: string; pole: string | null };

/** Every poll that takes answers, for the list of meetings. */
export async function listOpenPolls(_actor: MemberActor): Promise<OpenPoll[]> {
  return [
    ...(await db.execute<OpenPoll>(sql`
      select d.id::int, m.title, (select name from poles where id = d.pole_id) as pole from date_polls d join meetings m on m.id = d.meeting_id where ${taking()} order by d.answer_until, d.id limit 20`)),
  ];
}

export type ReadyPoll = { id: number; meetingId: number; title: string; pole: string | null; since: string };

/** The polls whose date the committee can choose now: everybody has answered, or their time is over. */
export async function listReady(actor: MemberActor): Promise<ReadyPoll[]> {
  if (!hasRole(actor, "committee")) return [];
  const present = now().toISOString();
  return [
    ...(await db.execute<ReadyPoll>(sql`
      select d.id::int, d.meeting_id::int as "meetingId", m.title, (select name from poles where id = d.pole_id) as pole, least(d.answer_until, ${present}::timestamptz) as since
      from date_polls d join meetings m on m.id = d.meeting_id
      where d.opened_at is not null and d.closed_at is null and (d.answer_until <= ${present}::timestamptz or not exists (select 1 from members p where ${ASKED} and ${missing()}))
      order by d.answer_until, d.id limit 3`)),
  ];
}
