import { and, eq, gt, sql } from "drizzle-orm";
import { members } from "#db/schema/member";
import { threadGuests } from "#db/schema/thread";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import { queueMail } from "~/features/mail/mutations.server";

type Asking = Proof<"guest.ask", number, MemberActor>;
export type Guest = { name: string; title: string; email: string; until: Date };

const field = (message: string) => new DomainError("input.invalid", { fields: { courriel: message } });

/**
 * Asks someone who is no member into one thread, until a date. A guest of another thread is the same person; their
 * last day is the latest of the two. The row is locked, so that two who ask one address come one after the other.
 * @throws DomainError input.invalid for a member, or someone who was removed; thing.absent for a thread that is not there.
 */
export async function askGuest(tx: Tx, { actor, subject: threadId }: Asking, { name, title, email, until }: Guest): Promise<void> {
  const [thread] = await tx.execute(sql`select 1 from threads where id = ${threadId} and removed_at is null for share`);
  if (!thread) throw new DomainError("thing.absent");
  const present = now();
  await tx.insert(members).values({ email, name, title, state: "active", stateSince: present, guestUntil: until, joinedAt: present, createdAt: present }).onConflictDoNothing();
  const [member] = await tx.select().from(members).where(eq(members.email, email)).for("update");
  if (!member) throw new Error("nothing was inserted");
  if (member.state === "removed") throw field("Cette personne a été retirée de la communauté. Le comité peut la faire revenir depuis la page des membres.");
  if (member.guestUntil === null) throw field(member.state === "invited" ? "Cette personne est déjà invitée à devenir membre." : "Cette personne est ou a été membre : elle n’a pas besoin d’être invitée ici.");
  const last = member.guestUntil > until ? member.guestUntil : until;
  await tx.update(members).set({ name, title, state: "active", guestUntil: last }).where(eq(members.id, member.id));
  await tx
    .insert(threadGuests)
    .values({ memberId: member.id, threadId, until, invitedBy: actor.memberId, invitedAt: present })
    .onConflictDoUpdate({ target: [threadGuests.memberId, threadGuests.threadId], set: { until, invitedBy: actor.memberId, invitedAt: present } });
  await queueMail(tx, { kind: "guest", memberId: member.id, subjectRef: String(threadId) });
  await tx.audit({ actor, act: "guest.asked", subjectId: member.id, details: { threadId } });
  tx.announce({ type: "member.rights-changed", id: member.id });
}

/** Ends a guest's stay in a thread now. What they wrote stays, with their name. Twice is once. */
export async function endGuest(tx: Tx, { actor, subject: threadId }: Asking, memberId: number): Promise<void> {
  const ended = await tx
    .update(threadGuests)
    .set({ until: now() })
    .where(and(eq(threadGuests.threadId, threadId), eq(threadGuests.memberId, memberId), gt(threadGuests.until, now())))
    .returning({ memberId: threadGuests.memberId });
  if (ended.length === 0) return;
  await tx.audit({ actor, act: "guest.ended", subjectId: memberId, details: { threadId } });
  tx.announce({ type: "member.rights-changed", id: memberId });
}
