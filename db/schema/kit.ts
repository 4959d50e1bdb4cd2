import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgTable, smallint, text, unique } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { DUTY_ROLES } from "./duty";
import { sittings } from "./meeting";
import { members } from "./member";

/** The community's own list of what is to be done around a sitting; days are counted from it, before it below zero. */
export const kitSteps = pgTable(
  "kit_steps",
  {
    id: identity(),
    days: smallint("days").notNull(),
    role: text("role", { enum: DUTY_ROLES }).notNull(),
    title: text("title").notNull(),
    message: text("message").notNull().default(""),
    changedBy: reference("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
    retiredAt: instant("retired_at"),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    foreignKey({ name: "kit_steps_changed_by", columns: [t.changedBy], foreignColumns: [members.id] }),
    check("kit_steps_role_known", sql`${t.role} in ('facilitation', 'coordination', 'notes')`),
    check("kit_steps_days_bounded", sql`${t.days} between -180 and 90`),
    check("kit_steps_title_is_one_line", sql`${t.title} !~ '[[:cntrl:]]' and length(${t.title}) between 1 and 160`),
    check("kit_steps_message_bounded", sql`length(${t.message}) <= 4000`),
  ],
);

export const KIT_CHANGES = ["added", "reworded", "retired", "returned"] as const;

/** How that list became what it is: each row keeps the words that a change replaced, or that it brought. Rows are added, never changed. */
export const kitChanges = pgTable(
  "kit_changes",
  {
    id: identity(),
    stepId: reference("step_id").notNull(),
    act: text("act", { enum: KIT_CHANGES }).notNull(),
    days: smallint("days").notNull(),
    role: text("role", { enum: DUTY_ROLES }).notNull(),
    title: text("title").notNull(),
    message: text("message").notNull(),
    changedBy: reference("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    foreignKey({ name: "kit_changes_step", columns: [t.stepId], foreignColumns: [kitSteps.id] }),
    foreignKey({ name: "kit_changes_changed_by", columns: [t.changedBy], foreignColumns: [members.id] }),
    check("kit_changes_act_known", sql`${t.act} in ('added', 'reworded', 'retired', 'returned')`),
    index("kit_changes_by_step").on(t.stepId),
  ],
);

export const NOTE_OUTCOMES = ["taken", "set-aside"] as const;

/** What people would change in that list, of one step or of the whole, for the committee to weigh. */
export const kitNotes = pgTable(
  "kit_notes",
  {
    id: identity(),
    memberId: reference("member_id").notNull(),
    stepId: reference("step_id"),
    body: text("body").notNull(),
    at: instant("at").notNull(),
    settledAt: instant("settled_at"),
    settledBy: reference("settled_by"),
    outcome: text("outcome", { enum: NOTE_OUTCOMES }),
  },
  (t) => [
    foreignKey({ name: "kit_notes_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "kit_notes_settled_by", columns: [t.settledBy], foreignColumns: [members.id] }),
    foreignKey({ name: "kit_notes_step", columns: [t.stepId], foreignColumns: [kitSteps.id] }),
    check("kit_notes_body_bounded", sql`length(${t.body}) between 1 and 1000`),
    check("kit_notes_settled_by_someone", sql`num_nonnulls(${t.settledAt}, ${t.settledBy}, ${t.outcome}) in (0, 3)`),
    check("kit_notes_outcome_known", sql`${t.outcome} in ('taken', 'set-aside')`),
    index("kit_notes_waiting").on(t.at).where(sql`settled_at is null`),
  ],
);

/**
 * What is to be done around one sitting. Its day is counted from the sitting and its owner
 * is who holds the role, so both follow when the sitting moves or somebody takes over;
 * done_day keeps the day that it had when it was done.
 */
export const sittingTasks = pgTable(
  "sitting_tasks",
  {
    id: identity(),
    sittingId: reference("sitting_id").notNull(),
    stepId: reference("step_id"),
    days: smallint("days").notNull(),
    role: text("role", { enum: DUTY_ROLES }).notNull(),
    title: text("title").notNull(),
    message: text("message").notNull().default(""),
    doneAt: instant("done_at"),
    doneBy: reference("done_by"),
    doneDay: date("done_day", { mode: "string" }),
  },
  (t) => [
    foreignKey({ name: "sitting_tasks_sitting", columns: [t.sittingId], foreignColumns: [sittings.id] }).onDelete("cascade"),
    foreignKey({ name: "sitting_tasks_step", columns: [t.stepId], foreignColumns: [kitSteps.id] }),
    foreignKey({ name: "sitting_tasks_done_by", columns: [t.doneBy], foreignColumns: [members.id] }),
    unique("sitting_tasks_one_per_step").on(t.sittingId, t.stepId),
    check("sitting_tasks_role_known", sql`${t.role} in ('facilitation', 'coordination', 'notes')`),
    check("sitting_tasks_days_bounded", sql`${t.days} between -180 and 90`),
    check("sitting_tasks_title_is_one_line", sql`${t.title} !~ '[[:cntrl:]]' and length(${t.title}) between 1 and 160`),
    check("sitting_tasks_message_bounded", sql`length(${t.message}) <= 4000`),
    check("sitting_tasks_done_by_someone", sql`num_nonnulls(${t.doneAt}, ${t.doneBy}, ${t.doneDay}) in (0, 3)`),
  ],
);

/** What those responsible for one sitting leave to the next ones. */
export const handovers = pgTable(
  "handovers",
  {
    sittingId: reference("sitting_id").primaryKey(),
    worked: text("worked").notNull().default(""),
    toKnow: text("to_know").notNull().default(""),
    leftOver: text("left_over").notNull().default(""),
    writtenBy: reference("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    foreignKey({ name: "handovers_sitting", columns: [t.sittingId], foreignColumns: [sittings.id] }).onDelete("cascade"),
    foreignKey({ name: "handovers_written_by", columns: [t.writtenBy], foreignColumns: [members.id] }),
    check("handovers_texts_bounded", sql`length(${t.worked}) <= 2000 and length(${t.toKnow}) <= 2000 and length(${t.leftOver}) <= 2000`),
  ],
);
