import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgTable, primaryKey, smallint, text, unique } from "drizzle-orm/pg-core";
import { identity, instant, reference, searchable } from "./columns";
import { meetings, sittings } from "./meeting";
import { members } from "./member";

/**
 * What was said, as it is noted while it is said: for each sitting, and once for the meeting
 * (without sitting_id) what they have in common. A save goes on from a revision, so that two
 * people never overwrite one another in silence.
 */
export const meetingNotes = pgTable(
  "meeting_notes",
  {
    id: identity(),
    meetingId: reference("meeting_id").notNull(),
    sittingId: reference("sitting_id"),
    body: text("body").notNull(),
    revision: integer("revision").notNull().default(1),
    writtenBy: reference("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    unique("meeting_notes_one_per_place").on(t.meetingId, t.sittingId).nullsNotDistinct(),
    foreignKey({ name: "meeting_notes_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }).onDelete("cascade"),
    foreignKey({ name: "meeting_notes_sitting", columns: [t.meetingId, t.sittingId], foreignColumns: [sittings.meetingId, sittings.id] }).onDelete("cascade"),
    foreignKey({ name: "meeting_notes_written_by", columns: [t.writtenBy], foreignColumns: [members.id] }),
    check("meeting_notes_bounded", sql`length(${t.body}) <= 20000 and ${t.revision} >= 1`),
  ],
);

/**
 * The « compte rendu » of a meeting: a draft until opened_at, open to correction until
 * closes_at, then adopted, by somebody or by the passing of time (adopted_by is null).
 * number is the version that members read; a change after adoption makes the next.
 */
export const minutes = pgTable(
  "minutes",
  {
    id: identity(),
    meetingId: reference("meeting_id").notNull(),
    body: text("body").notNull(),
    html: text("html").notNull(),
    rendererVersion: smallint("renderer_version").notNull(),
    revision: integer("revision").notNull().default(1),
    writtenBy: reference("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
    openedAt: instant("opened_at"),
    openedBy: reference("opened_by"),
    closesAt: instant("closes_at"),
    adoptedAt: instant("adopted_at"),
    adoptedBy: reference("adopted_by"),
    number: integer("number"),
    search: searchable("search", () => sql`body`),
  },
  (t) => [
    unique("minutes_one_per_meeting").on(t.meetingId),
    foreignKey({ name: "minutes_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }).onDelete("cascade"),
    foreignKey({ name: "minutes_written_by", columns: [t.writtenBy], foreignColumns: [members.id] }),
    foreignKey({ name: "minutes_opened_by", columns: [t.openedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "minutes_adopted_by", columns: [t.adoptedBy], foreignColumns: [members.id] }),
    check("minutes_bounded", sql`length(${t.body}) between 1 and 20000 and ${t.revision} >= 1`),
    check("minutes_open_for_a_while", sql`num_nonnulls(${t.openedAt}, ${t.openedBy}, ${t.closesAt}) in (0, 3) and ${t.closesAt} > ${t.openedAt}`),
    check("minutes_adopted_once_open", sql`(${t.adoptedAt} is null or ${t.openedAt} is not null) and (${t.adoptedBy} is null or ${t.adoptedAt} is not null)`),
    check("minutes_numbered_once_adopted", sql`(${t.adoptedAt} is null) = (${t.number} is null) and ${t.number} >= 1`),
    index("minutes_to_adopt").on(t.closesAt).where(sql`adopted_at is null and closes_at is not null`),
    index("minutes_search").using("gin", t.search),
  ],
);

/** Every version that was adopted, with why it was made anew. Only ever added to. */
export const minutesVersions = pgTable(
  "minutes_versions",
  {
    minutesId: reference("minutes_id").notNull(),
    number: integer("number").notNull(),
    body: text("body").notNull(),
    html: text("html").notNull(),
    reason: text("reason").notNull().default(""),
    madeBy: reference("made_by"),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "minutes_versions_once", columns: [t.minutesId, t.number] }),
    foreignKey({ name: "minutes_versions_minutes", columns: [t.minutesId], foreignColumns: [minutes.id] }),
    foreignKey({ name: "minutes_versions_made_by", columns: [t.madeBy], foreignColumns: [members.id] }),
    check("minutes_versions_bounded", sql`length(${t.body}) between 1 and 20000 and ${t.number} >= 1`),
    check("minutes_versions_made_anew_with_a_reason", sql`length(${t.reason}) <= 500 and (${t.number} = 1 or ${t.reason} <> '' and ${t.madeBy} is not null)`),
  ],
);

export const CORRECTION_OUTCOMES = ["accepted", "declined", "withdrawn"] as const;

/** What somebody who was there would have said otherwise: these words, and what instead. */
export const minutesCorrections = pgTable(
  "minutes_corrections",
  {
    id: identity(),
    minutesId: reference("minutes_id").notNull(),
    words: text("words").notNull(),
    instead: text("instead").notNull().default(""),
    proposedBy: reference("proposed_by").notNull(),
    proposedAt: instant("proposed_at").notNull(),
    outcome: text("outcome", { enum: CORRECTION_OUTCOMES }),
    reason: text("reason").notNull().default(""),
    settledAt: instant("settled_at"),
    settledBy: reference("settled_by"),
  },
  (t) => [
    foreignKey({ name: "minutes_corrections_minutes", columns: [t.minutesId], foreignColumns: [minutes.id] }).onDelete("cascade"),
    foreignKey({ name: "minutes_corrections_proposed_by", columns: [t.proposedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "minutes_corrections_settled_by", columns: [t.settledBy], foreignColumns: [members.id] }),
    check("minutes_corrections_bounded", sql`length(${t.words}) between 1 and 1000 and length(${t.instead}) <= 1000 and length(${t.reason}) <= 500 and ${t.words} <> ${t.instead}`),
    check("minutes_corrections_outcome_known", sql`${t.outcome} in ('accepted', 'declined', 'withdrawn')`),
    check("minutes_corrections_settled_by_someone", sql`num_nonnulls(${t.outcome}, ${t.settledAt}, ${t.settledBy}) in (0, 3)`),
    check("minutes_corrections_declined_with_a_reason", sql`${t.outcome} is distinct from 'declined' or ${t.reason} <> ''`),
    index("minutes_corrections_of_minutes").on(t.minutesId, t.id),
  ],
);

/** What is to be done after a meeting: by whom, until when. */
export const followUps = pgTable(
  "follow_ups",
  {
    id: identity(),
    meetingId: reference("meeting_id").notNull(),
    body: text("body").notNull(),
    memberId: reference("member_id").notNull(),
    dueDay: date("due_day", { mode: "string" }).notNull(),
    notedBy: reference("noted_by").notNull(),
    notedAt: instant("noted_at").notNull(),
    doneAt: instant("done_at"),
    doneBy: reference("done_by"),
    remindedAt: instant("reminded_at"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    foreignKey({ name: "follow_ups_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }).onDelete("cascade"),
    foreignKey({ name: "follow_ups_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "follow_ups_noted_by", columns: [t.notedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "follow_ups_done_by", columns: [t.doneBy], foreignColumns: [members.id] }),
    check("follow_ups_are_one_line", sql`${t.body} !~ '[[:cntrl:]]' and length(${t.body}) between 1 and 200`),
    check("follow_ups_done_by_someone", sql`(${t.doneAt} is null) = (${t.doneBy} is null)`),
    index("follow_ups_of_meeting").on(t.meetingId, t.id),
    index("follow_ups_open").on(t.memberId, t.dueDay).where(sql`done_at is null`),
    index("follow_ups_to_remind").on(t.dueDay).where(sql`done_at is null and reminded_at is null`),
  ],
);
