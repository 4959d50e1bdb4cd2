import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { instant, reference } from "./columns";
import { members } from "./member";

/**
 * Mails written in the transaction that causes them, sent by the worker. No text
 * of a mail lies here: kind and subject_ref say what to make when it is handed over.
 */
export const outboxMails = pgTable(
  "outbox_mails",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    kind: text("kind").notNull(),
    memberId: reference("member_id").notNull(),
    subjectRef: text("subject_ref").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    attempts: smallint("attempts").notNull().default(0),
    lastError: text("last_error"),
    sentAt: instant("sent_at"),
    parkedAt: instant("parked_at"),
  },
  (t) => [
    foreignKey({ name: "outbox_mails_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    check("outbox_mails_end_once", sql`${t.sentAt} is null or ${t.parkedAt} is null`),
    index("outbox_mails_waiting").on(t.createdAt).where(sql`sent_at is null and parked_at is null`),
  ],
);
