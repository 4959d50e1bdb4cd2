import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { meetingPath, planPath } from "~/features/meeting/model";
import { mayPlan } from "~/features/meeting/policy";
import { callToAnswer } from "./calls.server";
import type { AnswerState } from "./model";
import { askQuestions, giveAnswer, keepReplies, undoAnswer } from "./mutations.server";
import { mayAnswer, mayAnswerFor } from "./policy";
import { findColleague } from "./queries.server";
import { answerInput, colleagueInput, questionsInput, repliesInput } from "./schema";

/** Takes the forms about answers to their effect; each returns where to go. */

const SAID: Record<AnswerState, string> = { coming: "inscription", offered: "inscription", waiting: "attente", maybe: "peut-etre", no: "non" };

export async function answerFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const proof = mayAnswer(actor);
  const { choix, rencontre, raison } = form.parse(answerInput);
  return writeOnce(actor, form, async (tx) => {
    const state = await giveAnswer(tx, proof, meetingId, { choice: choix, sittingId: rencontre, refusal: raison });
    return `${meetingPath(meetingId)}?fait=${state === "no" && raison ? "raison" : SAID[state]}`;
  });
}

export async function answerForFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const { personne, choix, rencontre } = form.parse(colleagueInput);
  const proof = mayAnswerFor(actor, await findColleague(actor, personne));
  return writeOnce(actor, form, async (tx) => {
    await giveAnswer(tx, proof, meetingId, { choice: choix, sittingId: rencontre });
    return `${meetingPath(meetingId)}/collegues?fait=collegue`;
  });
}

/** @param colleagueId null: of an answer that someone gave for this person */
export async function undoFrom(actor: MemberActor, meetingId: number, colleagueId: number | null, form: Form): Promise<string> {
  const proof = colleagueId === null ? mayAnswer(actor) : mayAnswerFor(actor, await findColleague(actor, colleagueId));
  return writeOnce(actor, form, async (tx) => {
    await undoAnswer(tx, proof, meetingId);
    return `${meetingPath(meetingId)}${colleagueId === null ? "" : "/collegues"}?fait=retrait`;
  });
}

export async function repliesFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const proof = mayAnswer(actor);
  const { question, reponse } = form.parse(repliesInput);
  return writeOnce(actor, form, async (tx) => {
    await keepReplies(tx, proof, meetingId, question.map((questionId, index) => ({ questionId, body: reponse[index] ?? "" })));
    return `${meetingPath(meetingId)}?fait=precisions`;
  });
}

export async function questionsFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const { questions } = form.parse(questionsInput);
  return writeOnce(actor, form, async (tx) => {
    await askQuestions(tx, proof, meetingId, questions);
    return `${planPath(meetingId)}/reponses?fait=questions`;
  });
}

export async function callFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  return writeOnce(actor, form, async (tx) => {
    await callToAnswer(tx, proof, meetingId);
    return `${planPath(meetingId)}/reponses?fait=appel`;
  });
}
