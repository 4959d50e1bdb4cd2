import { randomUUID } from "node:crypto";
import type { MemberActor } from "~/kit/actor";
import { after, now } from "~/kit/clock.server";
import type { Form } from "~/kit/form.server";
import { answerJson } from "~/kit/json.server";
import { inTransaction, writeOnce } from "~/kit/transaction.server";
import { mayHold } from "~/features/meeting/policy";
import { holdSitting } from "~/features/meeting/forms.server";
import { changesOf, doorPath, momentOf, readAct, REF } from "./model";
import { noteVisitor, tick } from "./mutations.server";
import { isOfDoor, mayTick, type SittingPlace } from "./policy";
import { findSitting } from "./queries.server";
import { actsInput, listInput, visitorInput } from "./schema";

/** Takes the forms and the acts of the door to their effect. */

const doorOf = async (actor: MemberActor, place: SittingPlace) => mayTick(actor, place, (await findSitting(actor, place)).part);

/** The list as a page without a script sends it: what its writer changed, and nothing else. */
export async function listFrom(actor: MemberActor, place: SittingPlace, form: Form): Promise<string> {
  const proof = await doorOf(actor, place);
  const { present, avant } = form.parse(listInput);
  const changes = changesOf(avant, present).filter(({ ref }) => REF.test(ref));
  return writeOnce(actor, form, async (tx) => {
    await tick(tx, proof, changes.map((change) => ({ ...change, key: randomUUID(), at: now() })));
    return `${doorPath(place.meetingId, place.sittingId)}?fait=liste`;
  });
}

/** What a phone sends, at once or when its line is back: which acts were of somebody who is gone. */
export const actsFrom = (actor: MemberActor, place: SittingPlace, form: Form): Promise<Response> =>
  answerJson(async () => {
    const proof = await doorOf(actor, place);
    const received = now();
    const acts = form.parse(actsInput).acte.map(readAct).filter((act) => act !== null);
    const gone = await inTransaction((tx) => tick(tx, proof, acts.map((act) => ({ key: act.key, ref: act.ref, present: act.present, at: momentOf(act, received) }))));
    return { gone };
  });

/** Someone without an account, by the form of the page. */
export async function visitorFrom(actor: MemberActor, place: SittingPlace, form: Form): Promise<string> {
  const proof = await doorOf(actor, place);
  const { nom: name, organisation } = form.parse(visitorInput);
  return writeOnce(actor, form, async (tx) => {
    await noteVisitor(tx, proof, { name, organisation, key: undefined, at: now() });
    return `${doorPath(place.meetingId, place.sittingId)}?fait=personne`;
  });
}

/** The same by a phone, which may say it twice. */
export const visitorByScript = (actor: MemberActor, place: SittingPlace, form: Form): Promise<Response> =>
  answerJson(async () => {
    const proof = await doorOf(actor, place);
    const { nom: name, organisation, acte: key, age } = form.parse(visitorInput);
    await inTransaction((tx) => noteVisitor(tx, proof, { name, organisation, key, at: after(now(), -age) }));
    return {};
  });

/** Those responsible say that it took place, as the committee may. */
export async function holdFrom(actor: MemberActor, place: SittingPlace, form: Form): Promise<string> {
  const { part } = await findSitting(actor, place);
  const proof = mayHold(actor, isOfDoor(actor, part));
  return writeOnce(actor, form, async (tx) => {
    await holdSitting(tx, proof, place);
    return `${doorPath(place.meetingId, place.sittingId)}?fait=tenue`;
  });
}
