import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, smallint, text, unique } from "drizzle-orm/pg-core";
import { identity, instant, reference, searchable } from "./columns";
import { members } from "./member";

export const ARCHIVE_KINDS = ["post", "comment"] as const;
export const TRANSFER_FAILURES = ["not-a-zip", "cut", "locked", "climbs", "too-many-entries", "too-heavy", "as-html", "without-groups", "not-json", "other-shape", "without-texts", "too-many-texts", "too-long", "lost"] as const;
/** What a comment says that it answers: somebody's post, or somebody's comment. */
export const ARCHIVE_ABOUTS = ["post", "comment"] as const;
export const CLAIM_OUTCOMES = ["accepted", "refused"] as const;

/**
 * Somebody brings over the archive that Meta gave them. The file lies on the disk under `place` until it is read;
 * from then on its texts are rows of `archive_finds`, for this person alone, until they are published or given up.
 */
export const archiveTransfers = pgTable(
  "archive_transfers",
  {
    id: identity(),
    memberId: reference("member_id").notNull(),
    receivedAt: instant("received_at").notNull(),
    size: integer("size").notNull(),
    place: text("place"),
    /** Out of a hundred. */
    readPart: smallint("read_part").notNull().default(0),
    readAt: instant("read_at"),
    failure: text("failure", { enum: TRANSFER_FAILURES }),
    failedAt: instant("failed_at"),
    /** The name of the group that was chosen, as the archive writes it. */
    groupName: text("group_name"),
    /** Whether the account that the archive is of is the member's own: otherwise nothing of it stands under their name. */
    own: boolean("own"),
    publishedAt: instant("published_at"),
    publishedCount: integer("published_count"),
  },
  (t) => [
    foreignKey({ name: "archive_transfers_member", columns: [t.memberId], foreignColumns: [members.id] }),
    check("archive_transfers_size_bounded", sql`${t.size} between 1 and 300000000`),
    check("archive_transfers_part_of_a_hundred", sql`${t.readPart} between 0 and 100`),
    check("archive_transfers_failure_known", sql`(${t.failure} is null) = (${t.failedAt} is null) and ${t.failure} in ('not-a-zip', 'cut', 'locked', 'climbs', 'too-many-entries', 'too-heavy', 'as-html', 'without-groups', 'not-json', 'other-shape', 'without-texts', 'too-many-texts', 'too-long', 'lost')`),
    check("archive_transfers_read_or_failed", sql`num_nonnulls(${t.readAt}, ${t.failedAt}) <= 1`),
    check("archive_transfers_kept_until_read", sql`(${t.place} is null) = (${t.readAt} is not null or ${t.failedAt} is not null)`),
    check("archive_transfers_chosen_whole", sql`(${t.groupName} is null) = (${t.own} is null) and length(${t.groupName}) between 1 and 300`),
    check("archive_transfers_published_whole", sql`(${t.publishedAt} is null) = (${t.publishedCount} is null)`),
    index("archive_transfers_of_member").on(t.memberId, t.id.desc()),
    index("archive_transfers_waiting").on(t.receivedAt).where(sql`published_at is null`),
  ],
);

/** A text of the chosen groups that an archive holds, as its owner sees it before anything is published. */
export const archiveFinds = pgTable(
  "archive_finds",
  {
    id: identity(),
    transferId: reference("transfer_id").notNull(),
    kind: text("kind", { enum: ARCHIVE_KINDS }).notNull(),
    saidAt: instant("said_at").notNull(),
    body: text("body").notNull(),
    /** Of the text as it was found: a correction does not make another text of it. */
    bodyHash: text("body_hash").notNull(),
    groupName: text("group_name"),
    /** Written by whom the archive is of. */
    own: boolean("own").notNull(),
    /** Keyed digests of names, which are kept nowhere: of the author, and of whose post a comment answers. */
    authorHash: text("author_hash"),
    aboutHash: text("about_hash"),
    aboutKind: text("about_kind", { enum: ARCHIVE_ABOUTS }),
    kept: boolean("kept").notNull(),
    /** Marks of the passages that their bringer stands by (docs/decisions/0014). */
    agreed: text("agreed").notNull().default(""),
    /** Once the group is chosen: in which order it is shown, and the post that a comment stands under. */
    place: integer("place"),
    postId: reference("post_id"),
  },
  (t) => [
    foreignKey({ name: "archive_finds_transfer", columns: [t.transferId], foreignColumns: [archiveTransfers.id] }).onDelete("cascade"),
    foreignKey({ name: "archive_finds_post", columns: [t.postId], foreignColumns: [t.id] }).onDelete("set null"),
    unique("archive_finds_once").on(t.transferId, t.kind, t.saidAt, t.bodyHash),
    check("archive_finds_kind_known", sql`${t.kind} in ('post', 'comment')`),
    check("archive_finds_about_whole", sql`(${t.aboutHash} is null) = (${t.aboutKind} is null) and ${t.aboutKind} in ('post', 'comment')`),
    check("archive_finds_bounded", sql`length(${t.body}) between 1 and 70000 and length(${t.groupName}) between 1 and 300 and length(${t.agreed}) <= 1000`),
    check("archive_finds_hashes", sql`${t.bodyHash} ~ '^[0-9a-f]{64}$'`),
    index("archive_finds_in_order").on(t.transferId, t.place),
    index("archive_finds_by_post").on(t.postId).where(sql`post_id is not null`),
  ],
);

