import { hasRole, type MemberActor, type ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatWhen } from "~/kit/format";
import type { Form } from "~/kit/form.server";
import { writeOnce, type Tx } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { announceThread, askInThread, closeThread, markAnswer, pinThread, renameThread } from "./head-mutations.server";
import { findHead, listCandidates } from "./head-queries.server";
import { leadPath, messagePath } from "./model";
import { mayFeatureThread, mayLeadThread } from "./policy";
import { answerInput, stateInput, titleInput } from "./schema";
import type { HeadFacts } from "./sql.server";

/** What the routes of a thread's head do, once the guard has let someone in. */

export type HeadData = ReturnType<typeof headOf>;

/** What stands above the messages, in words. */
export function headOf(id: number, { answer, closed, ...states }: HeadFacts, zone: string) {
  return {
    ...states,
    answer: answer && { author: answer.author, to: messagePath(id, answer.position, answer.id) },
    closed: closed && { by: closed.by, when: formatWhen(new Date(closed.at), now(), zone) },
  };
}

/** The head alone, for a page that is open. */
export async function headNews(actor: ParticipantActor, id: number): Promise<Response> {
  const [{ title, head }, zone] = [await findHead(actor, id), await communityTimeZone()];
  return Response.json({ title, ...headOf(id, head, zone) }, { headers: { "Cache-Control": "private, no-store" } });
}

/** The loader's data of the page where a thread is led. */
export async function leadingPage(actor: MemberActor, id: number) {
  const found = await findHead(actor, id);
  mayLeadThread(actor, found);
  const zone = await communityTimeZone();
  const candidates = found.head.asked ? await listCandidates(actor, id) : [];
  return {
    id,
    title: found.title,
    head: headOf(id, found.head, zone),
    committee: hasRole(actor, "committee"),
    answerId: found.head.answer?.id ?? null,
    candidates: candidates.map(({ id: value, author, created_at, body }) => ({
      value: String(value),
      label: `${author}, ${formatWhen(new Date(created_at), now(), zone)} – ${body.replace(/\s+/g, " ").trim()}`,
    })),
  };
}

/** Does what the author and the committee may, once; returns to the page of these acts. */
async function lead(actor: MemberActor, id: number, form: Form, act: (tx: Tx, proof: ReturnType<typeof mayLeadThread>) => Promise<void>): Promise<string> {
  const proof = mayLeadThread(actor, await findHead(actor, id));
  return writeOnce(actor, form, async (tx) => (await act(tx, proof), leadPath(id)));
}

/** The same for what the committee alone may. */
async function feature(actor: MemberActor, id: number, form: Form, act: typeof pinThread): Promise<string> {
  const proof = mayFeatureThread(actor, await findHead(actor, id));
  const { etat } = form.parse(stateInput);
  return writeOnce(actor, form, async (tx) => (await act(tx, proof, etat), leadPath(id)));
}

export const renameFrom = (actor: MemberActor, id: number, form: Form) =>
  lead(actor, id, form, (tx, proof) => renameThread(tx, proof, form.parse(titleInput).titre));
export const closeFrom = (actor: MemberActor, id: number, form: Form) => lead(actor, id, form, (tx, proof) => closeThread(tx, proof, form.parse(stateInput).etat));
export const askFrom = (actor: MemberActor, id: number, form: Form) => lead(actor, id, form, (tx, proof) => askInThread(tx, proof, form.parse(stateInput).etat));
export const answerFrom = (actor: MemberActor, id: number, form: Form) => lead(actor, id, form, (tx, proof) => markAnswer(tx, proof, form.parse(answerInput).message));
export const pinFrom = (actor: MemberActor, id: number, form: Form) => feature(actor, id, form, pinThread);
export const announceFrom = (actor: MemberActor, id: number, form: Form) => feature(actor, id, form, announceThread);
