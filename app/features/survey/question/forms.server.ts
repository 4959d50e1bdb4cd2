import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { buildPath } from "../model";
import type { NewQuestion } from "../mutations.server";
import { mayRunSurveys } from "../policy";
import { isQuestionKind } from "./model";
import { addQuestion, moveQuestion, removeQuestion, reviseQuestion } from "./mutations.server";
import { orderInput, questionInput } from "./schema";

function questionOf(form: Form): NewQuestion {
  const kind = form.values.genre ?? "";
  if (!isQuestionKind(kind)) throw new DomainError("request.malformed");
  const { libelle, precision, obligatoire, choix, niveaux } = form.parse(questionInput(kind));
  return { kind, label: libelle, hint: precision, required: obligatoire && kind !== "section", options: choix, levels: niveaux };
}

export async function addQuestionFrom(actor: MemberActor, surveyId: number, form: Form): Promise<string> {
  const proof = mayRunSurveys(actor);
  const question = questionOf(form);
  return writeOnce(actor, form, async (tx) => `${buildPath(surveyId)}?fait=question#question-${await addQuestion(tx, proof, surveyId, question)}`);
}

export async function reviseQuestionFrom(actor: MemberActor, surveyId: number, id: number, form: Form): Promise<string> {
  const proof = mayRunSurveys(actor);
  const question = questionOf(form);
  return writeOnce(actor, form, async (tx) => {
    await reviseQuestion(tx, proof, surveyId, id, question);
    return `${buildPath(surveyId)}?fait=question#question-${id}`;
  });
}

export async function moveQuestionFrom(actor: MemberActor, surveyId: number, id: number, form: Form): Promise<string> {
  const proof = mayRunSurveys(actor);
  const { sens } = form.parse(orderInput);
  return writeOnce(actor, form, async (tx) => {
    await moveQuestion(tx, proof, surveyId, id, sens === "monter" ? -1 : 1);
    return `${buildPath(surveyId)}?fait=ordre#question-${id}`;
  });
}

export async function removeQuestionFrom(actor: MemberActor, surveyId: number, id: number, form: Form): Promise<string> {
  const proof = mayRunSurveys(actor);
  return writeOnce(actor, form, async (tx) => {
    await removeQuestion(tx, proof, surveyId, id);
    return `${buildPath(surveyId)}?fait=question-retiree`;
  });
}
