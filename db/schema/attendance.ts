import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { sittings } from "./meeting";
import { members } from "./member";
import { topics } from "./topic";

/**
 * Who was there, as it was ticked at the door: one row per person and sitting, the word of
 * the last act; present_at is null where it was taken back. Phones may send late, so acts
 * are ordered by acted_at, and by their keys where two fall together. Someone without an
 * account is a name and where they work, found again by the key of the act that noted them.
 */
export const attendances = pgTable(
  "attendances",
  {
    id: identity(),
    sittingId: reference("sitting_id").notNull(),
    memberId: reference("member_id"),
    name: text("name").notNull().default(""),
    organisation: text("organisation").notNull().default(""),
    presentAt: instant("present_at"),
    actedAt: instant("acted_at").notNull(),
    actedBy: reference("acted_by").notNull(),
    actKey: uuid("act_key").notNull(),
    /** Of someone without an account: the act that noted them. */
    notedKey: uuid("noted_key"),
  },
  (t) => [
    unique("attendances_once").on(t.sittingId, t.memberId),
    unique("attendances_noted_once").on(t.sittingId, t.notedKey),
    foreignKey({ name: "attendances_sitting", columns: [t.sittingId], foreignColumns: [sittings.id] }).onDelete("cascade"),
    foreignKey({ name: "attendances_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "attendances_acted_by", columns: [t.actedBy], foreignColumns: [members.id] }),
    check("attendances_of_someone", sql`(${t.memberId} is null) = (${t.name} <> '') and (${t.memberId} is null) = (${t.notedKey} is not null) and (${t.memberId} is null or ${t.organisation} = '')`),
    check("attendances_name_is_one_line", sql`${t.name} !~ '[[:cntrl:]]' and ${t.organisation} !~ '[[:cntrl:]]' and length(${t.name}) <= 120 and length(${t.organisation}) <= 120`),
    index("attendances_by_member").on(t.memberId).where(sql`member_id is not null`),
  ],
);

/**
 * What someone who was there would come back to, in a few words. topic_id: the subject that
 * it became, or was joined to. The name of who wrote it is shown to nobody else.
 */
export const meetingCards = pgTable(
  "meeting_cards",
  {
    id: identity(),
    sittingId: reference("sitting_id").notNull(),
    body: text("body").notNull(),
    writtenBy: reference("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
    topicId: reference("topic_id"),
    settledAt: instant("settled_at"),
    settledBy: reference("settled_by"),
  },
  (t) => [
    foreignKey({ name: "meeting_cards_sitting", columns: [t.sittingId], foreignColumns: [sittings.id] }).onDelete("cascade"),
    foreignKey({ name: "meeting_cards_written_by", columns: [t.writtenBy], foreignColumns: [members.id] }),
    foreignKey({ name: "meeting_cards_topic", columns: [t.topicId], foreignColumns: [topics.id] }),
    foreignKey({ name: "meeting_cards_settled_by", columns: [t.settledBy], foreignColumns: [members.id] }),
    check("meeting_cards_are_one_line", sql`${t.body} !~ '[[:cntrl:]]' and length(${t.body}) between 1 and 200`),
    check("meeting_cards_settled_with_a_topic", sql`num_nonnulls(${t.topicId}, ${t.settledAt}, ${t.settledBy}) in (0, 3)`),
    index("meeting_cards_of_sitting").on(t.sittingId, t.id),
    index("meeting_cards_by_topic").on(t.topicId).where(sql`topic_id is not null`),
  ],
);
