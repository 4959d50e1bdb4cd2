import type { ParticipantActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { messagePlace } from "~/features/thread/model";
import { closePoll, vote } from "./mutations.server";
import { mayClosePoll, mayVote } from "./policy";
import { closeInput, voteInput } from "./schema";

/** Both return where the poll can be seen. */

export function voteBy(actor: ParticipantActor, threadId: number, messageId: number, form: Form): Promise<string> {
  const proof = mayVote(actor, { threadId, messageId });
  const { choix, retrait } = form.parse(voteInput);
  return writeOnce(actor, form, async (tx) => {
    await vote(tx, proof, retrait ? [] : choix);
    return messagePlace(threadId, messageId);
  });
}

export function closePollBy(actor: ParticipantActor, threadId: number, messageId: number, form: Form): Promise<string> {
  const proof = mayClosePoll(actor, { threadId, messageId });
  form.parse(closeInput);
  return writeOnce(actor, form, async (tx) => {
    await closePoll(tx, proof);
    return messagePlace(threadId, messageId);
  });
}
