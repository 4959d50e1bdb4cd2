import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { communityTimeZone } from "~/features/community/queries.server";
import { whenOf } from "../build-pages.server";
import { FEWEST, stateOf } from "../model";
import { mayRunSurveys } from "../policy";
import { findStamp, findSurvey, type Survey } from "../queries.server";
import { cross, groupsOf, HIDDEN, inWords, mayCount, tally, withheld, type Crossed, type Grouped, type Tally } from "./model";
import { countOrganisations, listAllOrganisations, listResponses, listToRead, listWritten, type Answered } from "./queries.server";

/** Results as pages and files show them: nothing reaches either but through here. */

export type Results = {
  respondents: number | null;
  organisations: number | null;
  tallies: Tally[];
  crossed: { by: string; tables: Crossed[] } | null;
  /** Why there are no groups, where there were to be. */
  noGroups: string | null;
};

/** Whether results may be read yet: after the end, or of a survey with names after one's own answer. */
const mayRead = ({ promise, answered }: Survey, state: string): boolean => state === "closed" || (promise === "named" && state === "open" && answered);

export async function findResults(actor: MemberActor, survey: Survey): Promise<Results & { responses: Answered[]; toRead: number }> {
  const responses = await listResponses(actor, survey);
  const [organisations, written] = await Promise.all([countOrganisations(actor, survey.id), listWritten(actor, survey, responses)]);
  const asked = survey.questions.filter(({ kind }) => kind !== "section");
  const all = responses.map(({ answers }) => answers);
  const counted = mayCount(survey.promise, all.length);
  const shownOf = (questionId: number) => written.filter((one) => one.questionId === questionId && one.verdict === "shown").map(({ text }) => text);
  const groups = counted ? await groupsBy(actor, survey, responses) : null;
  const tables = groups ? cross(asked, survey.crossing === "question" ? survey.crossingQuestionId : null, all, groups.grouped) : [];
  return {
    responses,
    toRead: written.filter(({ verdict }) => verdict === null).length,
    respondents: counted ? all.length : null,
    organisations: counted ? organisations : null,
    tallies: asked.map((question) => (counted ? tally(question, all, shownOf(question.id)) : withheld(question))),
    crossed: groups && tables.length > 0 ? { by: groups.by, tables } : null,
    noGroups: survey.crossing !== "none" && tables.length === 0 ? `Les groupes ne se lisent pas\u00a0: il y en aurait de moins de ${FEWEST} personnes, que les autres chiffres laisseraient deviner.` : null,
  };
}

async function groupsBy(actor: MemberActor, { crossing, crossingQuestionId, questions }: Survey, responses: readonly Answered[]): Promise<{ by: string; grouped: Grouped } | null> {
  if (crossing === "none") return null;
  if (crossing === "organisation") {
    const organisations = await listAllOrganisations(actor);
    const at = new Map(organisations.map(({ id }, index) => [id, index]));
    const names = [...organisations.map(({ name }) => name), "Sans organisation"];
    return { by: "organisation", grouped: { names, of: (respondent) => at.get(responses[respondent]?.organisationId ?? 0) ?? names.length - 1, sizesKnown: false } };
  }
  const question = questions.find(({ id }) => id === crossingQuestionId);
  return question ? { by: `réponse à «\u00a0${question.label}\u00a0»`, grouped: groupsOf(question, responses.map(({ answers }) => answers)) } : null;
}

export async function resultsPage(actor: MemberActor, id: number) {
  const [zone, survey, stamp] = await Promise.all([communityTimeZone(), findSurvey(actor, id), findStamp(actor, id)]);
  const { title, promise, sequel, questions } = survey;
  const state = stateOf(survey, now());
  const committee = hasRole(actor, "committee");
  const common = { id, title, promise, state, sequel, stamp, committee, when: whenOf(survey, state, zone), hiddenWord: HIDDEN };
  if (!mayRead(survey, state)) return { ...common, results: null, people: [], toRead: 0 };
  const { responses, toRead, ...results } = await findResults(actor, survey);
  const named = promise === "named" || (promise === "confidential" && committee);
  const asked = questions.filter(({ kind }) => kind !== "section");
  const people = named
    ? responses.map(({ name, organisation, answers }, key) => ({ key, name: name ?? "", organisation: organisation ?? "", answers: asked.map((question) => ({ label: question.label, words: inWords(question, answers[String(question.id)]) })) }))
    : [];
  return { ...common, results, people, toRead: committee && state === "closed" ? toRead : 0 };
}

/** The same results, for a file. @throws DomainError thing.absent while they may not be read */
export async function resultsFor(actor: MemberActor, id: number): Promise<{ survey: Survey; results: Results }> {
  const survey = await findSurvey(actor, id);
  if (!mayRead(survey, stateOf(survey, now()))) throw new DomainError("thing.absent");
  const { responses: _, toRead: __, ...results } = await findResults(actor, survey);
  return { survey, results };
}

/** What was written, for someone of the committee to read before anyone else does. */
export async function readingPage(actor: MemberActor, id: number) {
  mayRunSurveys(actor);
  const survey = await findSurvey(actor, id);
  if (stateOf(survey, now()) !== "closed") throw new DomainError("thing.absent");
  return { id, title: survey.title, texts: await listToRead(actor, survey) };
}
