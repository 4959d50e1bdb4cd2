import { and, eq, sql } from "drizzle-orm";
import { datePolls, datePollSlots } from "#db/schema/date-poll";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatList } from "~/kit/format";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import { callToAnswer } from "~/features/answer/calls.server";
import { giveAnswerByMail } from "~/features/answer/mutations.server";
import { addSittings } from "~/features/meeting/forms.server";
import { lockMeeting, openMeeting } from "~/features/meeting/mutations.server";
import type { Planning } from "~/features/meeting/policy";
import { revokeLinks } from "./key.server";
import { lockPoll } from "./mutations.server";
import type { ChoiceInput } from "./schema";

type Where = { meetingId: number; pollId: number; slotId: number };

/**
 * Makes a slot the sitting: the meeting is opened where it was a draft, those who said yes are registered in the
 * order in which they said it, and the poll ends. Choosing the same slot again is choosing it once.
 * @throws DomainError thing.absent; date-poll.closed when another was chosen meanwhile; date-poll.slot-gone;
 *   input.invalid when a required person cannot, and nobody said that it is meant all the same
 */
export async function chooseSlot(tx: Tx, proof: Planning, { meetingId, pollId, slotId }: Where, input: ChoiceInput, starting: Proof<"thread.start", null, MemberActor>): Promise<void> {
  const { actor } = proof;
  // The meeting first, as whoever plans it does; then the poll, which whoever answers takes.
  const meeting = await lockMeeting(tx, meetingId);
  const poll = await lockPoll(tx, meetingId, pollId);
  if (poll.closedAt && poll.chosenSlotId === slotId) return;
  if (poll.closedAt || !poll.openedAt) throw new DomainError(poll.closedAt ? "date-poll.closed" : "thing.absent");
  const [slot] = await tx.select().from(datePollSlots).where(and(eq(datePollSlots.pollId, pollId), eq(datePollSlots.id, slotId)));
  if (!slot || slot.startsAt <= now()) throw new DomainError("date-poll.slot-gone");
  const refused = await listRefusals(tx, pollId, slotId);
  if (refused.length > 0 && !input.accord) {
    const who = formatList(refused.map(({ name }) => name));
    throw new DomainError("input.invalid", { fields: { accord: `${who} ne ${refused.length > 1 ? "peuvent" : "peut"} pas. Cochez cette case si vous choisissez cette heure tout de même.` } });
  }
  const { localStart, zone, startsAt, durationMinutes } = slot;
  const [sittingId] = await addSittings(tx, proof, meetingId, [{ localStart, zone, startsAt, durationMinutes, poleId: poll.poleId, place: input.lieu, link: input.lien, capacity: input.places, answerDeadline: null }]);
  if (sittingId === undefined) throw new Error("nothing was inserted");
  if (!meeting.openedAt) await openMeeting(tx, proof, meetingId, starting);
  const registered = await registerWilling(tx, meetingId, slotId, sittingId);
  if (input.ecrire) await callToAnswer(tx, proof, meetingId);
  await tx.update(datePolls).set({ closedAt: now(), closedBy: actor.memberId, chosenSlotId: slotId, sittingId, revision: sql`${datePolls.revision} + 1` }).where(eq(datePolls.id, pollId));
  await revokeLinks(tx, pollId);
  await tx.audit({ actor, act: "date-poll.chosen", subjectId: pollId, details: { sitting: sittingId, people: registered } });
  tx.announce({ type: "date-poll.moved", id: pollId });
}

/** The required people who said no to a slot. */
async function listRefusals(tx: Tx, pollId: number, slotId: number): Promise<{ name: string }[]> {
  return [
    ...(await tx.execute<{ name: string }>(sql`
      select k.name from date_poll_people k join date_poll_answers a on a.slot_id = ${slotId} and a.choice = 'non' and (a.person_id = k.id or a.member_id = k.member_id)
      where k.poll_id = ${pollId} and k.required order by lower(k.name), k.id`)),
  ];
}

/** Their yes is their answer to the sitting, unless they answered the meeting otherwise. @returns how many */
async function registerWilling(tx: Tx, meetingId: number, slotId: number, sittingId: number): Promise<number> {
  const willing = await tx.execute<{ id: number }>(sql`
    select p.id::int from date_poll_answers a join members p on p.id = a.member_id and p.state = 'active'
    where a.slot_id = ${slotId} and a.choice = 'oui' and not exists (select 1 from meeting_answers o where o.meeting_id = ${meetingId} and o.member_id = p.id)
    order by a.answered_at, a.id`);
  for (const { id } of willing) await giveAnswerByMail(tx, { memberId: id, meetingId }, { choice: "oui", sittingId });
  return willing.length;
}
