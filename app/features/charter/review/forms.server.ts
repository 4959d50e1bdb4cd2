import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { endOfDay } from "../consent/forms.server";
import { COMMITTEE, REVIEW, reviewPath } from "../model";
import { mayContribute, mayLead } from "../policy";
import { answerReview, approveRest, delegateReview, endReview, openReview, remindManagers } from "./mutations.server";
import { answerInput, approveInput, delegateInput, openInput } from "./schema";

export async function openReviewFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayLead(actor);
  const deadline = await endOfDay(form.parse(openInput).date, form);
  return writeOnce(actor, form, async (tx) => {
    await openReview(tx, proof, deadline);
    return `${REVIEW}?fait=ouverture`;
  });
}

export async function remindFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayLead(actor);
  return writeOnce(actor, form, async (tx) => {
    await remindManagers(tx, proof);
    return `${REVIEW}?fait=rappel`;
  });
}

export async function endReviewFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayLead(actor);
  return writeOnce(actor, form, async (tx) => {
    await endReview(tx, proof);
    return COMMITTEE;
  });
}

export async function answerReviewFrom(actor: MemberActor, organisationId: number, articleId: number, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  const { version: articleVersion, reponse: answer, note, texte: body, document } = form.parse(answerInput);
  return writeOnce(actor, form, async (tx) => {
    await answerReview(tx, proof, organisationId, { articleId, articleVersion, answer, note, body, document });
    return `${reviewPath(organisationId)}?fait=reponse`;
  });
}

export async function approveFrom(actor: MemberActor, organisationId: number, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  const { document } = form.parse(approveInput);
  return writeOnce(actor, form, async (tx) => {
    await approveRest(tx, proof, organisationId, document);
    return `${reviewPath(organisationId)}?fait=approbation`;
  });
}

export async function delegateFrom(actor: MemberActor, organisationId: number, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  const { membre } = form.parse(delegateInput);
  return writeOnce(actor, form, async (tx) => {
    await delegateReview(tx, proof, organisationId, membre);
    return `${reviewPath(organisationId)}?fait=delegation`;
  });
}
