import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, smallint, text, timestamp, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { members } from "./member";
import { threads } from "./thread";
import { topics } from "./topic";

/** Where the same meeting is held again, so that people need not drive far. An ended one keeps its past. */
export const poles = pgTable(
  "poles",
  {
    id: identity(),
    name: text("name").notNull(),
    zone: text("zone").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    endedAt: instant("ended_at"),
    endedBy: reference("ended_by"),
  },
  (t) => [
    uniqueIndex("poles_one_per_name").on(sql`lower(${t.name})`),
    foreignKey({ name: "poles_ended_by", columns: [t.endedBy], foreignColumns: [members.id] }),
    check("poles_name_is_one_line", sql`${t.name} !~ '[[:cntrl:]]' and length(${t.name}) between 1 and 80 and ${t.name} = btrim(${t.name})`),
    check("poles_zone_known", sql`(timestamp '2027-01-01' at time zone ${t.zone}) is not null`),
    check("poles_ended_by_someone", sql`(${t.endedAt} is null) = (${t.endedBy} is null)`),
  ],
);

/**
 * A « Moment d’échange »: what it is about. When and where are its sittings, which
 * also hold whether it took place. Until it is opened only the committee sees it;
 * its discussion begins when it opens, because a discussion is open to everyone.
 */
