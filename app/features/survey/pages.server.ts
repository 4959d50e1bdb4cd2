import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { typedOf } from "./answer/model";
import { numberIn, whenOf } from "./build-pages.server";
import { anonymousEnds, anonymousWhy, buildPath, promiseNames, promiseWords, stateOf, SURVEYS } from "./model";
import { mayRunSurveys } from "./policy";
import { findStamp, findSurvey, listOpen, listOver, type Survey } from "./queries.server";
import { findSheet } from "./sheet-queries.server";

/** What the pages that everyone sees are made from. */

export async function listPage(actor: MemberActor, request: Request) {
  const before = numberIn(new URL(request.url).searchParams.get("avant"));
  const [zone, open, over, stamp] = await Promise.all([communityTimeZone(), before === null ? listOpen(actor) : [], listOver(actor, before), findStamp(actor, null)]);
  const shown = (survey: Survey) => {
    const state = stateOf(survey, now());
    return { id: survey.id, title: survey.title, promise: survey.promise, state, when: whenOf(survey, state, zone), answered: survey.answered, waits: state === "open" && survey.asked && !survey.answered };
  };
  return { first: before === null, open: open.map(shown), closed: over.surveys.map(shown), older: over.next && `${SURVEYS}?avant=${over.next}`, committee: hasRole(actor, "committee"), stamp };
}

const promiseOf = ({ promise, crossing, crossingQuestionId, questions }: Survey) => {
  const by = questions.find(({ id }) => id === crossingQuestionId)?.label;
  return {
    name: promiseNames[promise],
    words: promiseWords[promise],
    why: promise === "anonymous" ? [anonymousWhy, anonymousEnds] : [],
    crossing: crossing === "organisation" ? "Les résultats se liront aussi par organisation." : crossing === "question" && by ? `Les résultats se liront aussi selon la réponse à «\u00a0${by}\u00a0».` : null,
  };
};

/** A survey to answer, with what one has answered where that is known. */
export async function answerPage(actor: MemberActor, id: number) {
  const [zone, survey, sheet, stamp] = await Promise.all([communityTimeZone(), findSurvey(actor, id), findSheet(actor, id), findStamp(actor, id)]);
  const { title, intro, promise, questions, answered, asked } = survey;
  const state = stateOf(survey, now());
  const mayAnswer = state === "open" && asked && actor.standing === "active" && !(promise === "anonymous" && answered);
  return {
    id, title, intro, promise, state, answered, asked, mayAnswer, questions, stamp,
    when: whenOf(survey, state, zone),
    values: sheet?.draft ?? (sheet?.answers ? typedOf(questions, sheet.answers) : {}),
    unsent: sheet !== null && sheet.draft !== null && sheet.answers !== null,
    promised: promiseOf(survey),
    results: state === "closed" || (promise === "named" && answered),
    build: hasRole(actor, "committee") ? buildPath(id) : null,
    preview: false,
  };
}

/** The same, as a member will see it before anyone does. */
export async function previewPage(actor: MemberActor, id: number) {
  mayRunSurveys(actor);
  const page = await answerPage(actor, id);
  return { ...page, mayAnswer: true, preview: true, values: {}, build: buildPath(id) };
}

/** Whether an open page is behind. */
export async function newsOf(actor: MemberActor, request: Request): Promise<{ stamp: number }> {
  return { stamp: await findStamp(actor, numberIn(new URL(request.url).searchParams.get("sondage"))) };
}
