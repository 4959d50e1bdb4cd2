import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { meetings } from "./meeting";
import { members } from "./member";
import { surveys } from "./survey";
import { topics } from "./topic";

export const TOPIC_STEPS = ["proposed", "kept", "planned", "discussed", "deepen", "merged", "dismissed", "reopened", "raised", "lowered"] as const;

/** What became of a topic, from the first wish on. Append-only. */
export const topicSteps = pgTable(
  "topic_steps",
  {
    id: identity(),
    topicId: reference("topic_id").notNull(),
    kind: text("kind", { enum: TOPIC_STEPS }).notNull(),
    at: instant("at").notNull(),
    /** Nobody's where it came out of an anonymous answer. */
    byId: reference("by_id"),
    meetingId: reference("meeting_id"),
    otherTopicId: reference("other_topic_id"),
    /** The survey that it was asked for in, and by how many people where that may be said. */
    surveyId: reference("survey_id"),
    people: integer("people"),
    reason: text("reason").notNull().default(""),
  },
  (t) => [
    foreignKey({ name: "topic_steps_topic", columns: [t.topicId], foreignColumns: [topics.id] }),
    foreignKey({ name: "topic_steps_by", columns: [t.byId], foreignColumns: [members.id] }),
    foreignKey({ name: "topic_steps_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }),
    foreignKey({ name: "topic_steps_other_topic", columns: [t.otherTopicId], foreignColumns: [topics.id] }),
    foreignKey({ name: "topic_steps_survey", columns: [t.surveyId], foreignColumns: [surveys.id] }),
    check("topic_steps_people_of_a_survey", sql`${t.people} is null or (${t.surveyId} is not null and ${t.people} >= 0)`),
    check("topic_steps_kind_known", sql`${t.kind} in ('proposed', 'kept', 'planned', 'discussed', 'deepen', 'merged', 'dismissed', 'reopened', 'raised', 'lowered')`),
    check("topic_steps_reason_bounded", sql`length(${t.reason}) <= 500`),
    index("topic_steps_by_topic").on(t.topicId, t.id),
    index("topic_steps_by_survey").on(t.surveyId).where(sql`survey_id is not null`),
  ],
);
