import { and, eq, isNull, sql } from "drizzle-orm";
import { surveyAudiences, surveyQuestions, surveys } from "#db/schema/survey";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { settleAbout } from "~/features/notification/subject.server";
import { FEWEST, stateOf, type AudienceRow, type PromiseKind } from "./model";
import type { Running } from "./policy";
import type { Question } from "./question/model";
import { ASKED } from "./sql.server";
import { planTelling } from "./telling.server";

export type SurveyContent = {
  title: string;
  intro: string;
  promise: PromiseKind;
  audience: readonly AudienceRow[] | "all";
  crossing: "none" | "organisation" | number;
  opensAt: Date | null;
  closesAt: Date | null;
};

export type NewQuestion = Omit<Question, "id">;

type Locked = typeof surveys.$inferSelect;

/** One change of a survey, or one answer to it, after the other. */
export async function lockSurvey(tx: Tx, id: number): Promise<Locked> {
  const [survey] = await tx.select().from(surveys).where(eq(surveys.id, id)).for("update");
  if (!survey) throw new DomainError("thing.absent");
  return survey;
}

/** Says that what its pages show has changed. */
export async function noteMoved(tx: Tx, id: number): Promise<void> {
  await tx.update(surveys).set({ revision: sql`${surveys.revision} + 1` }).where(eq(surveys.id, id));
  tx.announce({ type: "survey.moved", id });
}

export const hasAnswers = async (tx: Tx, id: number): Promise<boolean> =>
  (await tx.execute(sql`select 1 from survey_participations where survey_id = ${id} limit 1`)).length > 0;

const columnsOf = ({ title, intro, promise, audience, crossing, opensAt, closesAt }: SurveyContent) => ({
  title,
  intro,
  promise,
  opensAt,
  closesAt,
  audience: audience === "all" ? ("all" as const) : ("part" as const),
  ...(typeof crossing === "number" ? { crossing: "question" as const, crossingQuestionId: crossing } : { crossing, crossingQuestionId: null }),
});

/** A new draft, with its first questions. */
export async function draftSurvey(tx: Tx, { actor }: Running, content: SurveyContent, questions: readonly NewQuestion[]): Promise<number> {
  const [made] = await tx.insert(surveys).values({ ...columnsOf(content), createdBy: actor.memberId, createdAt: now() }).returning({ id: surveys.id });
  if (!made) throw new Error("nothing was inserted");
  if (content.audience !== "all") await layAudience(tx, made.id, content.audience);
  if (questions.length > 0) await tx.insert(surveyQuestions).values(questions.map((question, index) => ({ ...question, surveyId: made.id, position: index + 1 })));
  await tx.audit({ actor, act: "survey.drafted", subjectId: made.id });
  return made.id;
}

async function layAudience(tx: Tx, surveyId: number, rows: readonly AudienceRow[]): Promise<void> {
  await tx.delete(surveyAudiences).where(eq(surveyAudiences.surveyId, surveyId));
  if (rows.length > 0) await tx.insert(surveyAudiences).values(rows.map((row) => ({ surveyId, ...row })));
}

/**
 * Words a survey anew. Once somebody has answered only its title, its words and its end change.
 * @throws DomainError thing.absent, survey.moved, survey.closed, survey.nobody, survey.too-few
 */
export async function reviseSurvey(tx: Tx, { actor }: Running, id: number, version: number, content: SurveyContent): Promise<void> {
  const survey = await lockSurvey(tx, id);
  if (survey.revision !== version) throw new DomainError("survey.moved");
  // What is over stays over: its results are known, and one answer more would tell whose it is.
  if (stateOf(survey, now()) === "closed") throw new DomainError("survey.closed");
  if (survey.openedAt && !(content.closesAt && content.closesAt > now())) throw new DomainError("survey.without-end");
  const { title, intro, closesAt, ...asked } = columnsOf(content);
  if (await hasAnswers(tx, id)) await tx.update(surveys).set({ title, intro, closesAt }).where(eq(surveys.id, id));
  else {
    await tx.update(surveys).set({ title, intro, closesAt, ...asked }).where(eq(surveys.id, id));
    await layAudience(tx, id, content.audience === "all" ? [] : content.audience);
    if (survey.openedAt) await checkReach(tx, { id, promise: asked.promise });
  }
  await tx.audit({ actor, act: "survey.revised", subjectId: id });
  await noteMoved(tx, id);
}

