import { and, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import { organisations } from "#db/schema/community";
import { auditEntries } from "#db/schema/journal";
import { invitations, members, memberships, organisationManagers, privacyAcknowledgements } from "#db/schema/member";
import { after, DAY, HOUR, now, SECOND } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import { queueMail } from "~/features/mail/mutations.server";
import { nameOwnOrganisation } from "~/features/organisation/mutations.server";
import { mayNameOwnOrganisation } from "~/features/organisation/policy";
import { INVITATION_DAYS, MOST_PER_HOUR } from "./model";
import { OTHER_ORGANISATION, type JoinInput } from "./schema";

type Invited = { email: string; organisationId: number | null; manager: boolean };
export type InviteResult = "sent" | "renewed" | "already-member";

/**
 * Keeps one person's invitations within the hour's number: a stolen session must not
 * become a sender of mails. Counted in the journal, so that every process counts the same.
 * @throws DomainError rate.exceeded
 */
export async function keepToRate(tx: Tx, { actor }: Proof<"invite">, wanted: number): Promise<void> {
  // One after the other, or two forms at once would not see each other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('le-fil.invitations'), ${actor.memberId}::int)`);
  const acts = ["invitation.sent", "invitation.renewed"];
  const sent = await tx
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .where(and(eq(auditEntries.actorId, actor.memberId), inArray(auditEntries.act, acts), gt(auditEntries.at, after(now(), -HOUR))))
    .orderBy(auditEntries.at);
  const excess = sent.length + wanted - MOST_PER_HOUR;
  if (excess <= 0) return;
  // Room comes back as the oldest ones pass the hour.
  const makesRoom = sent[Math.min(excess, sent.length) - 1]?.at ?? now();
  const retryAfter = Math.max(1, Math.ceil((makesRoom.getTime() + HOUR - now().getTime()) / SECOND));
  const addresses = `Une personne envoie ${MOST_PER_HOUR} invitations par heure au plus. Aucune de celles-ci n’est partie.`;
  throw new DomainError("rate.exceeded", { retryAfter, fields: { addresses } });
}

const open = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
const wrongOrganisation = () => new DomainError("input.invalid", { fields: { organisation: "Choisissez une organisation de la liste." } });

/** Validity begins again; the key of the earlier mail is void, and the next one is made when its mail is handed over. */
const renewed = () => ({ expiresAt: after(now(), INVITATION_DAYS * DAY), tokenHash: null });

/**
 * Invites one address. Someone invited already is invited again with a new key;
 * someone who left or was removed comes back to their own row, and so to what
 * they wrote.
 */
export async function invite(tx: Tx, { actor }: Proof<"invite">, { email, organisationId, manager }: Invited): Promise<InviteResult> {
  if (organisationId !== null) {
    const [known] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, organisationId));
    if (!known) throw wrongOrganisation();
  }
  await tx.insert(members).values({ email, state: "invited", stateSince: now(), createdAt: now() }).onConflictDoNothing();
  // The row is locked, so that two people inviting one address come one after the other.
  const [member] = await tx.select().from(members).where(eq(members.email, email)).for("update");
  if (!member) throw new Error("nothing was inserted");
  if (member.guestUntil === null && (member.state === "active" || member.state === "paused")) return "already-member";
  if (member.state !== "invited" || member.guestUntil !== null) {
    await tx.update(members).set({ state: "invited", stateSince: now(), guestUntil: null }).where(eq(members.id, member.id));
    tx.announce({ type: "member.rights-changed", id: member.id });
  }
  if (manager && organisationId !== null) await prepareManager(tx, actor.memberId, member.id, organisationId);

  const [again] = await tx
    .update(invitations)
    .set({ ...renewed(), invitedBy: actor.memberId, ...(organisationId === null ? {} : { organisationId }) })
    .where(and(eq(invitations.memberId, member.id), open))
    .returning({ id: invitations.id });
  const [made] = again
    ? [again]
    : await tx.insert(invitations).values({ ...renewed(), memberId: member.id, organisationId, invitedBy: actor.memberId, createdAt: now() }).returning({ id: invitations.id });
  if (!made) throw new Error("nothing was inserted");
  await tx.audit({ actor, act: again ? "invitation.renewed" : "invitation.sent", subjectId: member.id });
  await queueMail(tx, { kind: "invitation", memberId: member.id, subjectRef: String(made.id) });
  return again ? "renewed" : "sent";
}

