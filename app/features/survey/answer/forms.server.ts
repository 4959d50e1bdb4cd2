import { redirect } from "@remix-run/node";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { formatTime } from "~/kit/format";
import { inTransaction, writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { surveyPath } from "../model";
import { fieldOf } from "../question/model";
import { mayAnswerSurvey } from "../policy";
import { findSurvey, type Survey } from "../queries.server";
import { fieldNames, isQuestionField, readAnswers, type KeptAnswers, type Typed } from "./model";
import { castBallot, saveSheet, sendSheet } from "./mutations.server";
import { answerInput } from "./schema";

/** Takes answers to their effect; each returns where to go. */

/**
 * What a form answers.
 * @throws DomainError survey.other-question, input.invalid with a sentence beside each question, and all that was typed.
 */
function answersOf({ questions }: Survey, form: Form): KeptAnswers {
  const known = new Set(fieldNames(questions));
  // A question that was taken away meanwhile, or one of another survey.
  if (form.entries.some(([name]) => isQuestionField(name) && !known.has(name))) throw new DomainError("survey.other-question");
  const { answers, refused } = readAnswers(questions, form.parse(answerInput(questions)) as Typed);
  if (Object.keys(refused).length > 0) throw new DomainError("input.invalid", { fields: refused, values: form.values });
  const first = questions.find(({ kind }) => kind !== "section");
  if (Object.keys(answers).length === 0) throw new DomainError("input.invalid", { fields: { [fieldOf(first?.id ?? 0)]: "Répondez à une question au moins." }, values: form.values });
  return answers;
}

/** The answers of someone who said who they are; sent again, they replace what was sent. */
export async function sendFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const survey = await findSurvey(actor, id);
  const proof = mayAnswerSurvey(actor, survey);
  if (survey.promise === "anonymous") throw new DomainError("survey.other-question");
  const answers = answersOf(survey, form);
  return writeOnce(actor, form, async (tx) => {
    await sendSheet(tx, proof, answers);
    return `${surveyPath(id)}?fait=envoi`;
  });
}

/** An anonymous answer. Not `writeOnce`: its key would tie a person to an answer, an hour and a form. */
export async function castFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const survey = await findSurvey(actor, id);
  const proof = mayAnswerSurvey(actor, survey);
  if (survey.promise !== "anonymous") throw new DomainError("survey.other-question");
  // Posted twice, it has had its effect: what is in the box cannot be looked up to say more.
  if (survey.answered) return `${surveyPath(id)}?fait=deja`;
  const answers = answersOf(survey, form);
  const cast = await inTransaction((tx) => castBallot(tx, proof, answers));
  return `${surveyPath(id)}?fait=${cast ? "depot" : "deja"}`;
}

/** Saves a sheet as one goes: by the page's script, which is told when, or by a button, which comes back to the page. */
export async function saveFrom(actor: MemberActor, id: number, form: Form): Promise<Response> {
  const survey = await findSurvey(actor, id);
  const proof = mayAnswerSurvey(actor, survey);
  const known = new Set(fieldNames(survey.questions));
  const draft = Object.fromEntries(form.entries.filter(([name, value]) => known.has(name) && value !== "").map(([name, value]) => [name, value.slice(0, 5_000)]));
  await inTransaction((tx) => saveSheet(tx, proof, draft));
  if (form.values.script !== "oui") return redirect(`${surveyPath(id)}?fait=garde`, 303);
  return Response.json({ saved: `Enregistré à ${formatTime(now(), await communityTimeZone())}` });
}
