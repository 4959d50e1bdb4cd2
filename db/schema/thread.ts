import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, smallint, text, unique } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { members } from "./member";

/**
 * revision counts every visible change and last_position every message; both are
 * taken by UPDATE … RETURNING in the change's own transaction, so that the order
 * of commits and the order of numbers agree.
 */
export const threads = pgTable(
  "threads",
  {
    id: identity(),
    title: text("title").notNull(),
    authorId: reference("author_id").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    revision: integer("revision").notNull().default(0),
    lastPosition: integer("last_position").notNull().default(0),
    lastMessageAt: instant("last_message_at").notNull().defaultNow(),
    lastAuthorId: reference("last_author_id").notNull(),
  },
  (t) => [
    foreignKey({ name: "threads_author", columns: [t.authorId], foreignColumns: [members.id] }),
    foreignKey({ name: "threads_last_author", columns: [t.lastAuthorId], foreignColumns: [members.id] }),
    check("threads_title_is_one_line", sql`${t.title} !~ '[[:cntrl:]]' and length(${t.title}) between 1 and 160`),
    index("threads_by_activity").on(t.lastMessageAt.desc(), t.id.desc()),
    index("threads_by_author").on(t.authorId),
  ],
);

/** body is Markdown as typed; html was rendered and sanitised once, at write time. */
export const messages = pgTable(
  "messages",
  {
    id: identity(),
    threadId: reference("thread_id").notNull(),
    position: integer("position").notNull(),
    revision: integer("revision").notNull(),
    authorId: reference("author_id").notNull(),
    body: text("body").notNull(),
    html: text("html").notNull(),
    rendererVersion: smallint("renderer_version").notNull(),
    quotedMessageId: reference("quoted_message_id"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ name: "messages_thread", columns: [t.threadId], foreignColumns: [threads.id] }),
    foreignKey({ name: "messages_author", columns: [t.authorId], foreignColumns: [members.id] }),
    foreignKey({ name: "messages_quoted", columns: [t.quotedMessageId], foreignColumns: [t.id] }),
    unique("messages_one_per_position").on(t.threadId, t.position),
    unique("messages_one_per_revision").on(t.threadId, t.revision),
    check("messages_body_has_text", sql`length(${t.body}) between 1 and 20000`),
    index("messages_unread").on(t.threadId, t.position, t.authorId),
  ],
);

/** How far a person has read in a thread. */
export const threadReads = pgTable(
  "thread_reads",
  {
    memberId: reference("member_id").notNull(),
    threadId: reference("thread_id").notNull(),
    lastPosition: integer("last_position").notNull(),
    readAt: instant("read_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "thread_reads_once", columns: [t.memberId, t.threadId] }),
    foreignKey({ name: "thread_reads_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    foreignKey({ name: "thread_reads_thread", columns: [t.threadId], foreignColumns: [threads.id] }).onDelete("cascade"),
    index("thread_reads_latest").on(t.memberId, t.readAt.desc()),
  ],
);

/** The one thread a guest was asked into, until a date. */
export const threadGuests = pgTable(
  "thread_guests",
  {
    memberId: reference("member_id").notNull(),
    threadId: reference("thread_id").notNull(),
    until: instant("until").notNull(),
    invitedBy: reference("invited_by").notNull(),
    invitedAt: instant("invited_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "thread_guests_once", columns: [t.memberId, t.threadId] }),
    foreignKey({ name: "thread_guests_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    foreignKey({ name: "thread_guests_thread", columns: [t.threadId], foreignColumns: [threads.id] }).onDelete("cascade"),
    foreignKey({ name: "thread_guests_invited_by", columns: [t.invitedBy], foreignColumns: [members.id] }),
  ],
);

/** A text under way, readable by its author alone; without a thread, it is a new discussion. */
export const drafts = pgTable(
  "drafts",
  {
    id: identity(),
    memberId: reference("member_id").notNull(),
    threadId: reference("thread_id"),
    title: text("title").notNull().default(""),
    body: text("body").notNull(),
    revision: integer("revision").notNull().default(1),
    savedAt: instant("saved_at").notNull().defaultNow(),
  },
  (t) => [
    unique("drafts_one_per_place").on(t.memberId, t.threadId).nullsNotDistinct(),
    foreignKey({ name: "drafts_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    foreignKey({ name: "drafts_thread", columns: [t.threadId], foreignColumns: [threads.id] }).onDelete("cascade"),
    check("drafts_bounded", sql`length(${t.body}) <= 20000 and length(${t.title}) <= 160`),
    index("drafts_by_age").on(t.savedAt),
  ],
);
