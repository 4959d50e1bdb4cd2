import type { z } from "zod";
import { hasRole, isMember, type ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatList, formatWhen, plural } from "~/kit/format";
import type { Form } from "~/kit/form.server";
import { leaveMarkup } from "~/kit/markup.server";
import { writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import type { Attachment } from "~/features/file/model";
import { withFiles } from "~/features/file/pages.server";
import { nameMentions } from "~/features/mention/queries.server";
import type { PollShown } from "~/features/poll/components/poll-form";
import { MAX_BODY, messagePlace, REACTION_WORDS, REACTIONS, readersPath, threadPath } from "~/features/thread/model";
import { messageRow } from "~/features/thread/row-markup.server";
import type { PastWording } from "./model";
import { deleteMessage, markUnread, reword } from "./mutations.server";
import { mayDelete, mayMarkUnread, mayReadHistory, mayReword } from "./policy";
import { findMessage, type FoundMessage } from "./queries.server";
import { redline } from "./redline.server";
import { wordingInput } from "./schema";

/** What the routes of one message do, once the guard has let someone in. */

const pastOf = ({ past, body, facts }: FoundMessage, zone: string): PastWording[] =>
  past.map(({ version, body: before, written_at, file_names: names }, index) => {
    const next = past[index + 1]?.file_names ?? (facts.files ?? []).map(({ name }) => name);
    return {
      version,
      writtenAt: formatWhen(new Date(written_at), now(), zone),
      pieces: redline(before, past[index + 1]?.body ?? body),
      files: names.length > 0 || next.length > 0 ? names : null,
    };
  });

/** Its poll as this person may take part in it. */
function pollOf(actor: ParticipantActor, { facts: { poll }, votes, mine, closed }: FoundMessage): PollShown | null {
  if (!poll) return null;
  const ended = poll.closed_at !== null;
  const open = !ended && !closed && actor.standing !== "paused";
  return {
    single: poll.single,
    people: poll.people === 0 ? "Personne n’a encore voté" : plural(poll.people, "personne a voté", "personnes ont voté"),
    ended,
    mayVote: open,
    mayClose: !ended && actor.standing !== "paused" && (mine || hasRole(actor, "committee")),
    voted: votes.some(({ me }) => me),
    choices: poll.choices.map(({ id, label }) => {
      const those = votes.filter(({ choice }) => choice === id);
      return { id, label, mine: those.some(({ me }) => me), count: plural(those.length, "voix", "voix"), by: formatList(those.map(({ name, me }) => (me ? "vous" : name))) };
    }),
  };
}

/** What this person can do to a message, and what others did. */
function actsOf(actor: ParticipantActor, threadId: number, messageId: number, found: FoundMessage, zone: string) {
  const { facts, mine, closed } = found;
  const mayWrite = actor.standing !== "paused";
  const there = facts.deleted_at === null && facts.concealed_at === null;
  return {
    threadId,
    messageId,
    place: messagePlace(threadId, messageId),
    author: facts.name,
    there,
    reactions: REACTIONS.map((kind) => {
      const those = found.reactions.filter((reaction) => reaction.kind === kind);
      return { kind, word: REACTION_WORDS[kind], mine: those.some(({ me }) => me), by: formatList(those.map(({ name, me }) => (me ? "vous" : name))), count: those.length };
    }),
    mayReact: there && mayWrite,
    mayQuote: there && mayWrite && !closed,
    mayReword: there && mine && mayWrite && !closed,
    mayDelete: facts.deleted_at === null && mayWrite && (mine || hasRole(actor, "committee")),
    poll: there ? pollOf(actor, found) : null,
    mine,
    concealed: found.concealed,
    mayReport: there && mayWrite,
    files: there ? (facts.files ?? []).map(({ id, name }) => ({ id, name })) : [],
    bookmarked: found.bookmarked,
    readers: isMember(actor) ? `Lu par ${plural(found.readers, "personne", "personnes")}` : null,
    readersAt: found.announced && hasRole(actor, "committee") ? readersPath(threadId) : null,
    past: mayReadHistory(actor, mine) ? pastOf(found, zone) : [],
  };
}

export type MessageActions = ReturnType<typeof actsOf>;

/** What stands in the small window over the thread. */
export async function messageActions(actor: ParticipantActor, threadId: number, messageId: number): Promise<MessageActions> {
  const [found, zone] = await Promise.all([findMessage(actor, threadId, messageId), communityTimeZone()]);
  return actsOf(actor, threadId, messageId, found, zone);
}

/** The loader's data of a message's page. */
export async function messagePage(actor: ParticipantActor, threadId: number, messageId: number) {
  const [found, zone] = await Promise.all([findMessage(actor, threadId, messageId), communityTimeZone()]);
  return { ...actsOf(actor, threadId, messageId, found, zone), title: found.title, html: leaveMarkup("message", messageRow(threadId, found.facts, zone)) };
}

/** The loader's data of the page where one's message is worded anew. */
export async function rewordPage(actor: ParticipantActor, threadId: number, messageId: number) {
  const found = await findMessage(actor, threadId, messageId);
  if (!found.mine || found.facts.deleted_at !== null) throw new DomainError(found.mine ? "thing.absent" : "right.missing");
  if (found.closed) throw new DomainError("thread.closed");
  if (found.facts.concealed_at !== null) throw new DomainError("message.concealed");
  return { threadId, messageId, title: found.title, body: found.body, version: found.version, files: found.facts.files ?? [] };
}

/** Publishes another wording, with the files it has from now on. Returns where it can be seen. */
export function rewordBy(actor: ParticipantActor, threadId: number, messageId: number, form: Form): Promise<string> {
  const proof = mayReword(actor, { threadId, messageId });
  const publish = async ({ texte, version }: z.infer<typeof wordingInput>, files: readonly Attachment[], leftOut: readonly number[]) => {
    const named = await nameMentions(actor, threadId, texte, MAX_BODY);
    return writeOnce(actor, form, async (tx) => {
      await reword(tx, proof, { ...named, version, files, leftOut });
      return messagePlace(threadId, messageId);
    });
  };
  return withFiles(actor, form, wordingInput, publish, { messageId });
}

/** Deletes a message. Returns where its trace can be seen. */
export function deleteBy(actor: ParticipantActor, threadId: number, messageId: number, form: Form): Promise<string> {
  const proof = mayDelete(actor, { threadId, messageId });
  return writeOnce(actor, form, async (tx) => {
    await deleteMessage(tx, proof);
    return messagePlace(threadId, messageId);
  });
}

/** Returns the list: the open thread would count as read again at once. */
export function markUnreadBy(actor: ParticipantActor, threadId: number, messageId: number, form: Form): Promise<string> {
  const proof = mayMarkUnread(actor, { threadId, messageId });
  return writeOnce(actor, form, async (tx) => {
    await markUnread(tx, proof);
    return isMember(actor) ? "/discussions" : threadPath(threadId);
  });
}
