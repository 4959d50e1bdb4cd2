import type { ParticipantActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { threadPath } from "~/features/thread/model";
import { followEverything, followThread, followTopics } from "./mutations.server";
import { mayChooseFollows, mayFollowThread } from "./policy";
import { followsInput, threadFollowInput } from "./schema";

/** Follows a thread or mutes it; returns to it. */
export function followThreadFrom(actor: ParticipantActor, threadId: number, form: Form): Promise<string> {
  const { niveau } = form.parse(threadFollowInput);
  return writeOnce(actor, form, async (tx) => {
    await followThread(tx, mayFollowThread(actor, threadId), niveau);
    return threadPath(threadId);
  });
}

/** Chooses for everything and for topics; returns to the settings. */
export function chooseFollowsFrom(actor: ParticipantActor, form: Form): Promise<string> {
  const { tout, sujets } = form.parse(followsInput);
  return writeOnce(actor, form, async (tx) => {
    const proof = mayChooseFollows(actor);
    await followEverything(tx, proof, tout);
    await followTopics(tx, proof, sujets);
    return "/reglages/notifications?fait=suivis";
  });
}
