import { and, eq, isNull, sql } from "drizzle-orm";
import { memberRoles, members, memberships, organisationManagers } from "#db/schema/member";
import type { CommunityRole } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { violatedConstraint } from "~/kit/faults.server";
import type { Proof } from "~/kit/proof";
import { renewTokensOf } from "~/kit/session-renewal.server";
import type { Tx } from "~/kit/transaction.server";

type RoleOf = { memberId: number; role: CommunityRole };
type ManagerOf = { memberId: number; organisationId: number };

/** @throws DomainError thing.absent unless the person is an active member. */
export async function grantRole(tx: Tx, { actor }: Proof<"grant-roles">, { memberId, role }: RoleOf): Promise<void> {
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.id, memberId), eq(members.state, "active"), isNull(members.guestUntil)))
    .for("update");
  if (!member) throw new DomainError("thing.absent");
  const granted = await tx
    .insert(memberRoles)
    .values({ memberId, role, grantedBy: actor.memberId, grantedAt: now() })
    .onConflictDoNothing()
    .returning({ memberId: memberRoles.memberId });
  if (granted.length === 0) return;
  await renewTokensOf(tx, memberId);
  await tx.audit({ actor, act: "role.granted", subjectId: memberId, details: { role } });
  tx.announce({ type: "member.rights-changed", id: memberId });
}

/** The last administrator is kept by a trigger; call it within keepingAnAdministrator. */
export async function withdrawRole(tx: Tx, { actor }: Proof<"grant-roles">, { memberId, role }: RoleOf): Promise<void> {
  const withdrawn = await tx
    .delete(memberRoles)
    .where(and(eq(memberRoles.memberId, memberId), eq(memberRoles.role, role)))
    .returning({ memberId: memberRoles.memberId });
  if (withdrawn.length === 0) return;
  await tx.audit({ actor, act: "role.withdrawn", subjectId: memberId, details: { role } });
  tx.announce({ type: "member.rights-changed", id: memberId });
}

/** @throws DomainError thing.absent unless the person is a member of that organisation. */
export async function nameManager(tx: Tx, { actor }: Proof<"name-managers">, { memberId, organisationId }: ManagerOf): Promise<void> {
  const [membership] = await tx
    .select({ memberId: memberships.memberId })
    .from(memberships)
    .innerJoin(members, eq(members.id, memberships.memberId))
    .where(and(eq(memberships.memberId, memberId), eq(memberships.organisationId, organisationId), sql`members.state in ('active', 'paused')`, isNull(members.guestUntil)))
    .for("update");
  if (!membership) throw new DomainError("thing.absent");
  const named = await tx
    .insert(organisationManagers)
    .values({ memberId, organisationId, grantedBy: actor.memberId, grantedAt: now() })
    .onConflictDoNothing()
    .returning({ memberId: organisationManagers.memberId });
  if (named.length === 0) return;
  await renewTokensOf(tx, memberId);
  await tx.audit({ actor, act: "manager.named", subjectId: memberId, details: { organisationId } });
  tx.announce({ type: "member.rights-changed", id: memberId });
}

export async function endManager(tx: Tx, { actor }: Proof<"name-managers">, { memberId, organisationId }: ManagerOf): Promise<void> {
  const ended = await tx
    .delete(organisationManagers)
    .where(and(eq(organisationManagers.memberId, memberId), eq(organisationManagers.organisationId, organisationId)))
    .returning({ memberId: organisationManagers.memberId });
  if (ended.length === 0) return;
  await tx.audit({ actor, act: "manager.ended", subjectId: memberId, details: { organisationId } });
  tx.announce({ type: "member.rights-changed", id: memberId });
}

/**
 * Runs a change that could leave the instance without an administrator. The
 * trigger decides, one change after the other, so that two who leave at once
 * cannot both.
 * @throws DomainError administrator.last
 */
export async function keepingAnAdministrator<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (violatedConstraint(error) === "members_keep_an_administrator") throw new DomainError("administrator.last");
    throw error;
  }
}
