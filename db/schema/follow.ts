import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, reference } from "./columns";
import { members } from "./member";
import { threads } from "./thread";
import { topics } from "./topic";

export const FOLLOW_LEVELS = ["following", "muted"] as const;

/** Who follows which thread. Whoever writes in it gets a row; chosen_at says since when it is their own choice. */
export const threadFollows = pgTable(
  "thread_follows",
  {
    threadId: reference("thread_id").notNull(),
    memberId: reference("member_id").notNull(),
    level: text("level", { enum: FOLLOW_LEVELS }).notNull(),
    chosenAt: instant("chosen_at"),
  },
  (t) => [
    primaryKey({ name: "thread_follows_once", columns: [t.threadId, t.memberId] }),
    foreignKey({ name: "thread_follows_thread", columns: [t.threadId], foreignColumns: [threads.id] }).onDelete("cascade"),
    foreignKey({ name: "thread_follows_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    check("thread_follows_level_known", sql`${t.level} in ('following', 'muted')`),
    check("thread_follows_muted_by_choice", sql`${t.level} = 'following' or ${t.chosenAt} is not null`),
  ],
);

/** The same for everything that is said under a topic. */
export const topicFollows = pgTable(
  "topic_follows",
  {
    memberId: reference("member_id").notNull(),
    topicId: reference("topic_id").notNull(),
    level: text("level", { enum: FOLLOW_LEVELS }).notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "topic_follows_once", columns: [t.memberId, t.topicId] }),
    foreignKey({ name: "topic_follows_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    foreignKey({ name: "topic_follows_topic", columns: [t.topicId], foreignColumns: [topics.id] }).onDelete("cascade"),
    check("topic_follows_level_known", sql`${t.level} in ('following', 'muted')`),
    index("topic_follows_by_topic").on(t.topicId),
  ],
);

/** And for all discussions. Without a row, a person is told of those they write in. */
export const communityFollows = pgTable(
  "community_follows",
  {
    memberId: reference("member_id").notNull(),
    level: text("level", { enum: FOLLOW_LEVELS }).notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "community_follows_once", columns: [t.memberId] }),
    foreignKey({ name: "community_follows_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    check("community_follows_level_known", sql`${t.level} in ('following', 'muted')`),
  ],
);
