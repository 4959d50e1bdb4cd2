import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { minutesPath, minutesStateOf } from "../model";
import { mayCorrect, mayWithdraw, mayWriteMinutes } from "../policy";
import { findMinutes, type CorrectionFacts, type FoundMinutes, type MinutesFacts } from "../queries.server";
import { acceptanceInput, correctionInput, refusalInput } from "../schema";
import { acceptCorrection, declineCorrection, proposeCorrection, withdrawCorrection } from "./mutations.server";

/** Takes the forms about corrections to their effect; each returns where to go. */

export async function proposeFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const { part, minutes } = await findMinutes(actor, meetingId);
  if (!minutes) throw new DomainError("thing.absent");
  const proof = mayCorrect(actor, meetingId, part);
  const { mots: words, plutot: instead } = form.parse(correctionInput);
  return writeOnce(actor, form, async (tx) => `${minutesPath(meetingId)}?fait=correction#correction-${await proposeCorrection(tx, proof, { words, instead })}`);
}

/** One of them, with the minutes that it is about. @throws DomainError thing.absent */
export async function findCorrection(actor: MemberActor, meetingId: number, id: number): Promise<FoundMinutes & { minutes: MinutesFacts; correction: CorrectionFacts }> {
  const found = await findMinutes(actor, meetingId);
  const correction = found.minutes?.corrections.find((one) => one.id === id);
  if (!found.minutes || !correction) throw new DomainError("thing.absent");
  return { ...found, minutes: found.minutes, correction };
}

/** Whoever may write the minutes answers; once they are adopted, the committee. */
export async function answeringOf(actor: MemberActor, meetingId: number, id: number) {
  const found = await findCorrection(actor, meetingId, id);
  return { ...found, proof: mayWriteMinutes(actor, meetingId, found.part, minutesStateOf(found.minutes)) };
}

export async function acceptFrom(actor: MemberActor, meetingId: number, id: number, form: Form): Promise<string> {
  const { proof } = await answeringOf(actor, meetingId, id);
  const { texte: body, version: revision } = form.parse(acceptanceInput);
  return writeOnce(actor, form, async (tx) => {
    await acceptCorrection(tx, proof, id, { body, revision });
    return `${minutesPath(meetingId)}?fait=acceptee#correction-${id}`;
  });
}

export async function declineFrom(actor: MemberActor, meetingId: number, id: number, form: Form): Promise<string> {
  const { proof } = await answeringOf(actor, meetingId, id);
  const { raison } = form.parse(refusalInput);
  return writeOnce(actor, form, async (tx) => {
    await declineCorrection(tx, proof, id, raison);
    return `${minutesPath(meetingId)}?fait=refusee#correction-${id}`;
  });
}

export async function withdrawFrom(actor: MemberActor, meetingId: number, id: number, form: Form): Promise<string> {
  const { correction } = await findCorrection(actor, meetingId, id);
  const proof = mayWithdraw(actor, id, correction);
  return writeOnce(actor, form, async (tx) => {
    await withdrawCorrection(tx, proof, meetingId);
    return `${minutesPath(meetingId)}?fait=retiree`;
  });
}
