import { sql } from "drizzle-orm";
import { bigint, boolean, check, date, foreignKey, index, pgTable, smallint, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { charterVersions } from "./charter";
import { count, identity, instant, reference } from "./columns";
import { organisations } from "./community";
import { files } from "./file";
import { members } from "./member";

export const CHARTER_LOG_EVENTS = ["published", "campaign-opened", "signed", "organisation-signed", "withdrawn", "organisation-withdrawn"] as const;

/**
 * All that ever happened to the charter's versions in force and their signatures, one
 * entry after another, each tied to the one before it. Append-only, for any role.
 * body is what is signed for, in its one form (docs/charter-log.md); the columns before
 * it say the same for queries, and the database holds them to it. campaign and round
 * count the yearly campaigns, and the signer's withdrawals, that came before.
 */
export const charterLog = pgTable(
  "charter_log",
  {
    number: bigint("number", { mode: "number" }).primaryKey(),
    at: instant("at").notNull(),
    event: text("event", { enum: CHARTER_LOG_EVENTS }).notNull(),
    version: count("version").notNull(),
    textHash: text("text_hash").notNull(),
    campaign: smallint("campaign").notNull(),
    round: smallint("round").notNull().default(0),
    memberId: reference("member_id").notNull(),
    organisationId: reference("organisation_id"),
    body: text("body").notNull(),
    previous: text("previous").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    unique("charter_log_one_hash").on(t.hash),
    uniqueIndex("charter_log_one_code").on(sql`left(${t.hash}, 15)`),
    foreignKey({ name: "charter_log_text", columns: [t.version, t.textHash], foreignColumns: [charterVersions.number, charterVersions.sha256] }),
    foreignKey({ name: "charter_log_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "charter_log_organisation", columns: [t.organisationId], foreignColumns: [organisations.id] }),
    check("charter_log_event_known", sql`${t.event} in ('published', 'campaign-opened', 'signed', 'organisation-signed', 'withdrawn', 'organisation-withdrawn')`),
    check("charter_log_counts", sql`${t.number} >= 1 and ${t.version} >= 1 and ${t.campaign} >= 0 and ${t.round} >= 0`),
    check("charter_log_hashes", sql`${t.textHash} ~ '^[0-9a-f]{64}$' and ${t.previous} ~ '^[0-9a-f]{64}$'`),
    check("charter_log_hash_is_of_the_body", sql`${t.hash} = encode(sha256(convert_to(${t.previous} || ${t.body}, 'UTF8')), 'hex')`),
    check(
      "charter_log_columns_are_of_the_body",
      sql`(${t.body}::jsonb ->> 'number')::bigint = ${t.number} and ${t.body}::jsonb ->> 'event' = ${t.event} and (${t.body}::jsonb ->> 'version')::int = ${t.version} and ${t.body}::jsonb ->> 'text_sha256' = ${t.textHash} and coalesce(${t.body}::jsonb #>> '{person,id}', ${t.body}::jsonb #>> '{by,id}', ${t.body}::jsonb #>> '{recorded_by,0,id}')::bigint = ${t.memberId} and (${t.body}::jsonb #>> '{organisation,id}')::bigint is not distinct from ${t.organisationId}`,
    ),
    check("charter_log_organisations_named", sql`${t.event} not in ('organisation-signed', 'organisation-withdrawn') or ${t.organisationId} is not null`),
    uniqueIndex("signatures_once_per_version").on(t.memberId, t.version, t.campaign, t.round).where(sql`event = 'signed'`),
    uniqueIndex("organisation_signatures_once_per_version").on(t.organisationId, t.version, t.campaign, t.round).where(sql`event = 'organisation-signed'`),
    index("charter_log_published").on(t.number.desc()).where(sql`event = 'published'`),
    index("charter_log_of_member").on(t.memberId, t.number.desc()),
    index("charter_log_of_organisation").on(t.organisationId, t.number.desc()).where(sql`organisation_id is not null`),
  ],
);

/** A version that someone calls « de forme » although it touches commitments or confidentiality: a second person says so too, or it waits. */
export const publicationRequests = pgTable(
  "publication_requests",
  {
    id: identity(),
    version: count("version").notNull(),
    reasons: text("reasons").notNull(),
    askedBy: reference("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    decidedBy: reference("decided_by"),
    decidedAt: instant("decided_at"),
    confirmed: boolean("confirmed"),
  },
  (t) => [
    foreignKey({ name: "publication_requests_version", columns: [t.version], foreignColumns: [charterVersions.number] }),
    foreignKey({ name: "publication_requests_asked_by", columns: [t.askedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "publication_requests_decided_by", columns: [t.decidedBy], foreignColumns: [members.id] }),
    check("publication_requests_reasons_bounded", sql`length(${t.reasons}) between 1 and 2000`),
    check("publication_requests_decided_whole", sql`num_nonnulls(${t.decidedBy}, ${t.decidedAt}, ${t.confirmed}) in (0, 3)`),
    check("publication_requests_by_a_second_person", sql`${t.confirmed} is not true or ${t.decidedBy} <> ${t.askedBy}`),
    uniqueIndex("publication_requests_one_open").on(t.version).where(sql`decided_at is null`),
  ],
);

/**
 * A signature on paper, or one taken back on paper, as one person of the committee recorded
 * it, with the scan; it counts once a second one has compared the two. Whoever signed is
 * neither of them.
 */
export const paperSignatures = pgTable(
  "paper_signatures",
  {
    id: identity(),
    act: text("act", { enum: ["signature", "withdrawal"] }).notNull(),
    version: count("version").notNull(),
    memberId: reference("member_id"),
    organisationId: reference("organisation_id"),
    name: text("name").notNull(),
    title: text("title").notNull(),
    signedOn: date("signed_on", { mode: "string" }).notNull(),
    fileId: reference("file_id").notNull(),
    recordedBy: reference("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    decidedBy: reference("decided_by"),
    decidedAt: instant("decided_at"),
    /** The entry of the log; what is set aside is forgotten, with its scan. */
    logNumber: bigint("log_number", { mode: "number" }),
  },
  (t) => [
    foreignKey({ name: "paper_signatures_version", columns: [t.version], foreignColumns: [charterVersions.number] }),
    foreignKey({ name: "paper_signatures_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "paper_signatures_organisation", columns: [t.organisationId], foreignColumns: [organisations.id] }),
    foreignKey({ name: "paper_signatures_file", columns: [t.fileId], foreignColumns: [files.id] }),
    foreignKey({ name: "paper_signatures_recorded_by", columns: [t.recordedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "paper_signatures_decided_by", columns: [t.decidedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "paper_signatures_log", columns: [t.logNumber], foreignColumns: [charterLog.number] }),
    unique("paper_signatures_one_per_scan").on(t.fileId),
    check("paper_signatures_act_known", sql`${t.act} in ('signature', 'withdrawal')`),
    check("paper_signatures_of_another", sql`${t.memberId} is null or ${t.memberId} <> ${t.recordedBy} and (${t.logNumber} is null or ${t.memberId} <> ${t.decidedBy})`),
    check("paper_signatures_of_one", sql`num_nonnulls(${t.memberId}, ${t.organisationId}) = 1`),
    check("paper_signatures_names_are_one_line", sql`${t.name} !~ '[[:cntrl:]]' and ${t.title} !~ '[[:cntrl:]]' and length(${t.name}) between 1 and 120 and length(${t.title}) between 1 and 120`),
    check("paper_signatures_decided_whole", sql`(${t.decidedBy} is null) = (${t.decidedAt} is null) and (${t.logNumber} is null or ${t.decidedAt} is not null)`),
    check("paper_signatures_by_two_people", sql`${t.logNumber} is null or ${t.decidedBy} <> ${t.recordedBy}`),
    index("paper_signatures_waiting").on(t.recordedAt).where(sql`decided_at is null`),
    index("paper_signatures_latest").on(t.decidedAt.desc()).where(sql`decided_at is not null`),
  ],
);
