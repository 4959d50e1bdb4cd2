import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce, type Tx } from "~/kit/transaction.server";
import { deepenTopic, dismissTopic, keepTopic, mergeTopic, raiseTopic, reopenTopic } from "./lead-mutations.server";
import { topicPath, TOPICS } from "./model";
import { proposeTopic, voteFor } from "./mutations.server";
import { mayLeadTopic, mayProposeTopic, mayVote, type LeadingTopic } from "./policy";
import { findSource, findTopic } from "./queries.server";
import { dismissalInput, mergeInput, proposalInput, raisingInput, stateInput, voteInput } from "./schema";

/** Takes the forms about topics to their effect; each returns where to go. */

export async function proposeFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayProposeTopic(actor);
  const { nom, souhait, discussion } = form.parse(proposalInput);
  const source = discussion === null ? null : await findSource(actor, discussion);
  return writeOnce(actor, form, async (tx) => {
    const { id, waits, voted } = await proposeTopic(tx, proof, { name: nom, wish: souhait, threadId: source?.id ?? null });
    return `${topicPath(id)}?fait=${waits ? (voted ? "propose" : "sans-vote") : "deja"}`;
  });
}

export async function voteFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayVote(actor, (await findTopic(actor, id)).id);
  const { vote, retour } = form.parse(voteInput);
  return writeOnce(actor, form, async (tx) => {
    await voteFor(tx, proof, vote);
    const done = vote ? "vote" : "retire";
    return retour === "liste" ? `${TOPICS}?fait=${done}#sujet-${id}` : `${topicPath(id)}?fait=${done}`;
  });
}

/** Does what the committee may, once; returns to the topic. */
async function lead(actor: MemberActor, id: number, form: Form, done: string, act: (tx: Tx, proof: LeadingTopic) => Promise<void>): Promise<string> {
  const proof = mayLeadTopic(actor, (await findTopic(actor, id)).id);
  return writeOnce(actor, form, async (tx) => {
    await act(tx, proof);
    return `${topicPath(id)}?fait=${done}`;
  });
}

const ACTS = {
  retenu: keepTopic,
  approfondir: deepenTopic,
  rouvert: reopenTopic,
  rang: (tx: Tx, proof: LeadingTopic) => raiseTopic(tx, proof, null),
};

export const decideFrom = (actor: MemberActor, id: number, form: Form) => {
  const { etat, manque } = form.parse(stateInput);
  return lead(actor, id, form, etat, (tx, proof) => ACTS[etat](tx, proof, manque));
};
export const dismissFrom = (actor: MemberActor, id: number, form: Form) => lead(actor, id, form, "ecarte", (tx, proof) => dismissTopic(tx, proof, form.parse(dismissalInput).raison));
export const raiseFrom = (actor: MemberActor, id: number, form: Form) => lead(actor, id, form, "tete", (tx, proof) => raiseTopic(tx, proof, form.parse(raisingInput).raison));

export async function mergeFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayLeadTopic(actor, (await findTopic(actor, id)).id);
  const { dans } = form.parse(mergeInput);
  return writeOnce(actor, form, async (tx) => {
    await mergeTopic(tx, proof, dans);
    return `${topicPath(dans)}?fait=fusion`;
  });
}
