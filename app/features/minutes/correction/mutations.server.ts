import { and, eq, isNull } from "drizzle-orm";
import { minutesCorrections } from "#db/schema/minutes";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { tellAbout } from "~/features/notification/subject.server";
import { minutesPath } from "../model";
import { lockMinutes, movedSince, setText } from "../mutations.server";
import type { Correcting, Withdrawing, Writing } from "../policy";

/** Proposes these words instead of those. @throws DomainError thing.absent; minutes.adopted; minutes.state-moved while they are a draft */
export async function proposeCorrection(tx: Tx, { actor, subject: meetingId }: Correcting, { words, instead }: { words: string; instead: string }): Promise<number> {
  const row = await lockMinutes(tx, meetingId);
  if (row.adoptedAt) throw new DomainError("minutes.adopted");
  if (!row.openedAt) throw new DomainError("minutes.state-moved");
  const [made] = await tx.insert(minutesCorrections).values({ minutesId: row.id, words, instead, proposedBy: actor.memberId, proposedAt: now() }).returning({ id: minutesCorrections.id });
  if (!made) throw new Error("nothing was inserted");
  tx.announce({ type: "minutes.moved", id: meetingId });
  return made.id;
}

async function lockOpen(tx: Tx, minutesId: number, id: number) {
  const [row] = await tx.select().from(minutesCorrections).where(and(eq(minutesCorrections.id, id), eq(minutesCorrections.minutesId, minutesId))).for("update");
  if (!row) throw new DomainError("thing.absent");
  if (row.outcome) throw new DomainError("correction.settled");
  return row;
}

type Settled = { outcome: "accepted" | "declined"; reason: string };

async function settle(tx: Tx, { actor, subject: meetingId }: Writing, row: { id: number; proposedBy: number }, { outcome, reason }: Settled): Promise<void> {
  await tx.update(minutesCorrections).set({ outcome, reason, settledAt: now(), settledBy: actor.memberId }).where(eq(minutesCorrections.id, row.id));
  await tellAbout(tx, [row.proposedBy], { kind: "correction-answered", subject: `correction-${row.id}`, place: minutesPath(meetingId), by: actor.memberId });
  tx.announce({ type: "minutes.moved", id: meetingId });
}

/**
 * Takes a correction into the text, as it stands in the form: made by itself where its words stand
 * once, by hand elsewhere. After adoption it makes a new version.
 * @throws DomainError thing.absent, correction.settled; minutes.moved with the other text as its state
 */
export async function acceptCorrection(tx: Tx, proof: Writing, id: number, { body, revision }: { body: string; revision: number }): Promise<void> {
  const row = await lockMinutes(tx, proof.subject);
  const correction = await lockOpen(tx, row.id, id);
  if (row.revision !== revision) throw movedSince(row);
  if (body !== row.body) await setText(tx, row, { body, by: proof.actor.memberId, reason: "Une correction proposée pendant les sept jours est acceptée." });
  await settle(tx, proof, correction, { outcome: "accepted", reason: "" });
}

/** Says no, and why. @throws DomainError thing.absent, correction.settled */
export async function declineCorrection(tx: Tx, proof: Writing, id: number, reason: string): Promise<void> {
  const row = await lockMinutes(tx, proof.subject);
  await settle(tx, proof, await lockOpen(tx, row.id, id), { outcome: "declined", reason });
}

/** Takes back one's own. @throws DomainError correction.settled */
export async function withdrawCorrection(tx: Tx, { actor, subject: id }: Withdrawing, meetingId: number): Promise<void> {
  const [gone] = await tx
    .update(minutesCorrections)
    .set({ outcome: "withdrawn", settledAt: now(), settledBy: actor.memberId })
    .where(and(eq(minutesCorrections.id, id), isNull(minutesCorrections.outcome)))
    .returning({ id: minutesCorrections.id });
  if (!gone) throw new DomainError("correction.settled");
  tx.announce({ type: "minutes.moved", id: meetingId });
}
