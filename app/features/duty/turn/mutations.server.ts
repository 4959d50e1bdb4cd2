import { and, eq, isNull } from "drizzle-orm";
import { dutyAsks } from "#db/schema/duty";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { noteMoved } from "~/features/meeting/mutations.server";
import { settleAbout, tellAbout } from "~/features/notification/subject.server";
import { turnPath } from "../model";
import { agree, askSubject, committeeIds, dropWaiting, lockDuty, setDuty } from "../mutations.server";
import type { Turn } from "../policy";

export type Answer = "accept" | "decline" | "later";

/**
 * Answers what one was asked. A refusal frees the role for the committee's next suggestion,
 * and is seen by nobody else; asking for time keeps the role waiting.
 * @throws DomainError thing.absent, duty.over, duty.moved when it is not asked of this person any more
 */
export async function answerAsk(tx: Tx, { actor }: Turn, dutyId: number, answer: Answer): Promise<void> {
  const { duty, where } = await lockDuty(tx, dutyId);
  const [ask] = await tx.select().from(dutyAsks).where(and(eq(dutyAsks.dutyId, dutyId), isNull(dutyAsks.outcome)));
  if (!ask || ask.memberId !== actor.memberId || duty.state !== "asked" || duty.memberId !== actor.memberId) throw new DomainError("duty.moved");
  if (answer === "later") {
    await tx.update(dutyAsks).set({ moreTimeAt: now() }).where(eq(dutyAsks.id, ask.id));
    tx.announce({ type: "meeting.moved", id: where.meetingId });
  } else {
    const outcome = answer === "accept" ? ("accepted" as const) : ("declined" as const);
    await tx.update(dutyAsks).set({ outcome, answeredAt: now() }).where(eq(dutyAsks.id, ask.id));
    await settleAbout(tx, askSubject(ask.id));
    if (answer === "accept") await agree(tx, actor, where, duty, actor.memberId, null);
    else {
      await setDuty(tx, duty, { state: "open", memberId: null });
      tx.announce({ type: "meeting.moved", id: where.meetingId });
    }
  }
  await tellAbout(tx, [ask.askedBy], { kind: "duty-answered", subject: `${askSubject(ask.id)}-${answer}`, place: turnPath(dutyId), by: actor.memberId });
  tx.announce({ type: "todo.changed", id: actor.memberId });
}

/**
 * Gives a turn back, without anybody to take it yet: everyone sees that relief is needed.
 * @throws DomainError thing.absent, duty.over, duty.moved when it is not this person's any more
 */
export async function giveBack(tx: Tx, { actor }: Turn, dutyId: number): Promise<void> {
  const { duty, where } = await lockDuty(tx, dutyId);
  if (duty.state !== "accepted" || duty.memberId !== actor.memberId) throw new DomainError("duty.moved");
  await dropWaiting(tx, dutyId);
  await setDuty(tx, duty, { state: "relief", memberId: null });
  await tellAbout(tx, await committeeIds(tx), { kind: "relief", subject: `duty-${dutyId}-${duty.revision + 1}`, place: turnPath(dutyId), by: actor.memberId });
  await tx.audit({ actor, act: "duty.given-back", subjectId: dutyId });
  await noteMoved(tx, where.meetingId);
}

/**
 * Takes a turn that looks for relief. Of two people at once the first has it.
 * @throws DomainError thing.absent, duty.over, duty.taken, duty.already-there
 */
export async function takeRelief(tx: Tx, { actor }: Turn, dutyId: number): Promise<void> {
  const { duty, where } = await lockDuty(tx, dutyId);
  if (duty.state !== "relief") throw new DomainError("duty.taken");
  await agree(tx, actor, where, duty, actor.memberId, { askedBy: actor.memberId, reason: "" });
  await settleAbout(tx, `duty-${dutyId}-${duty.revision}`);
  await tellAbout(tx, await committeeIds(tx), { kind: "duty-settled", subject: `duty-${dutyId}-${duty.revision + 1}`, place: turnPath(dutyId), by: actor.memberId });
}
