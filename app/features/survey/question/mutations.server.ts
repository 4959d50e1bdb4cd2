import { and, eq, sql } from "drizzle-orm";
import { surveyQuestions, surveys } from "#db/schema/survey";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { hasAnswers, lockSurvey, noteMoved, type NewQuestion } from "../mutations.server";
import type { Running } from "../policy";
import { fieldsOf, MOST_FIELDS, MOST_QUESTIONS, mayCross } from "./model";

type Kept = typeof surveyQuestions.$inferSelect;

/** Takes the survey's lock, and its questions as they are. */
async function questionsOf(tx: Tx, surveyId: number): Promise<Kept[]> {
  await lockSurvey(tx, surveyId);
  if (await hasAnswers(tx, surveyId)) throw new DomainError("survey.answered");
  return tx.select().from(surveyQuestions).where(eq(surveyQuestions.surveyId, surveyId)).orderBy(surveyQuestions.position);
}

function checkRoom(questions: readonly NewQuestion[]): void {
  if (questions.length > MOST_QUESTIONS || questions.reduce((sum, question) => sum + fieldsOf(question), 0) > MOST_FIELDS) throw new DomainError("survey.full");
}

/** @throws DomainError thing.absent, survey.answered, survey.full */
export async function addQuestion(tx: Tx, { actor }: Running, surveyId: number, question: NewQuestion): Promise<number> {
  const others = await questionsOf(tx, surveyId);
  checkRoom([...others, question]);
  const [made] = await tx.insert(surveyQuestions).values({ ...question, surveyId, position: (others.at(-1)?.position ?? 0) + 1 }).returning({ id: surveyQuestions.id });
  if (!made) throw new Error("nothing was inserted");
  await tx.audit({ actor, act: "survey.question-added", subjectId: surveyId });
  await noteMoved(tx, surveyId);
  return made.id;
}

const among = (questions: readonly Kept[], id: number): Kept => {
  const found = questions.find((question) => question.id === id);
  if (!found) throw new DomainError("thing.absent");
  return found;
};

/** Words a question anew; what kind it is stays. */
export async function reviseQuestion(tx: Tx, { actor }: Running, surveyId: number, id: number, question: NewQuestion): Promise<void> {
  const questions = await questionsOf(tx, surveyId);
  const { kind } = among(questions, id);
  checkRoom(questions.map((other) => (other.id === id ? { ...question, kind } : other)));
  await tx.update(surveyQuestions).set({ ...question, kind }).where(eq(surveyQuestions.id, id));
  await tx.audit({ actor, act: "survey.question-revised", subjectId: surveyId });
  await noteMoved(tx, surveyId);
}

/** Changes places with the one before or after; at an end it stays where it is. */
export async function moveQuestion(tx: Tx, { actor }: Running, surveyId: number, id: number, step: -1 | 1): Promise<void> {
  const questions = await questionsOf(tx, surveyId);
  const moved = among(questions, id);
  const other = questions[questions.indexOf(moved) + step];
  if (!other) return;
  await tx.execute(sql`
    update survey_questions set position = case id when ${id} then ${other.position}::smallint else ${moved.position}::smallint end where id in (${id}, ${other.id})`);
  await tx.audit({ actor, act: "survey.question-moved", subjectId: surveyId });
  await noteMoved(tx, surveyId);
}

export async function removeQuestion(tx: Tx, { actor }: Running, surveyId: number, id: number): Promise<void> {
  const questions = await questionsOf(tx, surveyId);
  const removed = among(questions, id);
  // Results cannot be shown by what is no longer asked.
  if (mayCross(removed)) await tx.update(surveys).set({ crossing: "none", crossingQuestionId: null }).where(and(eq(surveys.id, surveyId), eq(surveys.crossingQuestionId, id)));
  await tx.delete(surveyQuestions).where(eq(surveyQuestions.id, id));
  await tx.audit({ actor, act: "survey.question-removed", subjectId: surveyId });
  await noteMoved(tx, surveyId);
}
