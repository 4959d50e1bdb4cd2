import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

export type Running = Proof<"survey.run", null, MemberActor>;

/** The committee runs surveys. To everybody else its pages are not there. */
export function mayRunSurveys(actor: MemberActor): Running {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("survey.run", actor, null);
}

/** What is known of a survey when somebody is about to answer. */
export type Answerable = { id: number; promise: "named" | "confidential" | "anonymous"; asked: boolean };
export type Answering = Proof<"survey.answer", Answerable, MemberActor>;

/** Whoever it is for answers for oneself. That it is open is looked at again under its lock. */
export function mayAnswerSurvey(actor: MemberActor, survey: Answerable): Answering {
  require(actor.standing === "active", "member.paused");
  require(survey.asked, "survey.not-for-you");
  return grant("survey.answer", actor, { id: survey.id, promise: survey.promise, asked: survey.asked });
}
