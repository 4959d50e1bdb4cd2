import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { MOST_SITTINGS, type PromiseKind } from "./model";
import { mayRunSurveys } from "./policy";
import type { Question } from "./question/model";
import { ASKED, hasBegun, hasEnded, isFor, openTo, present } from "./sql.server";

export type Crossing = "none" | "organisation" | "question";

type Row = {
  id: number;
  title: string;
  intro: string;
  promise: PromiseKind;
  audience: "all" | "part";
  crossing: Crossing;
  crossingQuestionId: number | null;
  openedAt: string | null;
  opensAt: string | null;
  closesAt: string | null;
  closedAt: string | null;
  remindedAt: string | null;
  sequel: string;
  revision: number;
  /** Whether it is for the one who looks, and whether they have answered. */
  asked: boolean;
  answered: boolean;
  questions: Question[];
};

export type Survey = Omit<Row, "openedAt" | "opensAt" | "closesAt" | "closedAt" | "remindedAt"> & {
  openedAt: Date | null;
  opensAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
  remindedAt: Date | null;
};

const iso = (column: "opened_at" | "opens_at" | "closes_at" | "closed_at" | "reminded_at") => {
  const columns = { opened_at: sql`s.opened_at`, opens_at: sql`s.opens_at`, closes_at: sql`s.closes_at`, closed_at: sql`s.closed_at`, reminded_at: sql`s.reminded_at` };
  return sql`to_char(${columns[column]} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
};

const QUESTIONS = sql`(select coalesce(json_agg(json_build_object('id', q.id, 'kind', q.kind, 'label', q.label, 'hint', q.hint, 'required', q.required, 'options', q.options, 'levels', q.levels)
  order by q.position), '[]'::json) from survey_questions q where q.survey_id = s.id)`;

const facts = (actor: MemberActor) => sql`
  s.id::int, s.title, s.intro, s.promise, s.audience, s.crossing, s.crossing_question_id::int as "crossingQuestionId",
  ${iso("opened_at")} as "openedAt", ${iso("opens_at")} as "opensAt", ${iso("closes_at")} as "closesAt", ${iso("closed_at")} as "closedAt", ${iso("reminded_at")} as "remindedAt",
  s.sequel, s.revision, ${isFor(sql`${actor.memberId}`)} as asked,
  exists (select 1 from survey_participations p where p.survey_id = s.id and p.member_id = ${actor.memberId}) as answered`;

const dated = (text: string | null): Date | null => (text === null ? null : new Date(text));

const surveyOf = ({ openedAt, opensAt, closesAt, closedAt, remindedAt, ...row }: Row): Survey => ({
  ...row,
  openedAt: dated(openedAt),
  opensAt: dated(opensAt),
  closesAt: dated(closesAt),
  closedAt: dated(closedAt),
  remindedAt: dated(remindedAt),
});

/**
 * A survey with its questions, in one statement.
 * @throws DomainError thing.absent when it does not exist, or is not there for this person.
 */
export async function findSurvey(actor: MemberActor, id: number): Promise<Survey> {
  const [row] = await db.execute<Row>(sql`select ${facts(actor)}, ${QUESTIONS} as questions from surveys s where s.id = ${id} and ${openTo(actor)}`);
  if (!row) throw new DomainError("thing.absent");
  return surveyOf(row);
}

/** Those that are open, the first to end first: no more than people can be asked at one time. */
export async function listOpen(actor: MemberActor): Promise<Survey[]> {
  const rows = await db.execute<Row>(sql`
    select ${facts(actor)}, '[]'::json as questions from surveys s where ${openTo(actor)} and ${hasBegun()} and not ${hasEnded()} order by s.closes_at, s.id`);
  return [...rows].map(surveyOf);
}

export const PER_PAGE = 30;
export type SurveyPage = { surveys: Survey[]; next: number | null };

/** Those that are over, the latest first; `before` is the number of the last one shown. */
export async function listOver(actor: MemberActor, before: number | null): Promise<SurveyPage> {
  const ended = sql`least(s.closed_at, s.closes_at)`;
  const rows = await db.execute<Row>(sql`
    select ${facts(actor)}, '[]'::json as questions from surveys s where ${openTo(actor)} and ${hasBegun()} and ${hasEnded()}
      and (${before}::bigint is null or (${ended}, s.id) < (select least(l.closed_at, l.closes_at), l.id from surveys l where l.id = ${before}::bigint))
    order by ${ended} desc, s.id desc limit ${PER_PAGE + 1}`);
  const surveys = [...rows].slice(0, PER_PAGE).map(surveyOf);
  return { surveys, next: rows.length > PER_PAGE ? (surveys.at(-1)?.id ?? null) : null };
}

/** Those that wait for an answer of this person. */
export async function listUnanswered(actor: MemberActor, most: number): Promise<{ id: number; title: string; closesAt: string; since: string }[]> {
  return [
    ...(await db.execute<{ id: number; title: string; closesAt: string; since: string }>(sql`
      select s.id::int, s.title, ${iso("closes_at")} as "closesAt", coalesce(${iso("opens_at")}, ${iso("opened_at")}) as since from surveys s
      where ${hasBegun()} and not ${hasEnded()} and ${isFor(sql`${actor.memberId}`)}
        and not exists (select 1 from survey_participations p where p.survey_id = s.id and p.member_id = ${actor.memberId})
      order by s.closes_at, s.id limit ${most}`)),
  ];
}

/** Those that the committee has in hand: drafts first, then those that are open or will be. */
export async function listInHand(actor: MemberActor): Promise<Survey[]> {
  mayRunSurveys(actor);
  const rows = await db.execute<Row>(sql`select ${facts(actor)}, '[]'::json as questions from surveys s where s.opened_at is null or not ${hasEnded()} order by s.opened_at is not null, s.id desc`);
  return [...rows].map(surveyOf);
}

export type Reach = { asked: number; answered: number };

/** How many could answer, and how many have; for the committee, which is told of the second only where it says nothing of anyone. */
export async function findReach(actor: MemberActor, id: number): Promise<Reach> {
  mayRunSurveys(actor);
  const [row] = await db.execute<Reach>(sql`
    select ${ASKED} as asked, (select count(*)::int from survey_participations p where p.survey_id = s.id) as answered from surveys s where s.id = ${id}`);
  return row ?? { asked: 0, answered: 0 };
}

/** The boxes that are ticked: « organisation-3 », « role-manager »… */
export async function listAudience(actor: MemberActor, id: number): Promise<string[]> {
  mayRunSurveys(actor);
  const rows = await db.execute<{ name: string }>(sql`
    select case when a.organisation_id is not null then 'organisation-' || a.organisation_id when a.pole_id is not null then 'pole-' || a.pole_id
      when a.sitting_id is not null then 'rencontre-' || a.sitting_id else 'role-' || a.role end as name
    from survey_audiences a where a.survey_id = ${id}`);
  return rows.map(({ name }) => name);
}

/** Sittings that were held or have begun, the latest first, whose people can be asked what they thought of them. */
export async function listPastSittings(actor: MemberActor): Promise<{ id: number; title: string; pole: string | null; localStart: string }[]> {
  mayRunSurveys(actor);
  return [
    ...(await db.execute<{ id: number; title: string; pole: string | null; localStart: string }>(sql`
      select p.id::int, m.title, o.name as pole, to_char(p.local_start, 'YYYY-MM-DD') as "localStart" from sittings p join meetings m on m.id = p.meeting_id left join poles o on o.id = p.pole_id
      where p.cancelled_at is null and p.postponed_at is null and m.opened_at is not null and p.starts_at <= ${present()} order by p.starts_at desc limit ${MOST_SITTINGS}`)),
  ];
}

/** Moves whenever something that their pages show does; for one survey, or for all that the list shows. */
export async function findStamp(actor: MemberActor, id: number | null): Promise<number> {
  const [row] = await db.execute<{ stamp: number }>(sql`
    select coalesce(sum(s.revision + case when s.promise = 'named' then (select coalesce(sum(extract(epoch from t.sent_at) * 1000), 0) from survey_sheets t where t.survey_id = s.id) else 0 end), 0)::float8 as stamp from surveys s where ${openTo(actor)} and (${id}::bigint is null and s.opened_at is not null or s.id = ${id}::bigint)`);
  return row?.stamp ?? 0;
}
