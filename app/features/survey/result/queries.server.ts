import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { sha256 } from "~/kit/secrets.server";
import type { KeptAnswers } from "../answer/model";
import { mayRunSurveys } from "../policy";
import { KINDS } from "../question/model";
import type { Survey } from "../queries.server";
import { mayCount } from "./model";

/** One person's answers, with who it is where that was said. */
export type Answered = { answers: KeptAnswers; name: string | null; organisationId: number | null; organisation: string | null };

/** All answers to a survey: those of people, or those of a box, which are of nobody. */
export async function listResponses(_actor: MemberActor, { id, promise }: Pick<Survey, "id" | "promise">): Promise<Answered[]> {
  if (promise === "anonymous") {
    const rows = await db.execute<{ answers: KeptAnswers }>(sql`select answers from survey_ballots where survey_id = ${id} order by md5(answers::text)`);
    return rows.map(({ answers }) => ({ answers, name: null, organisationId: null, organisation: null }));
  }
  return [
    ...(await db.execute<Answered>(sql`
      select t.answers, m.name, o.id::int as "organisationId", o.name as organisation from survey_sheets t join members m on m.id = t.member_id
      left join organisations o on o.id = t.organisation_id
      where t.survey_id = ${id} and t.answers is not null order by m.name, m.id`)),
  ];
}

/**
 * How many organisations have someone who answered; people count with the first of theirs, and of
 * a survey with names with the one they had then.
 */
export async function countOrganisations(_actor: MemberActor, { id, promise }: Pick<Survey, "id" | "promise">): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    promise === "anonymous"
      ? sql`
        select count(distinct w.organisation_id)::int as n from survey_participations p
        join lateral (select organisation_id from memberships w where w.member_id = p.member_id order by since, organisation_id limit 1) w on true where p.survey_id = ${id}`
      : sql`select count(distinct organisation_id)::int as n from survey_sheets where survey_id = ${id} and answers is not null`,
  );
  return row?.n ?? 0;
}

/**
 * Every organisation that was there before its end: one of which nobody answered looks like one of
 * which few did. One that came later would be known to be empty, and tell of those beside it.
 */
export async function listOrganisationsOf(_actor: MemberActor, { id, closedAt, closesAt }: Pick<Survey, "id" | "closedAt" | "closesAt">): Promise<{ id: number; name: string }[]> {
  return [
    ...(await db.execute<{ id: number; name: string }>(sql`
      select o.id::int, o.name from organisations o where o.created_at <= ${(closedAt ?? closesAt)?.toISOString() ?? null}::timestamptz
        or exists (select 1 from survey_sheets t where t.survey_id = ${id} and t.organisation_id = o.id and t.answers is not null) order by lower(o.name)`)),
  ];
}

export type Verdict = "shown" | "withheld";
export type Written = { questionId: number; label: string; text: string; hash: string; verdict: Verdict | null };

/** What was written, each text once, in an order of its own, with what somebody who read it decided. */
export async function listWritten(_actor: MemberActor, { id, questions }: Pick<Survey, "id" | "questions">, responses: readonly Answered[]): Promise<Written[]> {
  const rows = await db.execute<{ questionId: number; hash: string; verdict: Verdict }>(sql`select question_id::int as "questionId", text_hash as hash, verdict from survey_readings where survey_id = ${id}`);
  const verdicts = new Map(rows.map(({ questionId, hash, verdict }) => [`${questionId} ${hash}`, verdict]));
  return questions
    .filter(({ kind }) => KINDS[kind].text)
    .flatMap(({ id: questionId, label }) => {
      const texts = new Set(responses.map(({ answers }) => answers[String(questionId)]).filter((answer): answer is string => typeof answer === "string"));
      return [...texts].map((text) => ({ questionId, label, text, hash: sha256(text) })).map((one) => ({ ...one, verdict: verdicts.get(`${one.questionId} ${one.hash}`) ?? null }));
    })
    .sort((a, b) => a.questionId - b.questionId || a.hash.localeCompare(b.hash));
}

/** For the committee's reading: the same, whoever wrote it; nothing where so few answered that it would be known who. */
export async function listToRead(actor: MemberActor, survey: Survey): Promise<Written[]> {
  mayRunSurveys(actor);
  const responses = await listResponses(actor, survey);
  return mayCount(survey.promise, responses.length) ? listWritten(actor, survey, responses) : [];
}