/**
 * A text that was published out of an archive, once however many people bring it: the same words of the same second
 * are the same text. Out of search until the committee has looked at it.
 */
export const archiveTexts = pgTable(
  "archive_texts",
  {
    id: identity(),
    kind: text("kind", { enum: ARCHIVE_KINDS }).notNull(),
    saidAt: instant("said_at").notNull(),
    body: text("body").notNull(),
    bodyHash: text("body_hash").notNull(),
    groupName: text("group_name").notNull(),
    /** Nobody yet: « une personne membre ». */
    authorId: reference("author_id"),
    authorHash: text("author_hash"),
    aboutHash: text("about_hash"),
    aboutKind: text("about_kind", { enum: ARCHIVE_ABOUTS }),
    /** The post that a comment is under; reckoned anew whenever posts come or go. */
    postId: reference("post_id"),
    publishedAt: instant("published_at").notNull(),
    reviewedAt: instant("reviewed_at"),
    reviewedBy: reference("reviewed_by"),
    leftOutAt: instant("left_out_at"),
    leftOutBy: reference("left_out_by"),
    leftOutReason: text("left_out_reason"),
    search: searchable("search", () => sql`body`),
  },
  (t) => [
    unique("archive_texts_once").on(t.kind, t.saidAt, t.bodyHash),
    foreignKey({ name: "archive_texts_author", columns: [t.authorId], foreignColumns: [members.id] }),
    foreignKey({ name: "archive_texts_post", columns: [t.postId], foreignColumns: [t.id] }).onDelete("set null"),
    foreignKey({ name: "archive_texts_reviewed_by", columns: [t.reviewedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "archive_texts_left_out_by", columns: [t.leftOutBy], foreignColumns: [members.id] }),
    check("archive_texts_kind_known", sql`${t.kind} in ('post', 'comment')`),
    check("archive_texts_about_whole", sql`(${t.aboutHash} is null) = (${t.aboutKind} is null) and ${t.aboutKind} in ('post', 'comment')`),
    check("archive_texts_bounded", sql`length(${t.body}) between 1 and 70000 and length(${t.groupName}) between 1 and 300`),
    check("archive_texts_hashes", sql`${t.bodyHash} ~ '^[0-9a-f]{64}$'`),
    check("archive_texts_comments_under_posts", sql`${t.postId} is null or (${t.kind} = 'comment' and ${t.postId} <> ${t.id})`),
    check("archive_texts_reviewed_whole", sql`(${t.reviewedAt} is null) = (${t.reviewedBy} is null)`),
    check("archive_texts_left_out_whole", sql`num_nonnulls(${t.leftOutAt}, ${t.leftOutBy}, ${t.leftOutReason}) in (0, 3) and length(${t.leftOutReason}) <= 500`),
    index("archive_texts_latest").on(t.saidAt.desc(), t.id.desc()),
    index("archive_texts_by_post").on(t.postId, t.saidAt).where(sql`post_id is not null`),
    index("archive_texts_by_author").on(t.authorId).where(sql`author_id is not null`),
    index("archive_texts_by_author_hash").on(t.authorHash, t.saidAt).where(sql`author_hash is not null`),
    index("archive_texts_unreviewed").on(t.publishedAt, t.id).where(sql`reviewed_at is null and left_out_at is null`),
    index("archive_texts_search").using("gin", t.search),
  ],
);

/** Who brought a text: it stays for as long as one of them lets it. */
export const archiveSources = pgTable(
  "archive_sources",
  {
    textId: reference("text_id").notNull(),
    memberId: reference("member_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "archive_sources_once", columns: [t.textId, t.memberId] }),
    foreignKey({ name: "archive_sources_text", columns: [t.textId], foreignColumns: [archiveTexts.id] }).onDelete("cascade"),
    foreignKey({ name: "archive_sources_member", columns: [t.memberId], foreignColumns: [members.id] }),
    index("archive_sources_of_member").on(t.memberId),
  ],
);

/** « C’est moi »: somebody says that a text is theirs; the committee confirms. */
export const archiveClaims = pgTable(
  "archive_claims",
  {
    id: identity(),
    textId: reference("text_id").notNull(),
    memberId: reference("member_id").notNull(),
    at: instant("at").notNull(),
    outcome: text("outcome", { enum: CLAIM_OUTCOMES }),
    settledAt: instant("settled_at"),
    settledBy: reference("settled_by"),
  },
  (t) => [
    unique("archive_claims_once").on(t.textId, t.memberId),
    foreignKey({ name: "archive_claims_text", columns: [t.textId], foreignColumns: [archiveTexts.id] }).onDelete("cascade"),
    foreignKey({ name: "archive_claims_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "archive_claims_settled_by", columns: [t.settledBy], foreignColumns: [members.id] }),
    check("archive_claims_outcome_known", sql`${t.outcome} in ('accepted', 'refused')`),
    check("archive_claims_settled_whole", sql`num_nonnulls(${t.outcome}, ${t.settledAt}, ${t.settledBy}) in (0, 3)`),
    index("archive_claims_waiting").on(t.at).where(sql`settled_at is null`),
  ],
);