export const meetings = pgTable(
  "meetings",
  {
    id: identity(),
    title: text("title").notNull(),
    objectivesBody: text("objectives_body").notNull().default(""),
    objectivesHtml: text("objectives_html").notNull().default(""),
    questionBody: text("question_body").notNull().default(""),
    questionHtml: text("question_html").notNull().default(""),
    rendererVersion: smallint("renderer_version").notNull(),
    createdBy: reference("created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    openedAt: instant("opened_at"),
    openedBy: reference("opened_by"),
    threadId: reference("thread_id"),
    copiedFrom: reference("copied_from"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    foreignKey({ name: "meetings_created_by", columns: [t.createdBy], foreignColumns: [members.id] }),
    foreignKey({ name: "meetings_opened_by", columns: [t.openedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "meetings_thread", columns: [t.threadId], foreignColumns: [threads.id] }),
    foreignKey({ name: "meetings_copied_from", columns: [t.copiedFrom], foreignColumns: [t.id] }),
    unique("meetings_one_per_thread").on(t.threadId),
    check("meetings_title_is_one_line", sql`${t.title} !~ '[[:cntrl:]]' and length(${t.title}) between 1 and 160`),
    check("meetings_texts_bounded", sql`length(${t.objectivesBody}) <= 4000 and length(${t.questionBody}) <= 2000`),
    check("meetings_open_with_a_thread", sql`num_nonnulls(${t.openedAt}, ${t.openedBy}, ${t.threadId}) in (0, 3)`),
  ],
);

/** The topics that a meeting is about. */
export const meetingTopics = pgTable(
  "meeting_topics",
  { meetingId: reference("meeting_id").notNull(), topicId: reference("topic_id").notNull() },
  (t) => [
    primaryKey({ name: "meeting_topics_once", columns: [t.meetingId, t.topicId] }),
    foreignKey({ name: "meeting_topics_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }).onDelete("cascade"),
    foreignKey({ name: "meeting_topics_topic", columns: [t.topicId], foreignColumns: [topics.id] }).onDelete("cascade"),
    index("meeting_topics_by_topic").on(t.topicId),
  ],
);

/** The points of a meeting, in order. */
export const agendaItems = pgTable(
  "agenda_items",
  {
    meetingId: reference("meeting_id").notNull(),
    position: smallint("position").notNull(),
    title: text("title").notNull(),
    minutes: smallint("minutes"),
  },
  (t) => [
    primaryKey({ name: "agenda_items_once", columns: [t.meetingId, t.position] }),
    foreignKey({ name: "agenda_items_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }).onDelete("cascade"),
    check("agenda_items_title_is_one_line", sql`${t.title} !~ '[[:cntrl:]]' and length(${t.title}) between 1 and 200`),
    check("agenda_items_minutes_bounded", sql`${t.minutes} between 1 and 600 and ${t.position} between 1 and 40`),
  ],
);

/** Speakers and expert partners. The name stands by itself, so that it outlives an account. */
export const speakers = pgTable(
  "speakers",
  {
    id: identity(),
    meetingId: reference("meeting_id").notNull(),
    name: text("name").notNull(),
    title: text("title").notNull().default(""),
    organisation: text("organisation").notNull().default(""),
    bio: text("bio").notNull().default(""),
    memberId: reference("member_id"),
  },
  (t) => [
    foreignKey({ name: "speakers_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }).onDelete("cascade"),
    foreignKey({ name: "speakers_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("set null"),
    unique("speakers_once").on(t.meetingId, t.memberId),
    check("speakers_name_is_one_line", sql`${t.name} !~ '[[:cntrl:]]' and length(${t.name}) between 1 and 120`),
    check("speakers_are_one_line", sql`${t.title} !~ '[[:cntrl:]]' and ${t.organisation} !~ '[[:cntrl:]]' and length(${t.title}) <= 120 and length(${t.organisation}) <= 120`),
    check("speakers_bio_bounded", sql`length(${t.bio}) <= 600`),
    index("speakers_by_meeting").on(t.meetingId),
    index("speakers_by_member").on(t.memberId).where(sql`member_id is not null`),
  ],
);

/**
 * One holding of a meeting. local_start is what the clocks of its zone show, and
 * starts_at the instant: the database refuses one that does not belong to the other,
 * so an hour that comes twice keeps the one that was chosen. sequence counts the
 * changes that a calendar must know of, revision all of them. A postponed sitting
 * keeps its former date until it gets another.
 */
export const sittings = pgTable(
  "sittings",
  {
    id: identity(),
    meetingId: reference("meeting_id").notNull(),
    poleId: reference("pole_id"),
    localStart: timestamp("local_start", { withTimezone: false, mode: "string", precision: 0 }).notNull(),
    zone: text("zone").notNull(),
    startsAt: instant("starts_at").notNull(),
    durationMinutes: smallint("duration_minutes").notNull().default(120),
    place: text("place").notNull().default(""),
    link: text("link").notNull().default(""),
    capacity: integer("capacity"),
    answerDeadline: instant("answer_deadline"),
    heldAt: instant("held_at"),
    heldBy: reference("held_by"),
    postponedAt: instant("postponed_at"),
    postponedBy: reference("postponed_by"),
    postponedReason: text("postponed_reason"),
    cancelledAt: instant("cancelled_at"),
    cancelledBy: reference("cancelled_by"),
    cancelledReason: text("cancelled_reason"),
    uid: uuid("uid").notNull().defaultRandom(),
    sequence: integer("sequence").notNull().default(0),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    foreignKey({ name: "sittings_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }).onDelete("cascade"),
    foreignKey({ name: "sittings_pole", columns: [t.poleId], foreignColumns: [poles.id] }),
    foreignKey({ name: "sittings_held_by", columns: [t.heldBy], foreignColumns: [members.id] }),
    foreignKey({ name: "sittings_postponed_by", columns: [t.postponedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "sittings_cancelled_by", columns: [t.cancelledBy], foreignColumns: [members.id] }),
    unique("sittings_one_uid").on(t.uid),
    unique("sittings_of_meeting").on(t.meetingId, t.id),
    check("sittings_instant_is_what_clocks_show", sql`(${t.startsAt} at time zone ${t.zone}) = ${t.localStart}`),
    check("sittings_last_a_while", sql`${t.durationMinutes} between 15 and 720`),
    check("sittings_have_seats", sql`${t.capacity} between 1 and 1000`),
    check("sittings_answered_before_they_start", sql`${t.answerDeadline} <= ${t.startsAt}`),
    check("sittings_place_is_one_line", sql`${t.place} !~ '[[:cntrl:]]' and length(${t.place}) <= 200`),
    check("sittings_link_is_an_address", sql`${t.link} = '' or (${t.link} ~ '^https://[^[:space:][:cntrl:]]+$' and length(${t.link}) <= 500)`),
    check("sittings_held_by_someone", sql`(${t.heldAt} is null) = (${t.heldBy} is null)`),
    check("sittings_postponed_with_a_reason", sql`num_nonnulls(${t.postponedAt}, ${t.postponedBy}, ${t.postponedReason}) in (0, 3) and length(${t.postponedReason}) between 1 and 500`),
    check("sittings_cancelled_with_a_reason", sql`num_nonnulls(${t.cancelledAt}, ${t.cancelledBy}, ${t.cancelledReason}) in (0, 3) and length(${t.cancelledReason}) between 1 and 500`),
    check("sittings_in_one_state", sql`num_nonnulls(${t.heldAt}, ${t.postponedAt}, ${t.cancelledAt}) <= 1`),
    index("sittings_by_start").on(t.startsAt, t.id),
    index("sittings_by_pole").on(t.poleId),
  ],
);