/** They will answer for it once they are in: until then the standing « invited » opens nothing. */
async function prepareManager(tx: Tx, grantedBy: number, memberId: number, organisationId: number): Promise<void> {
  await tx.insert(memberships).values({ memberId, organisationId, since: now() }).onConflictDoNothing();
  await tx.insert(organisationManagers).values({ memberId, organisationId, grantedBy, grantedAt: now() }).onConflictDoNothing();
}

/** @throws DomainError thing.absent for an unknown one, state.moved for one that was answered or withdrawn. */
async function requireOpen(tx: Tx, id: number): Promise<{ memberId: number }> {
  const [row] = await tx.select().from(invitations).where(eq(invitations.id, id)).for("update");
  if (!row) throw new DomainError("thing.absent");
  if (row.acceptedAt || row.revokedAt) throw new DomainError("state.moved", { location: "/comite/invitations" });
  return row;
}

/** @throws DomainError thing.absent, state.moved */
export async function renewInvitation(tx: Tx, { actor }: Proof<"invite">, id: number): Promise<void> {
  const { memberId } = await requireOpen(tx, id);
  await tx.update(invitations).set(renewed()).where(eq(invitations.id, id));
  await tx.audit({ actor, act: "invitation.renewed", subjectId: memberId });
  await queueMail(tx, { kind: "invitation", memberId, subjectRef: String(id) });
}

/** The key stops opening anything, and so does what it had opened. @throws DomainError thing.absent, state.moved */
export async function revokeInvitation(tx: Tx, { actor }: Proof<"invite">, id: number): Promise<{ memberId: number }> {
  const { memberId } = await requireOpen(tx, id);
  await tx.update(invitations).set({ revokedAt: now(), tokenHash: null }).where(eq(invitations.id, id));
  await tx.update(members).set({ state: "removed", stateSince: now() }).where(and(eq(members.id, memberId), eq(members.state, "invited")));
  await tx.delete(organisationManagers).where(eq(organisationManagers.memberId, memberId));
  await tx.audit({ actor, act: "invitation.revoked", subjectId: memberId });
  tx.announce({ type: "member.rights-changed", id: memberId });
  return { memberId };
}

/**
 * Makes the invited person a member.
 * @throws DomainError invitation.ended, input.invalid
 */
export async function join(tx: Tx, { actor }: Proof<"join">, input: JoinInput): Promise<void> {
  const { memberId } = actor;
  const present = now();
  const accepted = await tx
    .update(invitations)
    .set({ acceptedAt: present, tokenHash: null })
    .where(and(eq(invitations.memberId, memberId), open, gt(invitations.expiresAt, present)))
    .returning({ id: invitations.id });
  if (accepted.length === 0) throw new DomainError("invitation.ended");
  const organisationId = await organisationOf(tx, actor, input);
  await tx
    .update(members)
    .set({ name: input.name, title: input.title, state: "active", stateSince: present, joinedAt: sql`coalesce(${members.joinedAt}, ${present.toISOString()}::timestamptz)` })
    .where(and(eq(members.id, memberId), eq(members.state, "invited")));
  await tx.delete(memberships).where(and(eq(memberships.memberId, memberId), ne(memberships.organisationId, organisationId)));
  await tx.insert(memberships).values({ memberId, organisationId, since: present }).onConflictDoNothing();
  await tx.insert(privacyAcknowledgements).values({ memberId, noticeVersion: input.noticeVersion, acknowledgedAt: present }).onConflictDoNothing();
  await tx.audit({ actor, act: "invitation.accepted", subjectId: memberId });
  tx.announce({ type: "member.rights-changed", id: memberId });
}

async function organisationOf(tx: Tx, actor: Proof<"join">["actor"], { organisation, otherOrganisation }: JoinInput): Promise<number> {
  if (organisation === OTHER_ORGANISATION) return nameOwnOrganisation(tx, mayNameOwnOrganisation(actor), otherOrganisation);
  const [known] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, Number(organisation)));
  if (!known) throw wrongOrganisation();
  return known.id;
}
