import { and, eq, isNull, sql } from "drizzle-orm";
import { communities, organisations, setupKeys } from "#db/schema/community";
import { memberRoles, members, memberships, privacyAcknowledgements } from "#db/schema/member";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import { sha256 } from "~/kit/secrets.server";
import type { Tx } from "~/kit/transaction.server";
import type { SettingsInput, SetupInput } from "./schema";

/** Founding a community and printing a key for it wait for one another. */
export const lockSetup = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('le-fil.setup'))`);

/**
 * Makes the community and its first administrator, once. The single-use key
 * stands for the right: only who reads the server's console has it.
 * @throws DomainError setup.done when the key was used or the community exists.
 */
export async function foundCommunity(tx: Tx, input: SetupInput): Promise<number> {
  await lockSetup(tx);
  const present = now();
  const used = await tx
    .update(setupKeys)
    .set({ usedAt: present })
    .where(and(eq(setupKeys.keyHash, sha256(input.setupKey)), isNull(setupKeys.usedAt)))
    .returning({ hash: setupKeys.keyHash });
  const founded = await tx.select({ id: communities.id }).from(communities);
  if (used.length === 0 || founded.length > 0) throw new DomainError("setup.done");

  const [organisation] = await tx.insert(organisations).values({ name: input.organisation, createdAt: present }).returning({ id: organisations.id });
  const [member] = await tx
    .insert(members)
    .values({ email: input.email, name: input.name, title: input.title, state: "active", stateSince: present, joinedAt: present, createdAt: present })
    .returning({ id: members.id });
  if (!organisation || !member) throw new Error("nothing was inserted");
  await tx.insert(communities).values({ ...columnsOf(input), responsibleOrganisationId: organisation.id, createdAt: present });
  await tx.insert(memberships).values({ memberId: member.id, organisationId: organisation.id, since: present });
  const roles = input.committee ? (["administrator", "committee"] as const) : (["administrator"] as const);
  await tx.insert(memberRoles).values(roles.map((role) => ({ memberId: member.id, role, grantedAt: present })));
  await tx.insert(privacyAcknowledgements).values({ memberId: member.id, noticeVersion: input.noticeVersion, acknowledgedAt: present });
  await tx.audit({ actor: null, act: "community.founded", subjectId: member.id });
  return member.id;
}

/** @throws DomainError input.invalid when the organisation does not exist. */
export async function changeSettings(tx: Tx, { actor }: Proof<"change-settings">, input: SettingsInput): Promise<void> {
  const [organisation] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, input.organisation));
  if (!organisation) throw new DomainError("input.invalid", { fields: { organisation: "Choisissez une organisation de la liste." } });
  await tx.update(communities).set({ ...columnsOf(input), responsibleOrganisationId: organisation.id });
  await tx.audit({ actor, act: "community.settings-changed" });
}

const columnsOf = (input: Omit<SettingsInput, "organisation">) => ({
  name: input.community,
  territory: input.territory,
  timeZone: input.timeZone,
  privacyOfficerName: input.officerName,
  privacyOfficerTitle: input.officerTitle,
  privacyOfficerContact: input.officerContact,
});
