import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { dayName, wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { followUpsPath } from "./model";
import { entrust, finishFollowUp, reviseFollowUp, type FollowUp } from "./mutations.server";
import { mayEntrust, mayFinish } from "./policy";
import { findFollowUp, findFollowUps } from "./queries.server";
import { followUpInput, revisionInput, stateInput, type FollowUpInput } from "./schema";

/** Takes the forms about follow-ups to their effect; each returns where to go. */

/** @param kept the day that it had, which may be past */
async function read({ quoi, personne, date }: FollowUpInput, form: Form, kept?: string): Promise<FollowUp> {
  if (date !== kept && date < dayName(wallTimeAt(now(), await communityTimeZone()))) {
    throw new DomainError("input.invalid", { fields: { date: "Ce jour est passé. Choisissez une date à venir." }, values: form.values });
  }
  return { body: quoi, memberId: personne, dueDay: date };
}

export async function entrustFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const proof = mayEntrust(actor, meetingId, await findFollowUps(actor, meetingId));
  const followUp = await read(form.parse(followUpInput), form);
  return writeOnce(actor, form, async (tx) => {
    await entrust(tx, proof, followUp);
    return `${followUpsPath(meetingId)}?fait=suite`;
  });
}

export async function reviseFrom(actor: MemberActor, meetingId: number, id: number, form: Form): Promise<string> {
  const found = await findFollowUp(actor, { meetingId, id });
  const proof = mayEntrust(actor, meetingId, found);
  const { version, ...input } = form.parse(revisionInput);
  const followUp = await read(input, form, found.due);
  return writeOnce(actor, form, async (tx) => {
    await reviseFollowUp(tx, proof, id, version, followUp);
    return `${followUpsPath(meetingId)}?fait=modif`;
  });
}

export async function finishFrom(actor: MemberActor, meetingId: number, id: number, form: Form): Promise<string> {
  const proof = mayFinish(actor, id, await findFollowUp(actor, { meetingId, id }));
  const done = form.parse(stateInput).etat === "fait";
  return writeOnce(actor, form, async (tx) => {
    await finishFollowUp(tx, proof, meetingId, done);
    return `${followUpsPath(meetingId)}?fait=${done ? "fait" : "a-faire"}#suite-${id}`;
  });
}
