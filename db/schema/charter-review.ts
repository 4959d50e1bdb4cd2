import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { charterArticles, charterVersions } from "./charter";
import { charterProposals } from "./charter-voice";
import { instant, reference } from "./columns";
import { organisations } from "./community";
import { files } from "./file";
import { members } from "./member";

/** The managers' review of a version: one at a time for each version, until a date. */
export const charterReviews = pgTable(
  "charter_reviews",
  {
    versionId: reference("version_id").notNull(),
    openedAt: instant("opened_at").notNull().defaultNow(),
    openedBy: reference("opened_by").notNull(),
    deadline: instant("deadline").notNull(),
    remindedAt: instant("reminded_at"),
  },
  (t) => [
    primaryKey({ name: "charter_reviews_once", columns: [t.versionId] }),
    foreignKey({ name: "charter_reviews_version", columns: [t.versionId], foreignColumns: [charterVersions.id] }),
    foreignKey({ name: "charter_reviews_opened_by", columns: [t.openedBy], foreignColumns: [members.id] }),
    check("charter_reviews_last_a_while", sql`${t.deadline} > ${t.openedAt}`),
  ],
);

/**
 * What an organisation answers on an article, in the wording that it read: when the article
 * gets another, the answer no longer stands for it, and only that article goes back. By its
 * manager, by whom the manager asked to, or from a document that the committee recorded.
 */
export const reviewAnswers = pgTable(
  "review_answers",
  {
    versionId: reference("version_id").notNull(),
    organisationId: reference("organisation_id").notNull(),
    articleId: reference("article_id").notNull(),
    articleVersion: integer("article_version").notNull(),
    answer: text("answer", { enum: ["approved", "reserved", "change"] }).notNull(),
    note: text("note").notNull().default(""),
    proposalId: reference("proposal_id"),
    memberId: reference("member_id").notNull(),
    recorded: boolean("recorded").notNull().default(false),
    /** What the committee took it from, and where it is kept. */
    document: text("document").notNull().default(""),
    /** The same, scanned, where it was joined: for the committee alone. */
    documentFileId: reference("document_file_id"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "review_answers_once", columns: [t.versionId, t.organisationId, t.articleId, t.articleVersion] }),
    foreignKey({ name: "review_answers_review", columns: [t.versionId], foreignColumns: [charterReviews.versionId] }),
    foreignKey({ name: "review_answers_organisation", columns: [t.organisationId], foreignColumns: [organisations.id] }),
    foreignKey({ name: "review_answers_article", columns: [t.articleId], foreignColumns: [charterArticles.id] }),
    foreignKey({ name: "review_answers_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "review_answers_proposal", columns: [t.proposalId], foreignColumns: [charterProposals.id] }),
    foreignKey({ name: "review_answers_document", columns: [t.documentFileId], foreignColumns: [files.id] }),
    check("review_answers_scan_of_a_document", sql`${t.documentFileId} is null or ${t.recorded}`),
    check("review_answers_known", sql`${t.answer} in ('approved', 'reserved', 'change')`),
    check("review_answers_with_a_reason", sql`length(${t.note}) <= 2000 and (${t.answer} = 'approved' or ${t.note} <> '')`),
    check("review_answers_recorded_from_a_document", sql`${t.document} !~ '[[:cntrl:]]' and length(${t.document}) <= 300 and ${t.recorded} = (${t.document} <> '')`),
    index("review_answers_of_article").on(t.articleId),
  ],
);

/** Whom a manager asked to review in their place, for one version. */
export const reviewDelegations = pgTable(
  "review_delegations",
  {
    versionId: reference("version_id").notNull(),
    organisationId: reference("organisation_id").notNull(),
    memberId: reference("member_id").notNull(),
    by: reference("by_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "review_delegations_once", columns: [t.versionId, t.organisationId] }),
    foreignKey({ name: "review_delegations_review", columns: [t.versionId], foreignColumns: [charterReviews.versionId] }),
    foreignKey({ name: "review_delegations_organisation", columns: [t.organisationId], foreignColumns: [organisations.id] }),
    foreignKey({ name: "review_delegations_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "review_delegations_by", columns: [t.by], foreignColumns: [members.id] }),
  ],
);
