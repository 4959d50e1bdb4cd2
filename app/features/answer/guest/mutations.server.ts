import { and, eq } from "drizzle-orm";
import { sittingGuests } from "#db/schema/answer";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { takesChanges } from "../model";
import { countTaken, lockSittings, offerFreed, type LockedSitting } from "../seats.server";
import type { Receiving } from "./policy";

async function lockOwn(tx: Tx, { meetingId, sittingId }: Receiving["subject"]): Promise<LockedSitting> {
  const sitting = (await lockSittings(tx, meetingId)).find(({ id }) => id === sittingId);
  if (!sitting) throw new DomainError("thing.absent");
  return sitting;
}

/**
 * Enters somebody who comes without being a member: they take a seat like everybody.
 * @throws DomainError thing.absent, answer.closed; input.invalid when no seat is left, or the name is there already
 */
export async function addGuest(tx: Tx, { actor, subject }: Receiving, { name, organisation }: { name: string; organisation: string }): Promise<void> {
  const sitting = await lockOwn(tx, subject);
  if (!takesChanges(sitting, now())) throw new DomainError("answer.closed");
  if (sitting.capacity !== null && (await countTaken(tx, sitting.id)) >= sitting.capacity) throw refused("Il n’y a plus de place. Ajoutez-en une à la rencontre, ou attendez qu’une place se libère.");
  const [made] = await tx.insert(sittingGuests).values({ sittingId: sitting.id, name, organisation, addedBy: actor.memberId, addedAt: now() }).onConflictDoNothing().returning({ id: sittingGuests.id });
  if (!made) throw refused("Cette personne est déjà dans la liste.");
  await tx.audit({ actor, act: "guest.entered", subjectId: sitting.id });
  tx.announce({ type: "meeting.moved", id: subject.meetingId });
}

const refused = (sentence: string) => new DomainError("input.invalid", { fields: { nom: sentence } });

/** Takes somebody off; the seat goes to the next of the list. Whoever is off already stays off. */
export async function removeGuest(tx: Tx, { actor, subject }: Receiving, guestId: number): Promise<void> {
  const sitting = await lockOwn(tx, subject);
  const gone = await tx.delete(sittingGuests).where(and(eq(sittingGuests.id, guestId), eq(sittingGuests.sittingId, sitting.id))).returning({ id: sittingGuests.id });
  if (gone.length === 0) return;
  await offerFreed(tx, sitting);
  await tx.audit({ actor, act: "guest.taken-off", subjectId: sitting.id });
  tx.announce({ type: "meeting.moved", id: subject.meetingId });
}
