import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { sittings } from "./meeting";
import { members } from "./member";

export const DUTY_ROLES = ["facilitation", "coordination", "notes"] as const;

/**
 * open: nobody yet. proposed: the committee's own plan, nobody was asked. asked: waits
 * for an answer. accepted: agreed. relief: someone is looked for, in front of everybody.
 */
export const DUTY_STATES = ["open", "proposed", "asked", "accepted", "relief"] as const;

/**
 * One role in one sitting, with who holds it now. planned_id keeps who first agreed,
 * served_by who really did it, so that plan and reality stand side by side.
 */
export const duties = pgTable(
  "duties",
  {
    id: identity(),
    sittingId: reference("sitting_id").notNull(),
    role: text("role", { enum: DUTY_ROLES }).notNull(),
    state: text("state", { enum: DUTY_STATES }).notNull(),
    memberId: reference("member_id"),
    since: instant("since").notNull(),
    plannedId: reference("planned_id"),
    servedBy: reference("served_by"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    foreignKey({ name: "duties_sitting", columns: [t.sittingId], foreignColumns: [sittings.id] }).onDelete("cascade"),
    foreignKey({ name: "duties_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "duties_planned", columns: [t.plannedId], foreignColumns: [members.id] }),
    foreignKey({ name: "duties_served_by", columns: [t.servedBy], foreignColumns: [members.id] }),
    unique("duties_one_per_role").on(t.sittingId, t.role),
    unique("duties_one_role_per_person").on(t.sittingId, t.memberId),
    check("duties_role_known", sql`${t.role} in ('facilitation', 'coordination', 'notes')`),
    check("duties_state_known", sql`${t.state} in ('open', 'proposed', 'asked', 'accepted', 'relief')`),
    check("duties_held_by_someone", sql`(${t.state} in ('open', 'relief')) = (${t.memberId} is null)`),
    check("duties_agreed_are_planned", sql`${t.state} <> 'accepted' or ${t.plannedId} is not null`),
    index("duties_by_member").on(t.memberId, t.sittingId).where(sql`member_id is not null`),
  ],
);

export const ASK_OUTCOMES = ["accepted", "declined", "withdrawn"] as const;

/**
 * Who was asked to take a duty, why them, and what they answered. Only the person and
 * the committee ever read it: a refusal leaves no trace where others look.
 */
export const dutyAsks = pgTable(
  "duty_asks",
  {
    id: identity(),
    dutyId: reference("duty_id").notNull(),
    memberId: reference("member_id").notNull(),
    askedBy: reference("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    reason: text("reason").notNull().default(""),
    moreTimeAt: instant("more_time_at"),
    outcome: text("outcome", { enum: ASK_OUTCOMES }),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    foreignKey({ name: "duty_asks_duty", columns: [t.dutyId], foreignColumns: [duties.id] }).onDelete("cascade"),
    foreignKey({ name: "duty_asks_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "duty_asks_asked_by", columns: [t.askedBy], foreignColumns: [members.id] }),
    uniqueIndex("duty_asks_one_open").on(t.dutyId).where(sql`outcome is null`),
    check("duty_asks_outcome_known", sql`${t.outcome} in ('accepted', 'declined', 'withdrawn')`),
    check("duty_asks_answered_once", sql`(${t.outcome} is null) = (${t.answeredAt} is null)`),
    check("duty_asks_reason_bounded", sql`length(${t.reason}) <= 400`),
    index("duty_asks_by_duty").on(t.dutyId),
    index("duty_asks_by_member").on(t.memberId),
  ],
);

export const SWAP_OUTCOMES = ["agreed", "withdrawn", "declined"] as const;

/**
 * A turn that its holder would like somebody else to take: one person, or anybody.
 * Taken by someone, perhaps against a turn of theirs; agreed once the holder says so.
 */
export const dutySwaps = pgTable(
  "duty_swaps",
  {
    id: identity(),
    dutyId: reference("duty_id").notNull(),
    askedBy: reference("asked_by").notNull(),
    askedOf: reference("asked_of"),
    note: text("note").notNull().default(""),
    askedAt: instant("asked_at").notNull(),
    takenBy: reference("taken_by"),
    takenAt: instant("taken_at"),
    againstId: reference("against_id"),
    outcome: text("outcome", { enum: SWAP_OUTCOMES }),
    endedAt: instant("ended_at"),
  },
  (t) => [
    foreignKey({ name: "duty_swaps_duty", columns: [t.dutyId], foreignColumns: [duties.id] }).onDelete("cascade"),
    foreignKey({ name: "duty_swaps_asked_by", columns: [t.askedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "duty_swaps_asked_of", columns: [t.askedOf], foreignColumns: [members.id] }),
    foreignKey({ name: "duty_swaps_taken_by", columns: [t.takenBy], foreignColumns: [members.id] }),
    foreignKey({ name: "duty_swaps_against", columns: [t.againstId], foreignColumns: [duties.id] }).onDelete("set null"),
    uniqueIndex("duty_swaps_one_open").on(t.dutyId).where(sql`outcome is null`),
    check("duty_swaps_outcome_known", sql`${t.outcome} in ('agreed', 'withdrawn', 'declined')`),
    check("duty_swaps_end_once", sql`(${t.outcome} is null) = (${t.endedAt} is null)`),
    check("duty_swaps_between_two", sql`${t.askedOf} <> ${t.askedBy} and ${t.takenBy} <> ${t.askedBy}`),
    check("duty_swaps_taken_by_who_was_asked", sql`${t.askedOf} is null or ${t.takenBy} is null or ${t.takenBy} = ${t.askedOf}`),
    check("duty_swaps_taken_at_an_instant", sql`(${t.takenBy} is null) = (${t.takenAt} is null) and (${t.againstId} is null or ${t.takenBy} is not null)`),
    check("duty_swaps_agreed_by_both", sql`${t.outcome} is distinct from 'agreed' or ${t.takenBy} is not null`),
    check("duty_swaps_note_bounded", sql`length(${t.note}) <= 300`),
    index("duty_swaps_asked_of").on(t.askedOf).where(sql`outcome is null`),
    index("duty_swaps_by_person").on(t.askedBy).where(sql`outcome is null`),
  ],
);

export const ABSENCE_KINDS = ["absence", "leave", "exemption"] as const;

/**
 * When somebody takes no turns. absence: not on those days, which changes nothing else.
 * leave: nothing is expected, nor owed afterwards. exemption: not asked, as long as it lasts.
 */
export const turnAbsences = pgTable(
  "turn_absences",
  {
    id: identity(),
    memberId: reference("member_id").notNull(),
    kind: text("kind", { enum: ABSENCE_KINDS }).notNull(),
    fromDay: date("from_day", { mode: "string" }).notNull(),
    untilDay: date("until_day", { mode: "string" }),
    /** As the committee noted it, for the committee alone. */
    reason: text("reason").notNull().default(""),
    notedBy: reference("noted_by").notNull(),
    notedAt: instant("noted_at").notNull(),
  },
  (t) => [
    foreignKey({ name: "turn_absences_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    foreignKey({ name: "turn_absences_noted_by", columns: [t.notedBy], foreignColumns: [members.id] }),
    check("turn_absences_kind_known", sql`${t.kind} in ('absence', 'leave', 'exemption')`),
    check("turn_absences_end_after_they_begin", sql`${t.untilDay} >= ${t.fromDay}`),
    check("turn_absences_reason_bounded", sql`length(${t.reason}) <= 300`),
    check("turn_absences_come_back", sql`${t.kind} <> 'absence' or ${t.untilDay} is not null`),
    index("turn_absences_by_member").on(t.memberId, t.fromDay),
  ],
);
