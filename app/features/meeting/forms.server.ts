import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { mayStartThread } from "~/features/thread/policy";
import { meetingPath, planPath } from "./model";
import { copyMeeting, openMeeting, planMeeting, reviseMeeting } from "./mutations.server";
import { mayPlan } from "./policy";
import { planInput, revisionInput } from "./schema";
import { checkPole, reviseSittingFrom, sittingOf, type Fit } from "./sitting/forms.server";
import { addSittings, holdSitting } from "./sitting/mutations.server";

export { addSittings, checkPole, holdSitting, reviseSittingFrom, type Fit };

/** Takes the committee's forms about a meeting to their effect; each returns where to go. */

export async function planFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const input = form.parse(planInput);
  // Without a date it is an idea: it keeps a place in the season, and waits for one.
  await checkPole(actor, input, form);
  const sitting = input.date === "" && input.heure === "" ? null : sittingOf(input, form);
  return writeOnce(actor, form, async (tx) => {
    const id = await planMeeting(tx, proof, input);
    if (sitting) await addSittings(tx, proof, id, [sitting]);
    return `${planPath(id)}?fait=ebauche`;
  });
}

export async function reviseFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const { version, ...content } = form.parse(revisionInput);
  return writeOnce(actor, form, async (tx) => {
    await reviseMeeting(tx, proof, id, version, content);
    return `${planPath(id)}?fait=texte`;
  });
}

export async function openFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const starting = mayStartThread(actor);
  return writeOnce(actor, form, async (tx) => {
    await openMeeting(tx, proof, id, starting);
    return `${meetingPath(id)}?fait=ouverture`;
  });
}

export async function copyFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  return writeOnce(actor, form, async (tx) => `${planPath(await copyMeeting(tx, proof, id))}?fait=copie`);
}
