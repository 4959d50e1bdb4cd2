import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { formatTime } from "~/kit/format";
import { answerJson } from "~/kit/json.server";
import { inTransaction, writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { notesPath, synthesisPath } from "../model";
import { mayKeepNotes, type Noting, type NotesPlace } from "../policy";
import { notesInput } from "../schema";
import { keepNotes } from "./mutations.server";
import { findNotes } from "./queries.server";

/** Takes notes to where they are kept: by the button, or by the page's script every few seconds. */

async function proofOf(actor: MemberActor, place: NotesPlace): Promise<Noting> {
  const { responsible, sittings } = await findNotes(actor, place.meetingId);
  if (place.sittingId === null) return mayKeepNotes(actor, place, { responsible });
  const sitting = sittings.find(({ id }) => id === place.sittingId);
  if (!sitting) throw new DomainError("thing.absent");
  return mayKeepNotes(actor, place, sitting);
}

export async function notesFrom(actor: MemberActor, place: NotesPlace, form: Form): Promise<string> {
  const proof = await proofOf(actor, place);
  const { texte: body, version: revision } = form.parse(notesInput);
  return writeOnce(actor, form, async (tx) => {
    await keepNotes(tx, proof, { body, revision });
    return `${place.sittingId === null ? synthesisPath(place.meetingId) : notesPath(place.meetingId, place.sittingId)}?fait=notes`;
  });
}

/** For the page's script. What could let somebody be recognised is not kept by itself: the button asks about it. */
export const notesByScript = (actor: MemberActor, place: NotesPlace, form: Form): Promise<Response> =>
  answerJson(async () => {
    const proof = await proofOf(actor, place);
    const { texte: body, version: revision } = form.parse(notesInput);
    const kept = await inTransaction((tx) => keepNotes(tx, proof, { body, revision }));
    return { revision: kept.revision, savedAt: formatTime(kept.savedAt, await communityTimeZone()), published: false };
  });
