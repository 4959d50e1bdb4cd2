import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "#db/client.server";
import { organisations } from "#db/schema/community";
import { invitations, members } from "#db/schema/member";
import type { Actor, MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatShortDate, formatWhen } from "~/kit/format";
import { sha256 } from "~/kit/secrets.server";
import { communityTimeZone, unscopedCommunity } from "~/features/community/queries.server";
import { listOrganisationChoices } from "~/features/organisation/queries.server";
import { invitationState } from "./model";
import { mayInvite } from "./policy";

const inviter = alias(members, "inviter");
const inviterOrganisation = sql<string | null>`(select o.name from memberships s join organisations o on o.id = s.organisation_id
  where s.member_id = ${inviter.id} order by s.since, o.id limit 1)`;

const inviterOrganisationId = sql<number | null>`(select s.organisation_id from memberships s where s.member_id = ${inviter.id} order by s.since, s.organisation_id limit 1)`;

const open = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

/** More answered invitations than the committee wants to look at. */
const MOST_ACCEPTED = 100;

/** What waits for an answer, what is past its date, and what was answered, the latest first. Withdrawn ones are gone. */
export async function listInvitations(actor: MemberActor) {
  mayInvite(actor);
  const rows = await db
    .select({
      id: invitations.id,
      email: members.email,
      name: members.name,
      organisation: organisations.name,
      manager: sql<boolean>`exists(select 1 from organisation_managers g where g.member_id = ${invitations.memberId} and g.organisation_id = ${invitations.organisationId})`,
      invitedBy: inviter.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
    })
    .from(invitations)
    .innerJoin(members, eq(members.id, invitations.memberId))
    .innerJoin(inviter, eq(inviter.id, invitations.invitedBy))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(isNull(invitations.revokedAt))
    .orderBy(desc(invitations.expiresAt), desc(invitations.id));
  const [zone, present] = [await communityTimeZone(), now()];
  const told = rows.map(({ createdAt, expiresAt, acceptedAt, ...row }) => ({
    ...row,
    state: invitationState({ acceptedAt, expiresAt }, present),
    sent: formatWhen(createdAt, present, zone),
    until: formatShortDate(expiresAt, zone),
    accepted: acceptedAt && formatWhen(acceptedAt, present, zone),
  }));
  const those = (state: (typeof told)[number]["state"]) => told.filter((row) => row.state === state);
  return { pending: those("pending"), expired: those("expired"), accepted: those("accepted").slice(0, MOST_ACCEPTED) };
}

export type ListedInvitation = Awaited<ReturnType<typeof listInvitations>>["pending"][number];

/** An invitation that is still open, for the page that asks before withdrawing it. @throws DomainError thing.absent */
export async function findOpenInvitation(actor: MemberActor, id: number): Promise<{ id: number; email: string; name: string }> {
  mayInvite(actor);
  const [row] = await db
    .select({ id: invitations.id, email: members.email, name: members.name })
    .from(invitations)
    .innerJoin(members, eq(members.id, invitations.memberId))
    .where(and(eq(invitations.id, id), open));
  if (!row) throw new DomainError("thing.absent");
  return row;
}

/**
 * What an invitation's key opens: who invites, to what. One answer for a key
 * that is unknown, used, withdrawn or past its date.
 * @throws DomainError invitation.ended
 */
export async function unscopedInvitation(token: string) {
  const [row] = await db
    .select({
      memberId: invitations.memberId,
      organisation: organisations.name,
      inviter: { name: inviter.name, title: inviter.title, organisation: inviterOrganisation, organisationId: inviterOrganisationId },
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(members, eq(members.id, invitations.memberId))
    .innerJoin(inviter, eq(inviter.id, invitations.invitedBy))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(and(eq(invitations.tokenHash, sha256(token)), open, gt(invitations.expiresAt, now()), eq(members.state, "invited")));
  if (!row) throw new DomainError("invitation.ended");
  return row;
}

/** What the page of an invitation says; it holds nothing of the invited person. */
export async function unscopedInvitationPage(token: string, actor: Actor | null) {
  const { inviter: by, organisation, expiresAt, memberId } = await unscopedInvitation(token);
  const community = await unscopedCommunity();
  return {
    community: community?.name ?? "",
    territory: community?.territory ?? "",
    inviter: by,
    organisation,
    until: formatShortDate(expiresAt, community?.timeZone ?? "America/Toronto"),
    /** Someone else is signed in on this browser. */
    other: actor && actor.memberId !== memberId ? actor.name || actor.email : null,
  };
}

/**
 * The form of joining, as far as it is known.
 * @throws DomainError invitation.ended when nothing is open any more for this person.
 */
export async function findJoining(actor: Actor) {
  const [row] = await db
    .select({ organisationId: invitations.organisationId })
    .from(invitations)
    .where(and(eq(invitations.memberId, actor.memberId), open, gt(invitations.expiresAt, now())));
  if (!row) throw new DomainError("invitation.ended");
  const known = row.organisationId ?? actor.organisationIds[0];
  return {
    email: actor.email,
    values: { name: actor.name, title: actor.title, organisation: known ? String(known) : "" },
    organisations: await listOrganisationChoices(actor),
  };
}

/** What the committee's first page counts, in one statement. */
export async function findCommitteeDesk(actor: MemberActor): Promise<{ pending: number; expired: number; people: number; organisations: number }> {
  mayInvite(actor);
  const present = now().toISOString();
  const [row] = await db.execute<{ pending: number; expired: number; people: number; organisations: number }>(sql`select
    (select count(*)::int from invitations where accepted_at is null and revoked_at is null and expires_at > ${present}) as pending,
    (select count(*)::int from invitations where accepted_at is null and revoked_at is null and expires_at <= ${present}) as expired,
    (select count(*)::int from members where state in ('active', 'paused') and guest_until is null) as people,
    (select count(*)::int from organisations) as organisations`);
  return row ?? { pending: 0, expired: 0, people: 0, organisations: 0 };
}
