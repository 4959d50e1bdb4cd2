import { and, eq, inArray, isNotNull, isNull, notInArray } from "drizzle-orm";
import { organisations } from "#db/schema/community";
import { memberRoles, members, memberships, organisationManagers } from "#db/schema/member";
import { drafts } from "#db/schema/thread";
import type { Actor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import { reopenTurns } from "~/features/duty/mutations.server";
import type { PersonState, RemovalReason } from "./model";
import type { Person } from "./policy";
import type { ProfileInput } from "./schema";

type Change = { actor: Actor; memberId: number; from: PersonState[]; to: PersonState; act: string; reason?: RemovalReason };

/**
 * Moves a person from one state to another, writes it in the journal and closes
 * their sockets. Returns false when they were there already.
 * @throws DomainError thing.absent when they are in none of the states it starts from.
 */
async function moveTo(tx: Tx, { actor, memberId, from, to, act, reason }: Change): Promise<boolean> {
  const moved = await tx
    .update(members)
    .set({ state: to, stateSince: now() })
    .where(and(eq(members.id, memberId), inArray(members.state, from), isNotNull(members.joinedAt), isNull(members.guestUntil)))
    .returning({ id: members.id });
  if (moved.length === 0) {
    const [there] = await tx.select({ state: members.state }).from(members).where(eq(members.id, memberId));
    if (there?.state === to) return false;
    throw new DomainError("thing.absent");
  }
  await tx.audit({ actor, act, subjectId: memberId, details: reason ? { reason } : {} });
  tx.announce({ type: "member.rights-changed", id: memberId });
  return true;
}

/** Roles do not outlive being here: who comes back comes back as a member. */
async function dropRoles(tx: Tx, memberId: number): Promise<void> {
  await tx.delete(organisationManagers).where(eq(organisationManagers.memberId, memberId));
  await tx.delete(memberRoles).where(eq(memberRoles.memberId, memberId));
}

export async function pauseParticipation(tx: Tx, { actor }: Proof<"keep-own-place">): Promise<void> {
  await moveTo(tx, { actor, memberId: actor.memberId, from: ["active"], to: "paused", act: "member.paused" });
}

export async function resumeParticipation(tx: Tx, { actor }: Proof<"keep-own-place">): Promise<void> {
  await moveTo(tx, { actor, memberId: actor.memberId, from: ["paused"], to: "active", act: "member.resumed" });
}

/** What they wrote stays under their name; what only they could read goes. */
export async function leaveCommunity(tx: Tx, { actor }: Proof<"keep-own-place">): Promise<void> {
  const { memberId } = actor;
  if (!(await moveTo(tx, { actor, memberId, from: ["active", "paused"], to: "left", act: "member.left" }))) return;
  await dropRoles(tx, memberId);
  await reopenTurns(tx, actor, memberId);
  await tx.delete(drafts).where(eq(drafts.memberId, memberId));
}

export async function removeMember(tx: Tx, { actor, subject }: Proof<"remove-member", Person>, reason: RemovalReason): Promise<void> {
  const { memberId } = subject;
  if (!(await moveTo(tx, { actor, memberId, from: ["active", "paused"], to: "removed", act: "member.removed", reason }))) return;
  await dropRoles(tx, memberId);
  await reopenTurns(tx, actor, memberId);
}

/** Undoes a removal; the roles are not given back. */
export async function reinstateMember(tx: Tx, { actor, subject }: Proof<"reinstate-member", Person>): Promise<void> {
  await moveTo(tx, { actor, memberId: subject.memberId, from: ["removed"], to: "active", act: "member.reinstated" });
}

/**
 * Leaving an organisation also ends answering for it.
 * @throws DomainError input.invalid when an organisation does not exist.
 */
export async function changeProfile(tx: Tx, { actor }: Proof<"keep-own-place">, { name, title, organisations: ids }: ProfileInput): Promise<void> {
  const { memberId } = actor;
  const known = await tx.select({ id: organisations.id }).from(organisations).where(inArray(organisations.id, ids));
  if (known.length < ids.length) throw new DomainError("input.invalid", { fields: { organisations: "Choisissez des organisations de la liste." } });
  await tx.update(members).set({ name, title }).where(eq(members.id, memberId));
  const left = await tx
    .delete(memberships)
    .where(and(eq(memberships.memberId, memberId), notInArray(memberships.organisationId, ids)))
    .returning({ id: memberships.organisationId });
  const joined = await tx
    .insert(memberships)
    .values(ids.map((organisationId) => ({ memberId, organisationId, since: now() })))
    .onConflictDoNothing()
    .returning({ id: memberships.organisationId });
  if (left.length + joined.length === 0) return;
  await tx.audit({ actor, act: "member.changed-organisations", subjectId: memberId });
  tx.announce({ type: "member.rights-changed", id: memberId });
}
