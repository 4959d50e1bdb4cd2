import type { ParticipantActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { messagePlace } from "~/features/thread/model";
import { react } from "./mutations.server";
import { mayReact } from "./policy";
import { reactionInput } from "./schema";

/** Returns where the reaction can be seen. */
export function reactTo(actor: ParticipantActor, threadId: number, messageId: number, form: Form): Promise<string> {
  const proof = mayReact(actor, { threadId, messageId });
  const { reaction, etat } = form.parse(reactionInput);
  return writeOnce(actor, form, async (tx) => {
    await react(tx, proof, { reaction, on: etat === "oui" });
    return messagePlace(threadId, messageId);
  });
}
