import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce, type Tx } from "~/kit/transaction.server";
import { kitPath } from "./model";
import { addTask, dropTask, handTask, openKit, tickTask, writeHandover } from "./mutations.server";
import { mayUseKit, type UsingKit } from "./policy";
import { findOwnKit } from "./queries.server";
import { daysOf, handInput, handoverInput, taskInput, tickInput } from "./schema";

/** Takes the forms of a kit to their effect; each returns where to go. */

type Where = { meetingId: number; sittingId: number };

const proofOf = async (actor: MemberActor, { meetingId, sittingId }: Where): Promise<UsingKit> => mayUseKit(actor, await findOwnKit(actor, meetingId, sittingId));

/** Writes once, and goes back to the kit with a word about it. */
const back = (actor: MemberActor, { meetingId, sittingId }: Where, form: Form, done: string, work: (tx: Tx) => Promise<void>): Promise<string> =>
  writeOnce(actor, form, async (tx) => (await work(tx), `${kitPath(meetingId, sittingId)}?fait=${done}`));

export async function openKitFrom(actor: MemberActor, where: Where, form: Form): Promise<string> {
  const proof = await proofOf(actor, where);
  return back(actor, where, form, "ouverture", (tx) => openKit(tx, proof));
}

export async function tickFrom(actor: MemberActor, where: Where, taskId: number, form: Form): Promise<string> {
  const proof = await proofOf(actor, where);
  const done = form.parse(tickInput).fait === "oui";
  return `${await back(actor, where, form, done ? "coche" : "decoche", (tx) => tickTask(tx, proof, taskId, done))}#tache-${taskId}`;
}

export async function addTaskFrom(actor: MemberActor, where: Where, form: Form): Promise<string> {
  const proof = await proofOf(actor, where);
  const typed = form.parse(taskInput);
  return back(actor, where, form, "tache", (tx) => addTask(tx, proof, { days: daysOf(typed), role: typed.role, title: typed.titre }));
}

export async function handTaskFrom(actor: MemberActor, where: Where, taskId: number, form: Form): Promise<string> {
  const proof = await proofOf(actor, where);
  const { role } = form.parse(handInput);
  return `${await back(actor, where, form, "role", (tx) => handTask(tx, proof, taskId, role))}#tache-${taskId}`;
}

export async function dropTaskFrom(actor: MemberActor, where: Where, taskId: number, form: Form): Promise<string> {
  const proof = await proofOf(actor, where);
  return back(actor, where, form, "retrait", (tx) => dropTask(tx, proof, taskId));
}

export async function handoverFrom(actor: MemberActor, where: Where, form: Form): Promise<string> {
  const proof = await proofOf(actor, where);
  const { bien, savoir, restes, version } = form.parse(handoverInput);
  return back(actor, where, form, "mot", (tx) => writeHandover(tx, proof, version, { worked: bien, toKnow: savoir, leftOver: restes }));
}
