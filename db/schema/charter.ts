import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, smallint, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { members } from "./member";

export const VERSION_STATES = ["drafting", "reviewing", "consenting", "adopted", "in-force", "replaced"] as const;
export const MATTERS = ["general", "commitments", "confidentiality"] as const;

/**
 * The charter, version after version. The one under way (drafting, before managers, open to
 * consent, adopted) takes its text from the working articles until consent opens; from then
 * on its canonical text and the hash of it stand here, with its articles in version_articles.
 * Once published, only its state may still change (a trigger says so). revision counts every
 * visible change of the version and of what is said about it.
 */
export const charterVersions = pgTable(
  "charter_versions",
  {
    id: identity(),
    number: integer("number").notNull(),
    state: text("state", { enum: VERSION_STATES }).notNull().default("drafting"),
    title: text("title").notNull(),
    shortBody: text("short_body").notNull().default(""),
    shortHtml: text("short_html").notNull().default(""),
    rendererVersion: smallint("renderer_version").notNull(),
    begunAt: instant("begun_at").notNull().defaultNow(),
    begunBy: reference("begun_by").notNull(),
    canonicalText: text("canonical_text"),
    sha256: text("sha256"),
    adoptedAt: instant("adopted_at"),
    adoptedBy: reference("adopted_by"),
    /** « de forme » keeps what was signed, « de fond » asks to sign again. */
    kind: text("kind", { enum: ["form", "substance"] }),
    reasons: text("reasons"),
    publishedAt: instant("published_at"),
    publishedBy: reference("published_by"),
    replacedAt: instant("replaced_at"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    unique("charter_versions_one_per_number").on(t.number),
    // What a signature holds on to.
    unique("charter_versions_number_and_hash").on(t.number, t.sha256),
    foreignKey({ name: "charter_versions_begun_by", columns: [t.begunBy], foreignColumns: [members.id] }),
    foreignKey({ name: "charter_versions_adopted_by", columns: [t.adoptedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "charter_versions_published_by", columns: [t.publishedBy], foreignColumns: [members.id] }),
    uniqueIndex("charter_versions_one_under_way").on(sql`(true)`).where(sql`state in ('drafting', 'reviewing', 'consenting', 'adopted')`),
    uniqueIndex("charter_versions_one_in_force").on(sql`(true)`).where(sql`state = 'in-force'`),
    check("charter_versions_state_known", sql`${t.state} in ('drafting', 'reviewing', 'consenting', 'adopted', 'in-force', 'replaced')`),
    check("charter_versions_numbered", sql`${t.number} >= 1 and ${t.revision} >= 1`),
    check("charter_versions_title_is_one_line", sql`${t.title} !~ '[[:cntrl:]]' and length(${t.title}) between 1 and 160`),
    check("charter_versions_short_bounded", sql`length(${t.shortBody}) <= 6000`),
    check("charter_versions_frozen_with_a_hash", sql`(${t.state} in ('drafting', 'reviewing')) = (${t.canonicalText} is null) and (${t.canonicalText} is null) = (${t.sha256} is null)`),
    check("charter_versions_hash", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check("charter_versions_adopted_by_someone", sql`(${t.state} in ('adopted', 'in-force', 'replaced')) = (${t.adoptedAt} is not null) and (${t.adoptedAt} is null) = (${t.adoptedBy} is null)`),
    check("charter_versions_published_with_reasons", sql`(${t.state} in ('in-force', 'replaced')) = (${t.publishedAt} is not null) and num_nonnulls(${t.publishedAt}, ${t.publishedBy}, ${t.kind}, ${t.reasons}) in (0, 4) and length(${t.reasons}) between 1 and 2000`),
    check("charter_versions_kind_known", sql`${t.kind} in ('form', 'substance')`),
    check("charter_versions_replaced_once", sql`(${t.state} = 'replaced') = (${t.replacedAt} is not null)`),
  ],
);

/**
 * The articles of the text that is worked on. One that was removed or merged into another
 * has no place any more and keeps its row, so that nothing said about it is lost.
 */
export const charterArticles = pgTable(
  "charter_articles",
  {
    id: identity(),
    position: integer("position"),
    title: text("title").notNull(),
    body: text("body").notNull(),
    html: text("html").notNull(),
    rendererVersion: smallint("renderer_version").notNull(),
    matter: text("matter", { enum: MATTERS }).notNull().default("general"),
    version: integer("version").notNull().default(1),
    splitFrom: reference("split_from"),
    mergedInto: reference("merged_into"),
    retiredAt: instant("retired_at"),
    retiredBy: reference("retired_by"),
  },
  (t) => [
    // Deferrable, by hand in the migration: articles change places within a transaction.
    unique("charter_articles_one_per_place").on(t.position),
    foreignKey({ name: "charter_articles_split_from", columns: [t.splitFrom], foreignColumns: [t.id] }),
    foreignKey({ name: "charter_articles_merged_into", columns: [t.mergedInto], foreignColumns: [t.id] }),
    foreignKey({ name: "charter_articles_retired_by", columns: [t.retiredBy], foreignColumns: [members.id] }),
    check("charter_articles_matter_known", sql`${t.matter} in ('general', 'commitments', 'confidentiality')`),
    check("charter_articles_title_is_one_line", sql`${t.title} !~ '[[:cntrl:]]' and length(${t.title}) between 1 and 160`),
    check("charter_articles_bounded", sql`length(${t.body}) between 1 and 20000 and ${t.version} >= 1 and ${t.position} >= 1`),
    check("charter_articles_placed_until_retired", sql`(${t.position} is null) = (${t.retiredAt} is not null) and (${t.retiredAt} is null) = (${t.retiredBy} is null)`),
  ],
);

/** Every wording that an article has had, the present one included: what a save began from is always at hand. */
export const articleRevisions = pgTable(
  "article_revisions",
  {
    articleId: reference("article_id").notNull(),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    writtenBy: reference("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "article_revisions_once", columns: [t.articleId, t.version] }),
    foreignKey({ name: "article_revisions_article", columns: [t.articleId], foreignColumns: [charterArticles.id] }),
    foreignKey({ name: "article_revisions_written_by", columns: [t.writtenBy], foreignColumns: [members.id] }),
    check("article_revisions_numbered", sql`${t.version} >= 1`),
  ],
);

/** The articles of a version whose text no longer moves. Those of a published one never change (a trigger says so). */
export const versionArticles = pgTable(
  "version_articles",
  {
    versionId: reference("version_id").notNull(),
    position: integer("position").notNull(),
    articleId: reference("article_id").notNull(),
    articleVersion: integer("article_version").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    html: text("html").notNull(),
    matter: text("matter", { enum: MATTERS }).notNull(),
  },
  (t) => [
    primaryKey({ name: "version_articles_once", columns: [t.versionId, t.position] }),
    foreignKey({ name: "version_articles_version", columns: [t.versionId], foreignColumns: [charterVersions.id] }),
    foreignKey({ name: "version_articles_revision", columns: [t.articleId, t.articleVersion], foreignColumns: [articleRevisions.articleId, articleRevisions.version] }),
    unique("version_articles_once_each").on(t.versionId, t.articleId),
    check("version_articles_matter_known", sql`${t.matter} in ('general', 'commitments', 'confidentiality')`),
    check("version_articles_numbered", sql`${t.position} >= 1`),
  ],
);

/** Members of the drafting group who are not of the committee. */
export const charterDrafters = pgTable(
  "charter_drafters",
  { memberId: reference("member_id").notNull(), namedBy: reference("named_by").notNull(), namedAt: instant("named_at").notNull().defaultNow() },
  (t) => [
    primaryKey({ name: "charter_drafters_once", columns: [t.memberId] }),
    foreignKey({ name: "charter_drafters_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "charter_drafters_named_by", columns: [t.namedBy], foreignColumns: [members.id] }),
  ],
);

/** Who has opened the text of a version to read it; only ever counted. */
export const charterReads = pgTable(
  "charter_reads",
  { versionId: reference("version_id").notNull(), memberId: reference("member_id").notNull(), at: instant("at").notNull().defaultNow() },
  (t) => [
    primaryKey({ name: "charter_reads_once", columns: [t.versionId, t.memberId] }),
    foreignKey({ name: "charter_reads_version", columns: [t.versionId], foreignColumns: [charterVersions.id] }),
    foreignKey({ name: "charter_reads_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    index("charter_reads_by_member").on(t.memberId),
  ],
);
