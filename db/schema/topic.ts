import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, smallint, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { members } from "./member";
import { threads } from "./thread";

export const TOPIC_STATES = ["proposed", "kept", "planned", "discussed", "deepen", "merged", "dismissed"] as const;

/**
 * What people talk about: one list for the whole community, where a name is taken
 * once whatever its capitals and accents. It starts as a word on a discussion; from
 * asked_at on, people want it to be talked about. Without created_by, nobody's name
 * goes with it: it came out of an anonymous answer.
 */
export const topics = pgTable(
  "topics",
  {
    id: identity(),
    name: text("name").notNull(),
    createdBy: reference("created_by"),
    createdAt: instant("created_at").notNull().defaultNow(),
    wish: text("wish").notNull().default(""),
    /** Since when it waits; asked again after it was discussed, it waits anew. */
    askedAt: instant("asked_at"),
    state: text("state", { enum: TOPIC_STATES }).notNull().default("proposed"),
    stateAt: instant("state_at").notNull().defaultNow(),
    discussedAt: instant("discussed_at"),
    mergedInto: reference("merged_into"),
    dismissedReason: text("dismissed_reason"),
    /** The committee puts it first, and says why. */
    raisedAt: instant("raised_at"),
    raisedBy: reference("raised_by"),
    raisedReason: text("raised_reason"),
    revision: integer("revision").notNull().default(0),
  },
  (t) => [
    uniqueIndex("topics_one_per_name").on(sql`folded(${t.name})`),
    foreignKey({ name: "topics_created_by", columns: [t.createdBy], foreignColumns: [members.id] }),
    foreignKey({ name: "topics_raised_by", columns: [t.raisedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "topics_merged_into", columns: [t.mergedInto], foreignColumns: [t.id] }),
    check("topics_name_is_one_line", sql`${t.name} !~ '[[:cntrl:]]' and length(${t.name}) between 2 and 80 and ${t.name} = btrim(${t.name})`),
    check("topics_wish_bounded", sql`length(${t.wish}) <= 600`),
    check("topics_state_known", sql`${t.state} in ('proposed', 'kept', 'planned', 'discussed', 'deepen', 'merged', 'dismissed')`),
    check("topics_merged_into_another", sql`(${t.state} = 'merged') = (${t.mergedInto} is not null) and ${t.mergedInto} <> ${t.id}`),
    check("topics_dismissed_with_a_reason", sql`(${t.state} = 'dismissed') = (${t.dismissedReason} is not null) and length(${t.dismissedReason}) between 1 and 500`),
    check("topics_raised_with_a_reason", sql`num_nonnulls(${t.raisedAt}, ${t.raisedBy}, ${t.raisedReason}) in (0, 3) and length(${t.raisedReason}) between 1 and 300`),
    index("topics_found").using("gin", sql`to_tsvector('public.le_fil'::regconfig, search_spaced(${t.name}))`),
    index("topics_by_merged").on(t.mergedInto).where(sql`merged_into is not null`),
  ],
);

/** The topics of a thread. */
export const threadTopics = pgTable(
  "thread_topics",
  {
    threadId: reference("thread_id").notNull(),
    topicId: reference("topic_id").notNull(),
    addedBy: reference("added_by"),
    addedAt: instant("added_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "thread_topics_once", columns: [t.threadId, t.topicId] }),
    foreignKey({ name: "thread_topics_thread", columns: [t.threadId], foreignColumns: [threads.id] }).onDelete("cascade"),
    foreignKey({ name: "thread_topics_topic", columns: [t.topicId], foreignColumns: [topics.id] }).onDelete("cascade"),
    foreignKey({ name: "thread_topics_added_by", columns: [t.addedBy], foreignColumns: [members.id] }),
    index("thread_topics_by_topic").on(t.topicId, t.threadId),
  ],
);

/**
 * Who wants a topic to be talked about. A vote that is held has one of the member's
 * five places, so that nobody can hold a sixth; one that came back keeps its row and
 * no place. A trigger refuses a held vote for a topic that takes none.
 */
export const topicSupports = pgTable(
  "topic_supports",
  {
    topicId: reference("topic_id").notNull(),
    memberId: reference("member_id").notNull(),
    givenAt: instant("given_at").notNull(),
    slot: smallint("slot"),
    returnedAt: instant("returned_at"),
  },
  (t) => [
    primaryKey({ name: "topic_supports_once", columns: [t.topicId, t.memberId] }),
    unique("topic_supports_five_each").on(t.memberId, t.slot),
    foreignKey({ name: "topic_supports_topic", columns: [t.topicId], foreignColumns: [topics.id] }).onDelete("cascade"),
    foreignKey({ name: "topic_supports_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    check("topic_supports_place_known", sql`${t.slot} between 1 and 5`),
    check("topic_supports_held_or_returned", sql`(${t.slot} is null) = (${t.returnedAt} is not null)`),
  ],
);
