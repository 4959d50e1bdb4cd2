import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, smallint, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { meetings, sittings } from "./meeting";
import { members } from "./member";

/** coming has a seat; offered has one held until held_until; waiting stands in the list. */
export const ANSWER_STATES = ["coming", "offered", "waiting", "maybe", "no"] as const;

/** Why somebody cannot come, if they care to say: read as numbers, never beside a name. */
export const REFUSALS = ["schedule", "replacement", "distance", "other"] as const;

/**
 * What a person answers to a meeting: one answer, for one of its sittings. A trigger holds
 * the capacity of a sitting and numbers its waiting list (migrations: seats), one answer
 * after the other on the sitting's row; it also says who takes a seat: speakers take none.
 * told_sequence is the state of the sitting that this person knows of.
 */
export const meetingAnswers = pgTable(
  "meeting_answers",
  {
    id: identity(),
    meetingId: reference("meeting_id").notNull(),
    sittingId: reference("sitting_id"),
    memberId: reference("member_id").notNull(),
    state: text("state", { enum: ANSWER_STATES }).notNull(),
    queue: integer("queue"),
    heldUntil: instant("held_until"),
    /** A seat was held for them and not taken: they keep their turn for a free one, but none is held again. */
    passedAt: instant("passed_at"),
    takesSeat: boolean("takes_seat").notNull().default(false),
    refusal: text("refusal", { enum: REFUSALS }),
    toldSequence: integer("told_sequence").notNull().default(0),
    answeredAt: instant("answered_at").notNull(),
    answeredBy: reference("answered_by").notNull(),
  },
  (t) => [
    unique("meeting_answers_once").on(t.meetingId, t.memberId),
    unique("meeting_answers_in_order").on(t.sittingId, t.queue),
    foreignKey({ name: "meeting_answers_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }).onDelete("cascade"),
    foreignKey({ name: "meeting_answers_sitting", columns: [t.meetingId, t.sittingId], foreignColumns: [sittings.meetingId, sittings.id] }).onDelete("cascade"),
    foreignKey({ name: "meeting_answers_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    foreignKey({ name: "meeting_answers_answered_by", columns: [t.answeredBy], foreignColumns: [members.id] }),
    check("meeting_answers_state_known", sql`${t.state} in ('coming', 'offered', 'waiting', 'maybe', 'no')`),
    check("meeting_answers_to_a_sitting", sql`(${t.sittingId} is null) = (${t.state} = 'no')`),
    check("meeting_answers_wait_in_order", sql`(${t.queue} is not null) = (${t.state} = 'waiting')`),
    check("meeting_answers_held_for_a_while", sql`(${t.heldUntil} is not null) = (${t.state} = 'offered')`),
    check("meeting_answers_passed_in_the_list", sql`${t.passedAt} is null or ${t.state} = 'waiting'`),
    check("meeting_answers_seated_if_coming", sql`not ${t.takesSeat} or ${t.state} in ('coming', 'offered')`),
    check("meeting_answers_refusal_known", sql`${t.refusal} in ('schedule', 'replacement', 'distance', 'other')`),
    check("meeting_answers_refusal_of_a_no", sql`${t.refusal} is null or ${t.state} = 'no'`),
    index("meeting_answers_by_sitting").on(t.sittingId, t.state),
    index("meeting_answers_by_member").on(t.memberId),
    index("meeting_answers_held").on(t.heldUntil).where(sql`held_until is not null`),
  ],
);

/**
 * Who comes without being a member, an expert partner for one: entered by the committee or by
 * those responsible, with no account and no mail. Each takes a seat; a trigger holds the capacity.
 */
export const sittingGuests = pgTable(
  "sitting_guests",
  {
    id: identity(),
    sittingId: reference("sitting_id").notNull(),
    name: text("name").notNull(),
    organisation: text("organisation").notNull().default(""),
    addedBy: reference("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [
    foreignKey({ name: "sitting_guests_sitting", columns: [t.sittingId], foreignColumns: [sittings.id] }).onDelete("cascade"),
    foreignKey({ name: "sitting_guests_added_by", columns: [t.addedBy], foreignColumns: [members.id] }),
    check("sitting_guests_name_is_one_line", sql`${t.name} !~ '[[:cntrl:]]' and length(${t.name}) between 1 and 120`),
    check("sitting_guests_organisation_is_one_line", sql`${t.organisation} !~ '[[:cntrl:]]' and length(${t.organisation}) <= 120`),
    uniqueIndex("sitting_guests_once").on(t.sittingId, sql`lower(${t.name})`),
  ],
);

/** What is asked of who comes (a diet, a ride): the replies are for the committee and the responsables. */
export const meetingQuestions = pgTable(
  "meeting_questions",
  {
    id: identity(),
    meetingId: reference("meeting_id").notNull(),
    position: smallint("position").notNull(),
    label: text("label").notNull(),
  },
  (t) => [
    unique("meeting_questions_in_order").on(t.meetingId, t.position),
    foreignKey({ name: "meeting_questions_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }).onDelete("cascade"),
    check("meeting_questions_are_one_line", sql`${t.label} !~ '[[:cntrl:]]' and length(${t.label}) between 1 and 160 and ${t.position} between 1 and 5`),
  ],
);

/** A reply to such a question, as long as its answer stands. */
export const meetingReplies = pgTable(
  "meeting_replies",
  { answerId: reference("answer_id").notNull(), questionId: reference("question_id").notNull(), body: text("body").notNull() },
  (t) => [
    primaryKey({ name: "meeting_replies_once", columns: [t.answerId, t.questionId] }),
    foreignKey({ name: "meeting_replies_answer", columns: [t.answerId], foreignColumns: [meetingAnswers.id] }).onDelete("cascade"),
    foreignKey({ name: "meeting_replies_question", columns: [t.questionId], foreignColumns: [meetingQuestions.id] }).onDelete("cascade"),
    check("meeting_replies_are_one_line", sql`${t.body} !~ '[[:cntrl:]]' and length(${t.body}) between 1 and 200`),
  ],
);

/** The keys of mails' links: this meeting, this person, answering and nothing else. Each mail has its own. */
export const answerTokens = pgTable(
  "answer_tokens",
  {
    tokenHash: text("token_hash").primaryKey(),
    meetingId: reference("meeting_id").notNull(),
    memberId: reference("member_id").notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [
    foreignKey({ name: "answer_tokens_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }).onDelete("cascade"),
    foreignKey({ name: "answer_tokens_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    index("answer_tokens_by_age").on(t.madeAt),
  ],
);

export const NOTICE_KINDS = ["invitation", "unanswered", "undecided", "eve"] as const;

/** What a person was written about a meeting, each once for what it is due for: the opening, or the day it reminds of. */
export const meetingNotices = pgTable(
  "meeting_notices",
  {
    meetingId: reference("meeting_id").notNull(),
    memberId: reference("member_id").notNull(),
    kind: text("kind", { enum: NOTICE_KINDS }).notNull(),
    dueFor: instant("due_for").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "meeting_notices_once", columns: [t.meetingId, t.memberId, t.kind, t.dueFor] }),
    foreignKey({ name: "meeting_notices_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }).onDelete("cascade"),
    foreignKey({ name: "meeting_notices_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    check("meeting_notices_kind_known", sql`${t.kind} in ('invitation', 'unanswered', 'undecided', 'eve')`),
  ],
);

/**
 * What the calendar of a person was sent about a sitting. sequence is the one it knows,
 * base that of the sitting at the time: a number that a calendar has seen never comes back.
 */
export const calendarCopies = pgTable(
  "calendar_copies",
  {
    sittingId: reference("sitting_id").notNull(),
    memberId: reference("member_id").notNull(),
    method: text("method", { enum: ["request", "cancel"] }).notNull(),
    sequence: integer("sequence").notNull(),
    base: integer("base").notNull(),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "calendar_copies_once", columns: [t.sittingId, t.memberId] }),
    foreignKey({ name: "calendar_copies_sitting", columns: [t.sittingId], foreignColumns: [sittings.id] }).onDelete("cascade"),
    foreignKey({ name: "calendar_copies_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    check("calendar_copies_method_known", sql`${t.method} in ('request', 'cancel')`),
  ],
);

/** A person's calendar by subscription. Its address is sealed with the nonce, so that it can be shown again and revoked. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  { memberId: reference("member_id").primaryKey(), nonce: text("nonce").notNull(), madeAt: instant("made_at").notNull() },
  (t) => [foreignKey({ name: "calendar_feeds_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade")],
);
