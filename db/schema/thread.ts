import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, smallint, text, unique, type PgTableExtraConfigValue } from "drizzle-orm/pg-core";
import { identity, instant, reference, searchable } from "./columns";
import { members } from "./member";

/**
 * revision counts every visible change and last_position every message; both are
 * taken by UPDATE … RETURNING in the change's own transaction, so that the order
 * of commits and the order of numbers agree. head_revision is the revision of the
 * last change of what stands above the messages. Without an author, a thread was
 * begun by someone whose name hidden_authors keeps.
 */
export const threads = pgTable(
  "threads",
  {
    id: identity(),
    title: text("title").notNull(),
    authorId: reference("author_id"),
    createdAt: instant("created_at").notNull().defaultNow(),
    revision: integer("revision").notNull().default(0),
    headRevision: integer("head_revision").notNull().default(0),
    lastPosition: integer("last_position").notNull().default(0),
    lastMessageAt: instant("last_message_at").notNull().defaultNow(),
    lastAuthorId: reference("last_author_id"),
    /** Since when it asks for an answer; the answer is one of its messages. */
    askedAt: instant("asked_at"),
    answerMessageId: reference("answer_message_id"),
    answeredAt: instant("answered_at"),
    answeredBy: reference("answered_by"),
    summaryBody: text("summary_body"),
    summaryHtml: text("summary_html"),
    summaryRendererVersion: smallint("summary_renderer_version"),
    summaryAt: instant("summary_at"),
    summaryBy: reference("summary_by"),
    pinnedAt: instant("pinned_at"),
    pinnedBy: reference("pinned_by"),
    announcedAt: instant("announced_at"),
    announcedBy: reference("announced_by"),
    closedAt: instant("closed_at"),
    closedBy: reference("closed_by"),
    removedAt: instant("removed_at"),
    removedBy: reference("removed_by"),
    search: searchable("search", () => sql`title || ' ' || coalesce(summary_body, '')`),
  },
  // Said, because threads and their messages point at each other.
  (t): PgTableExtraConfigValue[] => [
    foreignKey({ name: "threads_author", columns: [t.authorId], foreignColumns: [members.id] }),
    foreignKey({ name: "threads_last_author", columns: [t.lastAuthorId], foreignColumns: [members.id] }),
    foreignKey({ name: "threads_answer", columns: [t.id, t.answerMessageId], foreignColumns: [messages.threadId, messages.id] }),
    foreignKey({ name: "threads_answered_by", columns: [t.answeredBy], foreignColumns: [members.id] }),
    foreignKey({ name: "threads_summary_by", columns: [t.summaryBy], foreignColumns: [members.id] }),
    foreignKey({ name: "threads_pinned_by", columns: [t.pinnedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "threads_announced_by", columns: [t.announcedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "threads_closed_by", columns: [t.closedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "threads_removed_by", columns: [t.removedBy], foreignColumns: [members.id] }),
    check("threads_answer_to_a_question", sql`num_nonnulls(${t.answerMessageId}, ${t.answeredAt}, ${t.answeredBy}) in (0, 3) and (${t.answerMessageId} is null or ${t.askedAt} is not null)`),
    check("threads_summary_whole", sql`num_nonnulls(${t.summaryBody}, ${t.summaryHtml}, ${t.summaryRendererVersion}, ${t.summaryAt}, ${t.summaryBy}) in (0, 5)`),
    check("threads_summary_bounded", sql`length(${t.summaryBody}) between 1 and 4000`),
    check("threads_states_have_who_and_when", sql`(${t.pinnedAt} is null) = (${t.pinnedBy} is null) and (${t.announcedAt} is null) = (${t.announcedBy} is null) and (${t.closedAt} is null) = (${t.closedBy} is null) and (${t.removedAt} is null) = (${t.removedBy} is null)`),
    check("threads_title_is_one_line", sql`${t.title} !~ '[[:cntrl:]]' and length(${t.title}) between 1 and 160`),
    index("threads_by_activity").on(t.lastMessageAt.desc(), t.id.desc()),
    index("threads_by_author").on(t.authorId),
    index("threads_search").using("gin", t.search),
    index("threads_pinned").on(t.pinnedAt.desc()).where(sql`pinned_at is not null`),
  ],
);

/**
 * body is Markdown as typed; html was rendered and sanitised once, at write time.
 * version counts the wordings; a deleted message keeps its place and no text.
 */
export const messages = pgTable(
  "messages",
  {
    id: identity(),
    threadId: reference("thread_id").notNull(),
    position: integer("position").notNull(),
    revision: integer("revision").notNull(),
    authorId: reference("author_id"),
    body: text("body").notNull(),
    html: text("html").notNull(),
    rendererVersion: smallint("renderer_version").notNull(),
    quotedMessageId: reference("quoted_message_id"),
    createdAt: instant("created_at").notNull().defaultNow(),
    version: integer("version").notNull().default(1),
    editedAt: instant("edited_at"),
    deletedAt: instant("deleted_at"),
    deletedBy: reference("deleted_by"),
    /** Since when its text lies out of sight, in « concealments ». */
    concealedAt: instant("concealed_at"),
    search: searchable("search", () => sql`body`),
  },
  (t) => [
    foreignKey({ name: "messages_thread", columns: [t.threadId], foreignColumns: [threads.id] }),
    foreignKey({ name: "messages_author", columns: [t.authorId], foreignColumns: [members.id] }),
    foreignKey({ name: "messages_quoted", columns: [t.quotedMessageId], foreignColumns: [t.id] }),
    unique("messages_one_per_position").on(t.threadId, t.position),
    unique("messages_one_per_revision").on(t.threadId, t.revision),
    unique("messages_of_thread").on(t.threadId, t.id),
    foreignKey({ name: "messages_deleted_by", columns: [t.deletedBy], foreignColumns: [members.id] }),
    check("messages_body_has_text", sql`length(${t.body}) <= 20000 and (length(${t.body}) >= 1 or ${t.deletedAt} is not null or ${t.concealedAt} is not null)`),
    check("messages_deleted_without_trace_of_text", sql`(${t.deletedAt} is null) = (${t.deletedBy} is null) and (${t.deletedAt} is null or (${t.body} = '' and ${t.html} = ''))`),
    check("messages_concealed_without_text", sql`${t.concealedAt} is null or (${t.body} = '' and ${t.html} = '' and ${t.deletedAt} is null)`),
    index("messages_by_author").on(t.authorId, t.threadId, t.position),
    index("messages_search").using("gin", t.search),
    index("messages_deleted").on(t.threadId, t.position).where(sql`deleted_at is not null`),
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

/** A text under way, readable by its author alone; without a thread, it is a new discussion. Its files are in draft_files. */
export const drafts = pgTable(
  "drafts",
  {
    id: identity(),
    memberId: reference("member_id").notNull(),
    threadId: reference("thread_id"),
    title: text("title").notNull().default(""),
    body: text("body").notNull(),
    /** What its form says besides the text, by the fields' names: a question, a poll's choices, subjects. */
    besides: jsonb("besides").$type<Record<string, string>>().notNull().default({}),
    revision: integer("revision").notNull().default(1),
    savedAt: instant("saved_at").notNull().defaultNow(),
  },
  (t) => [
    unique("drafts_one_per_place").on(t.memberId, t.threadId).nullsNotDistinct(),
    foreignKey({ name: "drafts_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    foreignKey({ name: "drafts_thread", columns: [t.threadId], foreignColumns: [threads.id] }).onDelete("cascade"),
    check("drafts_bounded", sql`length(${t.body}) <= 20000 and length(${t.title}) <= 160`),
    check("drafts_besides_bounded", sql`jsonb_typeof(${t.besides}) = 'object' and length(${t.besides}::text) <= 8000`),
    index("drafts_by_age").on(t.savedAt),
  ],
);
