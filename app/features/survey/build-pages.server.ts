import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatShortDate } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { audienceChoices } from "./audience.server";
import { firstDay, lastDay } from "./forms.server";
import { DESK, FEWEST, MAX_TITLE, stateOf, type SurveyState } from "./model";
import { mayRunSurveys } from "./policy";
import { findReach, findSurvey, listAudience, listInHand, listOver, type Survey } from "./queries.server";
import { isQuestionKind, KINDS, mayCross } from "./question/model";
import { isTemplateName, TEMPLATE_NAMES, TEMPLATES } from "./template/model";

/** What the committee's pages about surveys are made from. */

/** When it opens or ends, in words. */
export function whenOf(survey: Pick<Survey, "opensAt" | "closesAt" | "closedAt">, state: SurveyState, zone: string): string {
  const last = survey.closesAt && formatShortDate(new Date(survey.closesAt.getTime() - 1), zone);
  if (state === "closed") return `Clos depuis le ${formatShortDate(survey.closedAt ?? survey.closesAt ?? now(), zone)}`;
  if (state === "scheduled" && survey.opensAt) return `Du ${formatShortDate(survey.opensAt, zone)} au ${last ?? ""}`;
  return last ? `Jusqu’au ${last}` : "Sans jour de fin encore";
}

export const numberIn = (text: string | null): number | null => (text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

export async function deskPage(actor: MemberActor, request: Request) {
  mayRunSurveys(actor);
  const before = numberIn(new URL(request.url).searchParams.get("avant"));
  const [zone, inHand, over] = await Promise.all([communityTimeZone(), before === null ? listInHand(actor) : [], listOver(actor, before)]);
  const kept = [...inHand, ...over.surveys];
  return {
    first: before === null,
    older: over.next && `${DESK}?avant=${over.next}`,
    templates: TEMPLATE_NAMES.map((name) => ({ name, label: TEMPLATES[name].name, note: TEMPLATES[name].note })),
    surveys: kept.map((survey) => {
      const state = stateOf(survey, now());
      return { id: survey.id, title: survey.title, promise: survey.promise, state, when: whenOf(survey, state, zone) };
    }),
  };
}

export async function newSurveyPage(actor: MemberActor, request: Request) {
  mayRunSurveys(actor);
  const search = new URL(request.url).searchParams;
  const asked = search.get("modele");
  const sitting = numberIn(search.get("rencontre"));
  const template = isTemplateName(asked) ? asked : "vide";
  const { title, intro, promise, name } = TEMPLATES[template];
  const audience = await audienceChoices(actor);
  const about = audience.find((choice) => choice.name === `rencontre-${sitting}`);
  const values: Record<string, string> = {
    titre: about ? `${title.replace("?", "")}\u00a0: ${about.label}`.slice(0, MAX_TITLE) : title,
    presentation: intro, promesse: promise,
    // Only who was there can say what they thought of it.
    public: about || template === "moment" ? "partie" : "tous",
    ...(about ? { [about.name]: "oui" } : {}),
  };
  return { template: name, values, audience, crossings: [] as { value: string; label: string }[], locked: false, version: 0 };
}

/** The page where a survey is put together. */
export async function buildPage(actor: MemberActor, id: number) {
  mayRunSurveys(actor);
  const [zone, survey, reach, audience, ticked] = await Promise.all([communityTimeZone(), findSurvey(actor, id), findReach(actor, id), audienceChoices(actor), listAudience(actor, id)]);
  const { title, intro, promise, crossing, crossingQuestionId, questions } = survey;
  const state = stateOf(survey, now());
  const values: Record<string, string> = {
    titre: title, presentation: intro, promesse: promise, public: survey.audience === "all" ? "tous" : "partie",
    ouvre: firstDay(survey.opensAt, zone), ferme: lastDay(survey.closesAt, zone),
    croisement: crossing === "question" ? `question-${crossingQuestionId ?? 0}` : crossing,
    ...Object.fromEntries(ticked.map((name) => [name, "oui"])),
  };
  return {
    id, title, promise, state, values, audience,
    when: whenOf(survey, state, zone),
    version: survey.revision,
    locked: reach.answered > 0,
    asked: reach.asked,
    answered: answeredWords(promise, state, reach.answered),
    crossings: questions.filter(mayCross).map((question) => ({ value: `question-${question.id}`, label: question.label })),
    questions: questions.map(({ id: key, kind, label, required, options }) => ({ key, kind: KINDS[kind].name, section: kind === "section", label, required, options: options.length })),
  };
}

/** How many have answered, where that tells nothing of anyone: of an anonymous survey not before its end, and never under five. */
function answeredWords(promise: Survey["promise"], state: SurveyState, answered: number): string {
  if (promise === "named") return `${answered}`;
  if (promise === "anonymous" && state !== "closed") return "on le saura à la fin";
  return answered < FEWEST ? `moins de ${FEWEST}` : `${answered}`;
}

/** One question's page; without one, the page of a new question of a kind. */
export async function questionPage(actor: MemberActor, surveyId: number, questionId: number | null, request: Request) {
  mayRunSurveys(actor);
  const survey = await findSurvey(actor, surveyId);
  const found = survey.questions.find(({ id }) => id === questionId);
  if (questionId !== null && !found) throw new DomainError("thing.absent");
  const asked = new URL(request.url).searchParams.get("genre");
  const kind = found?.kind ?? (isQuestionKind(asked) ? asked : null);
  const values: Record<string, string> = found
    ? { libelle: found.label, precision: found.hint, obligatoire: found.required ? "oui" : "", choix: found.options.join("\n"), niveaux: found.levels.join("\n") }
    : {};
  return { id: surveyId, title: survey.title, questionId, kind, values };
}