/** Enough people must be asked for what is promised to be true. */
async function checkReach(tx: Tx, { id, promise }: Pick<Locked, "id" | "promise">): Promise<void> {
  const [row] = await tx.execute<{ asked: number }>(sql`select ${ASKED} as asked from surveys s where s.id = ${id}`);
  const asked = row?.asked ?? 0;
  if (asked < 2) throw new DomainError("survey.nobody");
  if (promise !== "named" && asked < FEWEST) throw new DomainError("survey.too-few");
}

/**
 * Opens a survey: now, or on its day. Opening it twice is opening it once.
 * @throws DomainError thing.absent, survey.empty, survey.without-end, survey.nobody, survey.too-few
 */
export async function openSurvey(tx: Tx, { actor }: Running, id: number): Promise<void> {
  const survey = await lockSurvey(tx, id);
  if (survey.openedAt) return;
  const [question] = await tx.execute(sql`select 1 from survey_questions where survey_id = ${id} and kind <> 'section' limit 1`);
  if (!question) throw new DomainError("survey.empty");
  const present = now();
  if (!survey.closesAt || survey.closesAt <= present) throw new DomainError("survey.without-end");
  await checkReach(tx, survey);
  await tx.update(surveys).set({ openedAt: present, openedBy: actor.memberId }).where(eq(surveys.id, id));
  await planTelling(tx, { id, opensAt: survey.opensAt && survey.opensAt > present ? survey.opensAt : null, closesAt: survey.closesAt });
  await tx.audit({ actor, act: "survey.opened", subjectId: id });
  await noteMoved(tx, id);
}

/** Ends a survey before its day. Its results are what they are from then on. */
export async function closeSurvey(tx: Tx, { actor }: Running, id: number): Promise<void> {
  const survey = await lockSurvey(tx, id);
  if (!survey.openedAt) throw new DomainError("thing.absent");
  if (stateOf(survey, now()) === "closed") return;
  await tx.update(surveys).set({ closedAt: now(), closedBy: actor.memberId }).where(eq(surveys.id, id));
  await settleAbout(tx, `survey-${id}`);
  await tx.audit({ actor, act: "survey.closed", subjectId: id });
  await noteMoved(tx, id);
}

/** A new draft with the same questions, promise and people, without dates and answers. */
export async function copySurvey(tx: Tx, { actor }: Running, id: number): Promise<number> {
  const { title, intro, promise, audience, crossing, crossingQuestionId } = await lockSurvey(tx, id);
  const kept = crossing === "question" ? ("none" as const) : crossing;
  const [made] = await tx.insert(surveys).values({ title, intro, promise, audience, crossing: kept, copiedFrom: id, createdBy: actor.memberId, createdAt: now() }).returning({ id: surveys.id });
  if (!made) throw new Error("nothing was inserted");
  await tx.execute(sql`
    with asked as (insert into survey_questions (survey_id, position, kind, label, hint, required, options, levels)
      select ${made.id}, position, kind, label, hint, required, options, levels from survey_questions where survey_id = ${id})
    insert into survey_audiences (survey_id, organisation_id, pole_id, sitting_id, role) select ${made.id}, organisation_id, pole_id, sitting_id, role from survey_audiences where survey_id = ${id}`);
  // The question by which results are shown is the copy's own.
  if (crossingQuestionId !== null) {
    await tx.execute(sql`
      update surveys s set crossing = 'question', crossing_question_id = mine.id from survey_questions theirs, survey_questions mine
      where s.id = ${made.id} and theirs.id = ${crossingQuestionId} and mine.survey_id = s.id and mine.position = theirs.position`);
  }
  await tx.audit({ actor, act: "survey.copied", subjectId: made.id, details: { from: id } });
  return made.id;
}

/** Throws a draft away, for it was never opened to anyone. */
export async function dropDraft(tx: Tx, { actor }: Running, id: number): Promise<void> {
  const survey = await lockSurvey(tx, id);
  if (survey.openedAt) throw new DomainError("state.moved");
  await tx.update(surveys).set({ crossing: "none", crossingQuestionId: null }).where(eq(surveys.id, id));
  await tx.delete(surveys).where(and(eq(surveys.id, id), isNull(surveys.openedAt)));
  await tx.audit({ actor, act: "survey.dropped", subjectId: id });
}

/** What the committee will do with the answers, said to everyone where the results are. */
export async function saySequel(tx: Tx, { actor }: Running, id: number, sequel: string): Promise<void> {
  await lockSurvey(tx, id);
  await tx.update(surveys).set({ sequel }).where(eq(surveys.id, id));
  await tx.audit({ actor, act: "survey.sequel-said", subjectId: id });
  await noteMoved(tx, id);
}
