import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { communityTimeZone } from "~/features/community/queries.server";
import { listTopicsOfSurvey } from "~/features/topic/queries.server";
import { whenOf } from "../build-pages.server";
import { FEWEST, stateOf } from "../model";
import { mayRunSurveys } from "../policy";
import { findStamp, findSurvey, type Survey } from "../queries.server";
import { cross, groupsOf, HIDDEN, inWords, mayCount, tally, withheld, type Crossed, type Grouped, type Tally } from "./model";
import { countOrganisations, listOrganisationsOf, listResponses, listToRead, listWritten, type Answered } from "./queries.server";
import { candidatesIn } from "../subject/model";

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

/** Whether what was written may be read for personal information: once it can be in the results. */
export const mayJudge = ({ promise }: Pick<Survey, "promise">, state: string): boolean => state === "closed" || (promise === "named" && state === "open");

const UNREAD = "Le comité relit d’abord ce qui est écrit.";

export async function findResults(actor: MemberActor, survey: Survey): Promise<Results & { responses: Answered[]; toRead: number }> {
  const responses = await listResponses(actor, survey);
  const [organisations, written] = await Promise.all([countOrganisations(actor, survey), listWritten(actor, survey, responses)]);
  const asked = survey.questions.filter(({ kind }) => kind !== "section");
  const all = responses.map(({ answers }) => answers);
  const counted = mayCount(survey.promise, all.length);
  const shownOf = (questionId: number) => written.filter((one) => one.questionId === questionId && one.verdict === "shown").map(({ text }) => text);
  const groups = counted ? await groupsBy(actor, survey, responses) : null;
  const tables = groups ? cross(asked, survey.crossing === "question" ? survey.crossingQuestionId : null, all, groups.grouped) : [];
  return {
    responses,
    toRead: counted ? written.filter(({ verdict }) => verdict === null).length : 0,
    respondents: counted ? all.length : null,
    organisations: counted ? organisations : null,
    tallies: asked.map((question) => (counted ? tally(question, all, shownOf(question.id)) : withheld(question))),
    crossed: groups && tables.length > 0 ? { by: groups.by, tables } : null,
    noGroups: survey.crossing !== "none" && tables.length === 0 ? `Les groupes ne se lisent pas\u00a0: il y en aurait de moins de ${FEWEST} personnes, que les autres chiffres laisseraient deviner.` : null,
  };
}

async function groupsBy(actor: MemberActor, survey: Survey, responses: readonly Answered[]): Promise<{ by: string; grouped: Grouped } | null> {
  const { crossing, crossingQuestionId, questions } = survey;
  if (crossing === "none") return null;
  if (crossing === "organisation") {
    const organisations = await listOrganisationsOf(actor, survey);
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
  if (!mayRead(survey, state)) return { ...common, results: null, people: [], toRead: 0, subjects: [], candidates: [] };
  const [{ responses, toRead, ...results }, subjects] = await Promise.all([findResults(actor, survey), listTopicsOfSurvey(actor, id)]);
  const named = promise === "named" || (promise === "confidential" && committee);
  const asked = questions.filter(({ kind }) => kind !== "section");
  const wordsOf = sayer(results.tallies, committee);
  const people = named
    ? responses.map(({ name, organisation, answers }, key) => ({ key, name: name ?? "", organisation: organisation ?? "", answers: asked.map((question) => ({ label: question.label, words: wordsOf(question, answers[String(question.id)]) })) }))
    : [];
  const candidates = committee && state === "closed" ? candidatesIn(results.tallies, subjects.flatMap(({ names }) => names)) : [];
  return { ...common, results, people, toRead: committee && mayJudge(survey, state) ? toRead : 0, subjects, candidates };
}

/** What one person answered; what they wrote only once it was read, except to those who read it. */
function sayer(tallies: readonly Tally[], reads: boolean): typeof inWords {
  const shown = new Map(tallies.map((tally) => [tally.question.id, tally.shape === "texts" ? new Set(tally.texts) : null]));
  return (question, answer) => (reads || typeof answer !== "string" || shown.get(question.id)?.has(answer) ? inWords(question, answer) : UNREAD);
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
  if (!mayJudge(survey, stateOf(survey, now()))) throw new DomainError("thing.absent");
  return { id, title: survey.title, texts: await listToRead(actor, survey) };
}
