import { sql } from "drizzle-orm";
import { surveyParticipations, surveySheets } from "#db/schema/survey";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { stateOf } from "../model";
import { lockSurvey } from "../mutations.server";
import type { Answering } from "../policy";
import type { KeptAnswers } from "./model";

/** Takes the survey's lock for an answer, while it takes any. */
async function lockOpen(tx: Tx, { subject }: Answering): Promise<void> {
  const survey = await lockSurvey(tx, subject.id);
  if (stateOf(survey, now()) !== "open") throw new DomainError("survey.closed");
  if (survey.promise !== subject.promise) throw new DomainError("survey.other-question");
}

/**
 * Puts an anonymous answer in the box, and its author in the list of those who have
 * answered; false when they are there already, and the box then stays as it is.
 *
 * The row of the list is what makes it count once, so there is no form's key, no draft,
 * no job, no audit entry and no bell: each would be one more thing to pair. Both the list
 * and the box are written anew as a whole, in an order drawn from the system's own chance
 * (`gen_random_uuid`, not `random`, which can be reckoned back): the rows of each all carry
 * this transaction, and where they lie tells nothing of who came before whom.
 */
export async function castBallot(tx: Tx, proof: Answering, answers: KeptAnswers): Promise<boolean> {
  const { actor, subject } = proof;
  await lockOpen(tx, proof);
  const [there] = await tx.execute(sql`select 1 from survey_participations where survey_id = ${subject.id} and member_id = ${actor.memberId}`);
  if (there) return false;
  await tx.execute(sql`
    with listed as (delete from survey_participations where survey_id = ${subject.id} returning member_id),
      boxed as (delete from survey_ballots where survey_id = ${subject.id} returning answers),
      list as (insert into survey_participations (survey_id, member_id, promise)
        select ${subject.id}, member_id, 'anonymous' from (select member_id from listed union all select ${actor.memberId}::bigint) everyone order by gen_random_uuid())
    insert into survey_ballots (survey_id, answers)
    select ${subject.id}, answers from (select answers from boxed union all select ${JSON.stringify(answers)}::jsonb) ballots order by gen_random_uuid()`);
  return true;
}

type NamedPromise = "named" | "confidential";
const named = ({ subject }: Answering): NamedPromise => {
  if (subject.promise === "anonymous") throw new DomainError("request.malformed");
  return subject.promise;
};

/** Sends a person's answers, or sends them again as they are now. */
export async function sendSheet(tx: Tx, proof: Answering, answers: KeptAnswers): Promise<void> {
  const { actor, subject } = proof;
  const promise = named(proof);
  await lockOpen(tx, proof);
  const at = now();
  const organisationId = sql<number | null>`(select organisation_id from memberships where member_id = ${actor.memberId} order by since, organisation_id limit 1)`;
  const sheet = { answers, draft: null, savedAt: at, sentAt: at, organisationId };
  await tx.insert(surveySheets).values({ surveyId: subject.id, memberId: actor.memberId, promise, ...sheet }).onConflictDoUpdate({ target: [surveySheets.surveyId, surveySheets.memberId], set: sheet });
  await tx.insert(surveyParticipations).values({ surveyId: subject.id, memberId: actor.memberId, promise }).onConflictDoNothing();
  await tx.execute(sql`update notifications set read_at = ${at.toISOString()}::timestamptz where member_id = ${actor.memberId} and subject = ${`survey-${subject.id}`} and read_at is null`);
  tx.announce({ type: "told.changed", id: actor.memberId });
  if (promise === "named") tx.announce({ type: "survey.moved", id: subject.id });
  tx.announce({ type: "todo.changed", id: actor.memberId });
}

/** Saves what was typed so far, for its author alone; what was sent stays as it was sent. */
export async function saveSheet(tx: Tx, proof: Answering, draft: Record<string, string>): Promise<void> {
  const { actor, subject } = proof;
  const promise = named(proof);
  await lockOpen(tx, proof);
  const saved = { draft, savedAt: now() };
  await tx.insert(surveySheets).values({ surveyId: subject.id, memberId: actor.memberId, promise, ...saved }).onConflictDoUpdate({ target: [surveySheets.surveyId, surveySheets.memberId], set: saved });
}
