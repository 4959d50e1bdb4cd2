import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { dayName, instantOf, onDay, parseWallTime, wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { audienceChoices } from "./audience.server";
import { audienceOf, buildPath, DESK, surveyPath, type AudienceRow } from "./model";
import { closeSurvey, copySurvey, draftSurvey, dropDraft, openSurvey, reviseSurvey, saySequel, type SurveyContent } from "./mutations.server";
import { mayRunSurveys } from "./policy";
import { findSurvey } from "./queries.server";
import { contentInput, sequelInput, type Content } from "./schema";
import { isTemplateName, TEMPLATES } from "./template/model";

/** Takes the committee's forms about surveys to their effect; each returns where to go. */

const refuse = (form: Form, field: string, sentence: string) => new DomainError("input.invalid", { fields: { [field]: sentence }, values: form.values });

/** Midnight at the start of a day, and so many days later; null where none is given. */
function dayOf(typed: string, zone: string, later: number, refused: () => DomainError): Date | null {
  if (typed === "") return null;
  const wall = parseWallTime(typed, "00:00");
  if (!wall) throw refused();
  return instantOf(onDay(wall, later, 0), zone);
}

/** The last day on which one can answer, as the form's field has it. */
export const lastDay = (closesAt: Date | null, zone: string): string => (closesAt ? dayName(wallTimeAt(new Date(closesAt.getTime() - 1), zone)) : "");
export const firstDay = (opensAt: Date | null, zone: string): string => (opensAt ? dayName(wallTimeAt(opensAt, zone)) : "");

async function contentOf(actor: MemberActor, form: Form, crossable: readonly number[]): Promise<SurveyContent & { version: number }> {
  const boxes = (await audienceChoices(actor)).map(({ name }) => name);
  const input = form.parse(contentInput(boxes)) as Content & Record<string, unknown>;
  const zone = await communityTimeZone();
  const noDay = (field: string) => () => refuse(form, field, "Choisissez un jour qui existe.");
  const opensAt = dayOf(input.ouvre, zone, 0, noDay("ouvre"));
  const closesAt = dayOf(input.ferme, zone, 1, noDay("ferme"));
  if (opensAt && closesAt && opensAt >= closesAt) throw refuse(form, "ferme", "Le dernier jour vient avant le premier.");
  const ticked = boxes.filter((name) => input[name] === true).map(audienceOf).filter((row): row is AudienceRow => row !== null);
  if (input.public === "partie" && ticked.length === 0) throw refuse(form, "public", "Cochez à qui ce sondage s’adresse.");
  return {
    title: input.titre,
    intro: input.presentation,
    promise: input.promesse,
    audience: input.public === "tous" ? "all" : ticked,
    crossing: crossingOf(input, crossable, form),
    opensAt,
    closesAt,
    version: input.version,
  };
}

function crossingOf({ croisement, promesse }: Content, crossable: readonly number[], form: Form): SurveyContent["crossing"] {
  if (croisement === "none") return "none";
  if (croisement === "organisation") {
    if (promesse === "anonymous") throw refuse(form, "croisement", "Une réponse anonyme ne dit pas de quelle organisation elle vient\u00a0: ses résultats ne se lisent donc pas par organisation.");
    return "organisation";
  }
  const id = Number(/^question-(\d{1,15})$/.exec(croisement)?.[1] ?? 0);
  if (!crossable.includes(id)) throw refuse(form, "croisement", "Choisissez une question de la liste.");
  return id;
}

export async function draftFrom(actor: MemberActor, form: Form, request: Request): Promise<string> {
  const proof = mayRunSurveys(actor);
  const asked = new URL(request.url).searchParams.get("modele");
  const { version: _, ...content } = await contentOf(actor, form, []);
  const questions = TEMPLATES[isTemplateName(asked) ? asked : "vide"].questions;
  return writeOnce(actor, form, async (tx) => `${buildPath(await draftSurvey(tx, proof, content, questions))}?fait=ebauche`);
}

export async function reviseFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayRunSurveys(actor);
  const { questions } = await findSurvey(actor, id);
  const { version, ...content } = await contentOf(actor, form, questions.map((question) => question.id));
  return writeOnce(actor, form, async (tx) => {
    await reviseSurvey(tx, proof, id, version, content);
    return `${buildPath(id)}?fait=texte`;
  });
}

export async function openFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayRunSurveys(actor);
  return writeOnce(actor, form, async (tx) => {
    await openSurvey(tx, proof, id);
    return `${buildPath(id)}?fait=ouverture`;
  });
}

export async function closeFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayRunSurveys(actor);
  return writeOnce(actor, form, async (tx) => {
    await closeSurvey(tx, proof, id);
    return `${buildPath(id)}?fait=fin`;
  });
}

export async function copyFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayRunSurveys(actor);
  return writeOnce(actor, form, async (tx) => `${buildPath(await copySurvey(tx, proof, id))}?fait=copie`);
}

export async function dropFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayRunSurveys(actor);
  return writeOnce(actor, form, async (tx) => {
    await dropDraft(tx, proof, id);
    return `${DESK}?fait=retrait`;
  });
}

export async function sequelFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayRunSurveys(actor);
  const { suite } = form.parse(sequelInput);
  return writeOnce(actor, form, async (tx) => {
    await saySequel(tx, proof, id, suite);
    return `${surveyPath(id)}/resultats?fait=suite`;
  });
}
