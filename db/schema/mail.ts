import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, reference } from "./columns";
import { members } from "./member";

/**
 * Mails written in the transaction that causes them, sent by the worker. No text
 * of a mail lies here: kind and subject_ref say what to make when it is handed over,
 * not before due_at. What a person is told of is one mail per thread until that mail
 * is made, and one summary per day.
 */
export const outboxMails = pgTable(
  "outbox_mails",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    kind: text("kind").notNull(),
    memberId: reference("member_id").notNull(),
    subjectRef: text("subject_ref").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    dueAt: instant("due_at").notNull().defaultNow(),
    attempts: smallint("attempts").notNull().default(0),
    lastError: text("last_error"),
    sentAt: instant("sent_at"),
    parkedAt: instant("parked_at"),
  },
  (t) => [
    foreignKey({ name: "outbox_mails_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    check("outbox_mails_end_once", sql`${t.sentAt} is null or ${t.parkedAt} is null`),
    uniqueIndex("outbox_mails_one_per_thread").on(t.memberId, t.subjectRef).where(sql`kind = 'told' and attempts = 0 and parked_at is null`),
    uniqueIndex("outbox_mails_one_summary_a_day").on(t.memberId, t.subjectRef).where(sql`kind = 'summary'`),
    index("outbox_mails_waiting").on(t.dueAt).where(sql`sent_at is null and parked_at is null`),
  ],
);
