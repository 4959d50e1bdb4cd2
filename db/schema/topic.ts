import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { members } from "./member";
import { threads } from "./thread";

/** What people talk about: one list for the whole community, free of ceremony. */
export const topics = pgTable(
  "topics",
  {
    id: identity(),
    name: text("name").notNull(),
    createdBy: reference("created_by"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("topics_one_per_name").on(sql`lower(${t.name})`),
    foreignKey({ name: "topics_created_by", columns: [t.createdBy], foreignColumns: [members.id] }),
    check("topics_name_is_one_line", sql`${t.name} !~ '[[:cntrl:]]' and length(${t.name}) between 2 and 80 and ${t.name} = btrim(${t.name})`),
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
