import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { planPath } from "../model";
import { mayPlan } from "../policy";
import { addSpeaker, removeSpeaker, reviseSpeaker } from "./mutations.server";
import { speakerInput } from "./schema";

const people = (meetingId: number, done: string): string => `${planPath(meetingId)}/personnes?fait=${done}`;

export async function addSpeakerFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const input = form.parse(speakerInput);
  return writeOnce(actor, form, async (tx) => {
    await addSpeaker(tx, proof, meetingId, input);
    return people(meetingId, "ajout");
  });
}

export async function reviseSpeakerFrom(actor: MemberActor, meetingId: number, speakerId: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const input = form.parse(speakerInput);
  return writeOnce(actor, form, async (tx) => {
    await reviseSpeaker(tx, proof, meetingId, speakerId, input);
    return people(meetingId, "modification");
  });
}

export async function removeSpeakerFrom(actor: MemberActor, meetingId: number, speakerId: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  return writeOnce(actor, form, async (tx) => {
    await removeSpeaker(tx, proof, meetingId, speakerId);
    return people(meetingId, "retrait");
  });
}
