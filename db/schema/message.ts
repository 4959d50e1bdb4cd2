import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { instant, reference } from "./columns";
import { organisations } from "./community";
import { members } from "./member";
import { messages } from "./thread";

/** Earlier wordings of a message, for its author and the committee; gone when the message is deleted. */
export const messageRevisions = pgTable(
  "message_revisions",
  {
    messageId: reference("message_id").notNull(),
    version: integer("version").notNull(),
    body: text("body").notNull(),
    writtenAt: instant("written_at").notNull(),
    /** The names of the files that this wording had. */
    fileNames: text("file_names").array().notNull().default(sql`'{}'`),
  },
  (t) => [
    primaryKey({ name: "message_revisions_once", columns: [t.messageId, t.version] }),
    foreignKey({ name: "message_revisions_message", columns: [t.messageId], foreignColumns: [messages.id] }).onDelete("cascade"),
    check("message_revisions_have_text", sql`length(${t.body}) between 1 and 20000 and ${t.version} >= 1`),
    check("message_revisions_files_bounded", sql`cardinality(${t.fileNames}) <= 10`),
  ],
);

/** Who wrote what has no author in sight: read for the person themselves, and by an act that is logged. */
export const hiddenAuthors = pgTable(
  "hidden_authors",
  {
    messageId: reference("message_id").notNull(),
    memberId: reference("member_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "hidden_authors_once", columns: [t.messageId] }),
    foreignKey({ name: "hidden_authors_message", columns: [t.messageId], foreignColumns: [messages.id] }).onDelete("cascade"),
    foreignKey({ name: "hidden_authors_member", columns: [t.memberId], foreignColumns: [members.id] }),
    index("hidden_authors_by_member").on(t.memberId),
  ],
);

export const REACTIONS = ["thanks", "support", "useful", "with-you"] as const;

/** Who reacted to what; a person may react in several ways, each once. */
export const reactions = pgTable(
  "reactions",
  {
    messageId: reference("message_id").notNull(),
    memberId: reference("member_id").notNull(),
    kind: text("kind", { enum: REACTIONS }).notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "reactions_once", columns: [t.messageId, t.memberId, t.kind] }),
    foreignKey({ name: "reactions_message", columns: [t.messageId], foreignColumns: [messages.id] }).onDelete("cascade"),
    foreignKey({ name: "reactions_member", columns: [t.memberId], foreignColumns: [members.id] }),
    check("reactions_known", sql`${t.kind} in ('thanks', 'support', 'useful', 'with-you')`),
  ],
);

/** Whom a message names: a person, or everyone of an organisation. */
export const mentions = pgTable(
  "mentions",
  {
    messageId: reference("message_id").notNull(),
    memberId: reference("member_id"),
    organisationId: reference("organisation_id"),
  },
  (t) => [
    unique("mentions_once").on(t.messageId, t.memberId, t.organisationId).nullsNotDistinct(),
    foreignKey({ name: "mentions_message", columns: [t.messageId], foreignColumns: [messages.id] }).onDelete("cascade"),
    foreignKey({ name: "mentions_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "mentions_organisation", columns: [t.organisationId], foreignColumns: [organisations.id] }),
    check("mentions_name_one", sql`num_nonnulls(${t.memberId}, ${t.organisationId}) = 1`),
  ],
);

/** Messages that a person wants to find again; seen by nobody else. */
export const bookmarks = pgTable(
  "bookmarks",
  {
    memberId: reference("member_id").notNull(),
    messageId: reference("message_id").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "bookmarks_once", columns: [t.memberId, t.messageId] }),
    foreignKey({ name: "bookmarks_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    foreignKey({ name: "bookmarks_message", columns: [t.messageId], foreignColumns: [messages.id] }).onDelete("cascade"),
    index("bookmarks_latest").on(t.memberId, t.at.desc()),
  ],
);
