import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { formatTime } from "~/kit/format";
import { answerJson } from "~/kit/json.server";
import { inTransaction, writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { minutesPath, minutesStateOf } from "./model";
import { adoptMinutes, openMinutes, writeMinutes } from "./mutations.server";
import { mayAdopt, mayWriteMinutes, type Writing } from "./policy";
import { findMinutes } from "./queries.server";
import { minutesInput, openingInput } from "./schema";

/** Takes the forms about minutes to their effect; each returns where to go. */

export async function writingOf(actor: MemberActor, meetingId: number): Promise<Writing> {
  const { part, minutes } = await findMinutes(actor, meetingId);
  return mayWriteMinutes(actor, meetingId, part, minutes && minutesStateOf(minutes));
}

export async function writeFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const proof = await writingOf(actor, meetingId);
  const { texte: body, raison: reason, version: revision } = form.parse(minutesInput);
  return writeOnce(actor, form, async (tx) => {
    await writeMinutes(tx, proof, { body, revision, reason });
    return `${minutesPath(meetingId)}?fait=texte`;
  });
}

/** For the page's script, while they are a draft: what is open or adopted changes by the button alone. */
export const writeByScript = (actor: MemberActor, meetingId: number, form: Form): Promise<Response> =>
  answerJson(async () => {
    const { part, minutes } = await findMinutes(actor, meetingId);
    const proof = mayWriteMinutes(actor, meetingId, part, "draft");
    const { texte: body, version: revision } = form.parse(minutesInput);
    if (minutes && minutesStateOf(minutes) !== "draft") return { revision, savedAt: null, published: false };
    const kept = await inTransaction((tx) => writeMinutes(tx, proof, { body, revision }));
    return { revision: kept.revision, savedAt: formatTime(kept.savedAt, await communityTimeZone()), published: false };
  });

export async function openFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const proof = await writingOf(actor, meetingId);
  const { version } = form.parse(openingInput);
  return writeOnce(actor, form, async (tx) => {
    await openMinutes(tx, proof, version);
    return `${minutesPath(meetingId)}?fait=ouvert`;
  });
}

export async function adoptFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const proof = mayAdopt(actor, meetingId);
  return writeOnce(actor, form, async (tx) => {
    await adoptMinutes(tx, proof);
    return `${minutesPath(meetingId)}?fait=adopte`;
  });
}

