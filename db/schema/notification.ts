import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, smallint, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { members } from "./member";
import { messages, threads } from "./thread";

/** What a person can be told of. A feature that adds a kind adds it to the checks below, with the column that names its cause. */
export const NOTIFICATION_KINDS = ["mention", "answer", "topic", "topic-discussed", "reply", "thread", "announcement", "duty", "duty-answered", "duty-settled", "swap", "swap-taken", "relief", "signing", "signing-reminder", "proposal-answered", "proposal-adrift", "review-asked", "consent-asked", "survey", "survey-closing", "report", "moderation", "follow-up", "follow-up-due", "minutes", "correction-answered"] as const;

/** What a person chooses about mails; « news » is what is said where they follow nothing. */
export const MAILED_KINDS = ["mention", "answer", "topic", "reply", "announcement", "duty", "charter", "survey", "moderation", "news"] as const;
export const MAIL_RHYTHMS = ["at-once", "weekly", "none"] as const;

/**
 * What a person was told of: once per cause, read by reading the cause, and mailed once at most.
 * The cause is a message, or a subject elsewhere (« ask-12 »), with the page where it is found
 * and who caused it.
 */
export const notifications = pgTable(
  "notifications",
  {
    id: identity(),
    memberId: reference("member_id").notNull(),
    kind: text("kind", { enum: NOTIFICATION_KINDS }).notNull(),
    threadId: reference("thread_id"),
    messageId: reference("message_id"),
    subject: text("subject"),
    place: text("place"),
    byId: reference("by_id"),
    at: instant("at").notNull(),
    readAt: instant("read_at"),
    mailedAt: instant("mailed_at"),
  },
  (t) => [
    foreignKey({ name: "notifications_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    foreignKey({ name: "notifications_thread", columns: [t.threadId], foreignColumns: [threads.id] }).onDelete("cascade"),
    foreignKey({ name: "notifications_message", columns: [t.threadId, t.messageId], foreignColumns: [messages.threadId, messages.id] }).onDelete("cascade"),
    foreignKey({ name: "notifications_by", columns: [t.byId], foreignColumns: [members.id] }).onDelete("set null"),
    unique("notifications_once").on(t.messageId, t.memberId, t.kind),
    uniqueIndex("notifications_once_per_subject").on(t.memberId, t.kind, t.subject).where(sql`subject is not null`),
    check("notifications_kind_known", sql`${t.kind} in ('mention', 'answer', 'topic', 'topic-discussed', 'reply', 'thread', 'announcement', 'duty', 'duty-answered', 'duty-settled', 'swap', 'swap-taken', 'relief', 'signing', 'signing-reminder', 'proposal-answered', 'proposal-adrift', 'review-asked', 'consent-asked', 'survey', 'survey-closing', 'report', 'moderation', 'follow-up', 'follow-up-due', 'minutes', 'correction-answered')`),
    check("notifications_have_a_cause", sql`num_nonnulls(${t.threadId}, ${t.messageId}) in (0, 2) and num_nonnulls(${t.subject}, ${t.place}) = 2 - num_nonnulls(${t.threadId}, ${t.messageId})`),
    check("notifications_subject_bounded", sql`length(${t.subject}) <= 80 and ${t.place} ~ '^/[a-z]' and length(${t.place}) <= 200`),
    index("notifications_unread").on(t.memberId, t.threadId).where(sql`read_at is null`),
    index("notifications_in_thread").on(t.memberId, t.threadId, t.id),
    index("notifications_latest").on(t.memberId, t.id.desc()),
    index("notifications_by_age").on(t.at),
  ],
);

/** How often a person wants mails of one kind, where it is not the usual way. */
export const mailChoices = pgTable(
  "mail_choices",
  {
    memberId: reference("member_id").notNull(),
    kind: text("kind", { enum: MAILED_KINDS }).notNull(),
    rhythm: text("rhythm", { enum: MAIL_RHYTHMS }).notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "mail_choices_once", columns: [t.memberId, t.kind] }),
    foreignKey({ name: "mail_choices_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    check("mail_choices_kind_known", sql`${t.kind} in ('mention', 'answer', 'topic', 'reply', 'announcement', 'duty', 'charter', 'survey', 'moderation', 'news')`),
    check("mail_choices_rhythm_known", sql`${t.rhythm} in ('at-once', 'weekly', 'none') and not (${t.kind} = 'news' and ${t.rhythm} = 'at-once')`),
  ],
);

/**
 * When a person wants mails, where it is not the usual way: the days of the summary
 * and its minute of the day, the minutes of the day between which nothing comes, and
 * the days off. Days count from Sunday, 0; both are local time of the community.
 */
export const mailTimes = pgTable(
  "mail_times",
  {
    memberId: reference("member_id").notNull(),
    summaryDays: smallint("summary_days").array().notNull(),
    summaryMinute: smallint("summary_minute").notNull(),
    quietFrom: smallint("quiet_from"),
    quietUntil: smallint("quiet_until"),
    daysOff: smallint("days_off").array().notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "mail_times_once", columns: [t.memberId] }),
    foreignKey({ name: "mail_times_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    check("mail_times_days_known", sql`${t.summaryDays} <@ '{0,1,2,3,4,5,6}' and cardinality(${t.summaryDays}) between 1 and 7`),
    check("mail_times_a_day_is_on", sql`${t.daysOff} <@ '{0,1,2,3,4,5,6}' and cardinality(${t.daysOff}) <= 6`),
    check("mail_times_within_a_day", sql`${t.summaryMinute} between 0 and 1439 and (${t.quietFrom} is null) = (${t.quietUntil} is null) and ${t.quietFrom} between 0 and 1439 and ${t.quietUntil} between 0 and 1439 and ${t.quietFrom} <> ${t.quietUntil}`),
  ],
);
