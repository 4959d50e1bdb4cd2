import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { askOnCard } from "~/features/topic/meeting-mutations.server";
import { cardsPath } from "../model";
import { mayGather, mayNote, mayRemove } from "../policy";
import { findSitting } from "../queries.server";
import { cardInput, gatherInput } from "../schema";
import { gatherCard, noteCard, removeCard } from "./mutations.server";
import { findCard } from "./queries.server";

/** Takes the forms about cards to their effect; each returns where to go. */

export async function noteFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const { rencontre: sittingId, carte } = form.parse(cardInput);
  const place = { meetingId, sittingId };
  const proof = mayNote(actor, place, (await findSitting(actor, place)).part);
  return writeOnce(actor, form, async (tx) => {
    await noteCard(tx, proof, carte);
    return `${cardsPath(meetingId)}?fait=carte`;
  });
}

export async function removeFrom(actor: MemberActor, meetingId: number, cardId: number, form: Form): Promise<string> {
  const proof = mayRemove(actor, cardId, await findCard(actor, { meetingId, cardId }));
  return writeOnce(actor, form, async (tx) => {
    await removeCard(tx, proof, meetingId);
    return `${cardsPath(meetingId)}?fait=retrait`;
  });
}

/** In one act, a card becomes a subject that people can vote for, or joins one that is there. */
export async function gatherFrom(actor: MemberActor, meetingId: number, cardId: number, form: Form): Promise<string> {
  const card = await findCard(actor, { meetingId, cardId });
  const proof = mayGather(actor, cardId, card);
  const { nom, sujet } = form.parse(gatherInput);
  if (sujet === null && nom.length < 2) throw new DomainError("input.invalid", { fields: { nom: "Nommez le sujet en quelques mots, ou choisissez-en un." }, values: form.values });
  return writeOnce(actor, form, async (tx) => {
    const topicId = await askOnCard(tx, { topicId: sujet, name: nom, wish: card.body === nom ? "" : card.body, meetingId });
    await gatherCard(tx, proof, { meetingId, topicId });
    return `${cardsPath(meetingId)}?fait=sujet#carte-${cardId}`;
  });
}
