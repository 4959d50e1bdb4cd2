import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, smallint, text, unique } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { members } from "./member";
import { messages } from "./thread";

/** The two people of the committee who may learn who wrote without their name. */
export const anonymityKeepers = pgTable(
  "anonymity_keepers",
  {
    place: smallint("place").primaryKey(),
    memberId: reference("member_id").notNull(),
    namedBy: reference("named_by").notNull(),
    namedAt: instant("named_at").notNull().defaultNow(),
  },
  (t) => [
    unique("anonymity_keepers_are_two_people").on(t.memberId),
    foreignKey({ name: "anonymity_keepers_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "anonymity_keepers_named_by", columns: [t.namedBy], foreignColumns: [members.id] }),
    check("anonymity_keepers_are_two", sql`${t.place} in (1, 2)`),
  ],
);

/** Each time that a keeper learned a name: who, when, and why. Only grows; the author reads it too. */
export const authorDisclosures = pgTable(
  "author_disclosures",
  {
    id: identity(),
    messageId: reference("message_id").notNull(),
    askedBy: reference("asked_by").notNull(),
    reason: text("reason").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ name: "author_disclosures_message", columns: [t.messageId], foreignColumns: [messages.id] }),
    foreignKey({ name: "author_disclosures_asked_by", columns: [t.askedBy], foreignColumns: [members.id] }),
    check("author_disclosures_have_a_reason", sql`length(${t.reason}) between 1 and 500`),
    index("author_disclosures_of_message").on(t.messageId, t.at),
  ],
);
