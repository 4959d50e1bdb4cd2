import { sql } from "drizzle-orm";
import { meetingCards } from "#db/schema/attendance";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import type { Gathering, Noting, Removing } from "../policy";

/** Lays a card on the table. @throws DomainError attendance.off, card.too-early */
export async function noteCard(tx: Tx, { actor, subject: { meetingId, sittingId } }: Noting, body: string): Promise<void> {
  const [sitting] = await tx.execute<{ off: boolean; begun: boolean }>(sql`
    select num_nonnulls(cancelled_at, postponed_at) > 0 as off, starts_at <= ${now().toISOString()}::timestamptz as begun from sittings where id = ${sittingId} for share`);
  if (!sitting) throw new DomainError("thing.absent");
  if (sitting.off) throw new DomainError("attendance.off");
  if (!sitting.begun) throw new DomainError("card.too-early");
  await tx.insert(meetingCards).values({ sittingId, body, writtenBy: actor.memberId, writtenAt: now() });
  tx.announce({ type: "minutes.moved", id: meetingId });
}

/** Takes a card back. One that has become a subject stays, because the subject came of it. @throws DomainError card.settled */
export async function removeCard(tx: Tx, { subject: id }: Removing, meetingId: number): Promise<void> {
  const gone = await tx.execute(sql`delete from meeting_cards where id = ${id} and topic_id is null returning 1`);
  if (gone.length === 0) throw new DomainError("card.settled");
  tx.announce({ type: "minutes.moved", id: meetingId });
}

/** A card has become a subject, or joins one. @throws DomainError card.settled, thing.absent when the subject is none */
export async function gatherCard(tx: Tx, { actor, subject: id }: Gathering, { meetingId, topicId }: { meetingId: number; topicId: number }): Promise<void> {
  const [topic] = await tx.execute(sql`select 1 from topics where id = ${topicId}`);
  if (!topic) throw new DomainError("thing.absent");
  const settled = await tx.execute(sql`
    update meeting_cards set topic_id = ${topicId}, settled_at = ${now().toISOString()}::timestamptz, settled_by = ${actor.memberId} where id = ${id} and topic_id is null returning 1`);
  if (settled.length === 0) throw new DomainError("card.settled");
  tx.announce({ type: "minutes.moved", id: meetingId });
}
