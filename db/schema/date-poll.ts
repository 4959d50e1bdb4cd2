import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, integer, pgTable, primaryKey, smallint, text, timestamp, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { organisations } from "./community";
import { meetings, poles, sittings } from "./meeting";
import { members } from "./member";

/**
 * A date that is sought for a meeting, in one pole or in none in particular; one at a time for each.
 * Until it is opened only the committee sees it. It takes answers until answer_until, and ends when the
 * committee chooses a slot, which makes a sitting, or gives it up. revision counts what open pages show.
 */
export const datePolls = pgTable(
  "date_polls",
  {
    id: identity(),
    meetingId: reference("meeting_id").notNull(),
    poleId: reference("pole_id"),
    zone: text("zone").notNull(),
    note: text("note").notNull().default(""),
    answerUntil: instant("answer_until").notNull(),
    createdBy: reference("created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    openedAt: instant("opened_at"),
    openedBy: reference("opened_by"),
    closedAt: instant("closed_at"),
    closedBy: reference("closed_by"),
    chosenSlotId: reference("chosen_slot_id"),
    sittingId: reference("sitting_id"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    foreignKey({ name: "date_polls_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }).onDelete("cascade"),
    foreignKey({ name: "date_polls_pole", columns: [t.poleId], foreignColumns: [poles.id] }),
    foreignKey({ name: "date_polls_created_by", columns: [t.createdBy], foreignColumns: [members.id] }),
    foreignKey({ name: "date_polls_opened_by", columns: [t.openedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "date_polls_closed_by", columns: [t.closedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "date_polls_sitting", columns: [t.meetingId, t.sittingId], foreignColumns: [sittings.meetingId, sittings.id] }),
    uniqueIndex("date_polls_one_at_a_time").on(t.meetingId, sql`coalesce(${t.poleId}, 0)`).where(sql`closed_at is null`),
    unique("date_polls_one_per_sitting").on(t.sittingId),
    check("date_polls_zone_known", sql`(timestamp '2027-01-01' at time zone ${t.zone}) is not null`),
    check("date_polls_note_bounded", sql`length(${t.note}) <= 600`),
    check("date_polls_opened_by_someone", sql`(${t.openedAt} is null) = (${t.openedBy} is null)`),
    check("date_polls_closed_by_someone", sql`(${t.closedAt} is null) = (${t.closedBy} is null)`),
    check("date_polls_chosen_as_it_ends", sql`num_nonnulls(${t.chosenSlotId}, ${t.sittingId}) in (0, 2) and (${t.sittingId} is null or (${t.closedAt} is not null and ${t.openedAt} is not null))`),
  ],
);

/** The organisations whose people are asked; with none, everyone is. */
export const datePollOrganisations = pgTable(
  "date_poll_organisations",
  { pollId: reference("poll_id").notNull(), organisationId: reference("organisation_id").notNull() },
  (t) => [
    primaryKey({ name: "date_poll_organisations_once", columns: [t.pollId, t.organisationId] }),
    foreignKey({ name: "date_poll_organisations_poll", columns: [t.pollId], foreignColumns: [datePolls.id] }).onDelete("cascade"),
    foreignKey({ name: "date_poll_organisations_organisation", columns: [t.organisationId], foreignColumns: [organisations.id] }).onDelete("cascade"),
  ],
);

/** A time that is proposed. As for sittings, the database refuses an instant that is not what the clocks of its zone show. */
export const datePollSlots = pgTable(
  "date_poll_slots",
  {
    id: identity(),
    pollId: reference("poll_id").notNull(),
    localStart: timestamp("local_start", { withTimezone: false, mode: "string", precision: 0 }).notNull(),
    zone: text("zone").notNull(),
    startsAt: instant("starts_at").notNull(),
    durationMinutes: smallint("duration_minutes").notNull(),
  },
  (t) => [
    foreignKey({ name: "date_poll_slots_poll", columns: [t.pollId], foreignColumns: [datePolls.id] }).onDelete("cascade"),
    unique("date_poll_slots_once").on(t.pollId, t.startsAt),
    unique("date_poll_slots_of_poll").on(t.pollId, t.id),
    check("date_poll_slots_instant_is_what_clocks_show", sql`(${t.startsAt} at time zone ${t.zone}) = ${t.localStart}`),
    check("date_poll_slots_last_a_while", sql`${t.durationMinutes} between 15 and 720`),
  ],
);

/**
 * People named in a poll: those without whom the meeting makes no sense (required), and guests.
 * A guest has no account and a link of their own, sealed with the nonce so that it can be shown again.
 */
export const datePollPeople = pgTable(
  "date_poll_people",
  {
    id: identity(),
    pollId: reference("poll_id").notNull(),
    memberId: reference("member_id"),
    name: text("name").notNull(),
    title: text("title").notNull().default(""),
    required: boolean("required").notNull(),
    nonce: text("nonce"),
  },
  (t) => [
    foreignKey({ name: "date_poll_people_poll", columns: [t.pollId], foreignColumns: [datePolls.id] }).onDelete("cascade"),
    foreignKey({ name: "date_poll_people_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    unique("date_poll_people_once").on(t.pollId, t.memberId),
    unique("date_poll_people_of_poll").on(t.pollId, t.id),
    check("date_poll_people_name_is_one_line", sql`${t.name} !~ '[[:cntrl:]]' and length(${t.name}) between 1 and 120`),
    check("date_poll_people_title_is_one_line", sql`${t.title} !~ '[[:cntrl:]]' and length(${t.title}) <= 160`),
    check("date_poll_people_link_for_guests", sql`${t.memberId} is null or (${t.nonce} is null and ${t.required})`),
  ],
);

export const SLOT_CHOICES = ["oui", "besoin", "non"] as const;

/** What a member or a guest says of a slot: each once, the last word counts. */
export const datePollAnswers = pgTable(
  "date_poll_answers",
  {
    id: identity(),
    pollId: reference("poll_id").notNull(),
    slotId: reference("slot_id").notNull(),
    memberId: reference("member_id"),
    personId: reference("person_id"),
    choice: text("choice", { enum: SLOT_CHOICES }).notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    foreignKey({ name: "date_poll_answers_slot", columns: [t.pollId, t.slotId], foreignColumns: [datePollSlots.pollId, datePollSlots.id] }).onDelete("cascade"),
    foreignKey({ name: "date_poll_answers_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    foreignKey({ name: "date_poll_answers_person", columns: [t.pollId, t.personId], foreignColumns: [datePollPeople.pollId, datePollPeople.id] }).onDelete("cascade"),
    unique("date_poll_answers_once_per_member").on(t.slotId, t.memberId),
    unique("date_poll_answers_once_per_guest").on(t.slotId, t.personId),
    check("date_poll_answers_of_someone", sql`num_nonnulls(${t.memberId}, ${t.personId}) = 1`),
    check("date_poll_answers_choice_known", sql`${t.choice} in ('oui', 'besoin', 'non')`),
    index("date_poll_answers_by_member").on(t.memberId, t.pollId).where(sql`member_id is not null`),
  ],
);

/** The keys of links, in mails to members and given to guests: this poll, this person, answering and nothing else. They end with the poll. */
export const datePollTokens = pgTable(
  "date_poll_tokens",
  {
    tokenHash: text("token_hash").primaryKey(),
    pollId: reference("poll_id").notNull(),
    memberId: reference("member_id"),
    personId: reference("person_id"),
    madeAt: instant("made_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    foreignKey({ name: "date_poll_tokens_poll", columns: [t.pollId], foreignColumns: [datePolls.id] }).onDelete("cascade"),
    foreignKey({ name: "date_poll_tokens_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    foreignKey({ name: "date_poll_tokens_person", columns: [t.pollId, t.personId], foreignColumns: [datePollPeople.pollId, datePollPeople.id] }).onDelete("cascade"),
    check("date_poll_tokens_of_someone", sql`num_nonnulls(${t.memberId}, ${t.personId}) = 1`),
    index("date_poll_tokens_by_poll").on(t.pollId),
  ],
);

/** Who was reminded: once, whatever happens to the job or whoever presses the button. */
export const datePollReminders = pgTable(
  "date_poll_reminders",
  { pollId: reference("poll_id").notNull(), memberId: reference("member_id").notNull(), at: instant("at").notNull() },
  (t) => [
    primaryKey({ name: "date_poll_reminders_once", columns: [t.pollId, t.memberId] }),
    foreignKey({ name: "date_poll_reminders_poll", columns: [t.pollId], foreignColumns: [datePolls.id] }).onDelete("cascade"),
    foreignKey({ name: "date_poll_reminders_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
  ],
);

/** Days on which a pole, or all of them, cannot meet: a pedagogical day, the holidays of a school. The committee enters them. */
export const closingDays = pgTable(
  "closing_days",
  {
    id: identity(),
    label: text("label").notNull(),
    firstDay: date("first_day", { mode: "string" }).notNull(),
    lastDay: date("last_day", { mode: "string" }).notNull(),
    poleId: reference("pole_id"),
    createdBy: reference("created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ name: "closing_days_pole", columns: [t.poleId], foreignColumns: [poles.id] }),
    foreignKey({ name: "closing_days_created_by", columns: [t.createdBy], foreignColumns: [members.id] }),
    check("closing_days_label_is_one_line", sql`${t.label} !~ '[[:cntrl:]]' and length(${t.label}) between 1 and 80`),
    check("closing_days_in_order", sql`${t.lastDay} >= ${t.firstDay} and ${t.lastDay} - ${t.firstDay} <= 366`),
    index("closing_days_by_day").on(t.lastDay),
  ],
);
