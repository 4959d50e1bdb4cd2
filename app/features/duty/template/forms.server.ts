import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { TEMPLATE, TEMPLATE_DESK } from "../kit/model";
import { mayPropose } from "../kit/policy";
import { daysOf, proposalInput, settlingInput, stepInput, type StepInput } from "../kit/schema";
import { mayName } from "../policy";
import { addStep, openTemplate, proposeChange, retireStep, returnStep, reviseStep, settleNote } from "./mutations.server";

/** Takes the forms about the community's list to their effect; each returns where to go. */

const stepOf = (typed: StepInput) => ({ days: daysOf(typed), role: typed.role, title: typed.titre, message: typed.message });

export async function proposeFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayPropose(actor);
  const { etape, proposition } = form.parse(proposalInput);
  return writeOnce(actor, form, async (tx) => (await proposeChange(tx, proof, { stepId: etape, body: proposition }), `${TEMPLATE}?fait=proposition`));
}

export async function addStepFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayName(actor);
  const typed = form.parse(stepInput);
  return writeOnce(actor, form, async (tx) => (await addStep(tx, proof, stepOf(typed)), `${TEMPLATE_DESK}?fait=ajout`));
}

export async function openTemplateFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayName(actor);
  return writeOnce(actor, form, async (tx) => (await openTemplate(tx, proof), `${TEMPLATE_DESK}?fait=ouverture`));
}

export async function reviseStepFrom(actor: MemberActor, stepId: number, form: Form): Promise<string> {
  const proof = mayName(actor);
  const typed = form.parse(stepInput);
  return writeOnce(actor, form, async (tx) => (await reviseStep(tx, proof, stepId, typed.version, stepOf(typed)), `${TEMPLATE_DESK}?fait=texte`));
}

export async function retireStepFrom(actor: MemberActor, stepId: number, form: Form): Promise<string> {
  const proof = mayName(actor);
  return writeOnce(actor, form, async (tx) => (await retireStep(tx, proof, stepId), `${TEMPLATE_DESK}?fait=retrait`));
}

export async function returnStepFrom(actor: MemberActor, stepId: number, form: Form): Promise<string> {
  const proof = mayName(actor);
  return writeOnce(actor, form, async (tx) => (await returnStep(tx, proof, stepId), `${TEMPLATE_DESK}?fait=remise`));
}

export async function settleNoteFrom(actor: MemberActor, noteId: number, form: Form): Promise<string> {
  const proof = mayName(actor);
  const { suite } = form.parse(settlingInput);
  return writeOnce(actor, form, async (tx) => (await settleNote(tx, proof, noteId, suite), `${TEMPLATE_DESK}?fait=${suite === "taken" ? "retenue" : "ecartee"}`));
}
