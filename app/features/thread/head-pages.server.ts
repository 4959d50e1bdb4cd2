import { hasRole, isMember, type MemberActor, type ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatWhen } from "~/kit/format";
import type { Form } from "~/kit/form.server";
import { writeOnce, type Tx } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { namesIn, topicPath } from "~/features/topic/model";
import { listTopicNames } from "~/features/topic/queries.server";
import { announceThread, askInThread, closeThread, markAnswer, pinThread, renameThread, sortThread, summariseThread } from "./head-mutations.server";
import { findHead, findSummary, listCandidates } from "./head-queries.server";
import { leadPath, messagePath, threadPath } from "./model";
import { mayFeatureThread, mayLeadThread } from "./policy";
import { answerInput, stateInput, summaryInput, titleInput, topicsInput } from "./schema";
import type { HeadFacts } from "./sql.server";

/** What the routes of a thread's head do, once the guard has let someone in. */

export type HeadData = ReturnType<typeof headOf>;

/** What stands above the messages, in words. */
export function headOf(id: number, { answer, closed, topics, meeting, summary, ...states }: HeadFacts, zone: string, member: boolean) {
  return {
    ...states,
    topics: topics.map((topic) => ({ ...topic, to: member ? topicPath(topic.id) : null })),
    // A guest has the thread alone.
    meeting: member && meeting ? { to: `/moments/${meeting.id}`, minutes: meeting.minutes ? `/moments/${meeting.id}/compte-rendu` : null } : null,
    summary: summary && { html: summary.html, by: summary.by, when: formatWhen(new Date(summary.at), now(), zone) },
    answer: answer && { author: answer.author, to: messagePath(id, answer.position, answer.id) },
    closed: closed && { by: closed.by, when: formatWhen(new Date(closed.at), now(), zone) },
  };
}

/** The head alone, for a page that is open. */
export async function headNews(actor: ParticipantActor, id: number): Promise<Response> {
  const [{ title, head }, zone] = [await findHead(actor, id), await communityTimeZone()];
  return Response.json({ title, ...headOf(id, head, zone, isMember(actor)) }, { headers: { "Cache-Control": "private, no-store" } });
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
    head: headOf(id, found.head, zone, true),
    committee: hasRole(actor, "committee"),
    unnamed: found.unnamed,
    answerId: found.head.answer?.id ?? null,
    candidates: candidates.map(({ id: value, author, created_at, body }) => ({
      value: String(value),
      label: `${author}, ${formatWhen(new Date(created_at), now(), zone)} – ${body.replace(/\s+/g, " ").trim()}`,
    })),
  };
}

/** The loader's data of the page where its topics are chosen. */
export async function sortingPage(actor: MemberActor, id: number) {
  const found = await findHead(actor, id);
  mayLeadThread(actor, found);
  const [first = "", second = "", third = ""] = found.head.topics.map(({ name }) => name);
  return { id, title: found.title, values: { sujet1: first, sujet2: second, sujet3: third } as Record<string, string>, known: await listTopicNames(actor) };
}

/** The loader's data of the page where its summary is written. */
export async function summaryPage(actor: MemberActor, id: number) {
  const found = await findHead(actor, id);
  mayLeadThread(actor, found);
  return { id, title: found.title, ...(await findSummary(actor, id)) };
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
export const sortFrom = (actor: MemberActor, id: number, form: Form) => lead(actor, id, form, (tx, proof) => sortThread(tx, proof, namesIn(form.parse(topicsInput))));

/** Returns to the discussion, where the summary now stands. */
export async function summariseFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayLeadThread(actor, await findHead(actor, id));
  const { texte, version } = form.parse(summaryInput);
  return writeOnce(actor, form, async (tx) => {
    await summariseThread(tx, proof, { body: texte, replaces: version });
    return threadPath(id);
  });
}

export const closeFrom = (actor: MemberActor, id: number, form: Form) => lead(actor, id, form, (tx, proof) => closeThread(tx, proof, form.parse(stateInput).etat));
export const askFrom = (actor: MemberActor, id: number, form: Form) => lead(actor, id, form, (tx, proof) => askInThread(tx, proof, form.parse(stateInput).etat));
export const answerFrom = (actor: MemberActor, id: number, form: Form) => lead(actor, id, form, (tx, proof) => markAnswer(tx, proof, form.parse(answerInput).message));
export const pinFrom = (actor: MemberActor, id: number, form: Form) => feature(actor, id, form, pinThread);
export const announceFrom = (actor: MemberActor, id: number, form: Form) => feature(actor, id, form, announceThread);
