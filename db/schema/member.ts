import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { organisations } from "./community";

export const MEMBER_STATES = ["invited", "active", "paused", "left", "removed"] as const;
export const COMMUNITY_ROLES = ["committee", "administrator"] as const;

/** Everyone who may sign in, or once could. A guest is a row whose guest_until is set. */
export const members = pgTable(
  "members",
  {
    id: identity(),
    email: text("email").notNull(),
    name: text("name").notNull().default(""),
    title: text("title").notNull().default(""),
    state: text("state", { enum: MEMBER_STATES }).notNull(),
    stateSince: instant("state_since").notNull().defaultNow(),
    guestUntil: instant("guest_until"),
    joinedAt: instant("joined_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    unique("members_one_per_address").on(t.email),
    check("members_email_is_normalised", sql`${t.email} = lower(${t.email}) and ${t.email} ~ '^[^[:space:][:cntrl:]]+@[^[:space:][:cntrl:]]+$'`),
    check("members_state_known", sql`${t.state} in ('invited', 'active', 'paused', 'left', 'removed')`),
    check("members_named_once_active", sql`${t.state} in ('invited', 'removed') or ${t.name} <> ''`),
    check("members_name_is_one_line", sql`${t.name} !~ '[[:cntrl:]]' and ${t.title} !~ '[[:cntrl:]]'`),
    index("members_by_name").on(t.name),
    index("members_by_folded_name").on(sql`folded(${t.name})`),
    index("members_found").using("gin", sql`to_tsvector('public.le_fil'::regconfig, search_spaced(${t.name} || ' ' || ${t.title}))`),
    index("members_by_word").using("gin", sql`to_tsvector('simple', folded(${t.name}))`),
  ],
);

/** Who works where: a person belongs to one organisation or more. */
export const memberships = pgTable(
  "memberships",
  {
    memberId: reference("member_id").notNull(),
    organisationId: reference("organisation_id").notNull(),
    since: instant("since").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "memberships_once", columns: [t.memberId, t.organisationId] }),
    foreignKey({ name: "memberships_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "memberships_organisation", columns: [t.organisationId], foreignColumns: [organisations.id] }),
    index("memberships_by_organisation").on(t.organisationId),
  ],
);

/** A manager is a member who answers for an organisation of their own. */
export const organisationManagers = pgTable(
  "organisation_managers",
  {
    memberId: reference("member_id").notNull(),
    organisationId: reference("organisation_id").notNull(),
    grantedBy: reference("granted_by"),
    grantedAt: instant("granted_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "organisation_managers_once", columns: [t.memberId, t.organisationId] }),
    foreignKey({
      name: "organisation_managers_of_their_own",
      columns: [t.memberId, t.organisationId],
      foreignColumns: [memberships.memberId, memberships.organisationId],
    }).onDelete("cascade"),
    foreignKey({ name: "organisation_managers_granted_by", columns: [t.grantedBy], foreignColumns: [members.id] }),
  ],
);

/** Roles over the whole community; the last administrator is kept by a trigger. */
export const memberRoles = pgTable(
  "member_roles",
  {
    memberId: reference("member_id").notNull(),
    role: text("role", { enum: COMMUNITY_ROLES }).notNull(),
    grantedBy: reference("granted_by"),
    grantedAt: instant("granted_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "member_roles_once", columns: [t.memberId, t.role] }),
    foreignKey({ name: "member_roles_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "member_roles_granted_by", columns: [t.grantedBy], foreignColumns: [members.id] }),
    check("member_roles_known", sql`${t.role} in ('committee', 'administrator')`),
  ],
);

/** The invitation's key is made when its mail is handed over, so no key ever lies in the outbox. */
export const invitations = pgTable(
  "invitations",
  {
    id: identity(),
    memberId: reference("member_id").notNull(),
    organisationId: reference("organisation_id"),
    invitedBy: reference("invited_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    tokenHash: text("token_hash"),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    unique("invitations_one_token").on(t.tokenHash),
    foreignKey({ name: "invitations_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "invitations_organisation", columns: [t.organisationId], foreignColumns: [organisations.id] }),
    foreignKey({ name: "invitations_invited_by", columns: [t.invitedBy], foreignColumns: [members.id] }),
    check("invitations_end_once", sql`${t.acceptedAt} is null or ${t.revokedAt} is null`),
    uniqueIndex("invitations_one_open_per_member")
      .on(t.memberId)
      .where(sql`accepted_at is null and revoked_at is null`),
  ],
);

/** Which version of the privacy notice a person has read and accepted. */
export const privacyAcknowledgements = pgTable(
  "privacy_acknowledgements",
  {
    memberId: reference("member_id").notNull(),
    noticeVersion: text("notice_version").notNull(),
    acknowledgedAt: instant("acknowledged_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "privacy_acknowledgements_once", columns: [t.memberId, t.noticeVersion] }),
    foreignKey({ name: "privacy_acknowledgements_member", columns: [t.memberId], foreignColumns: [members.id] }),
  ],
);
