import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { files } from "./file";
import { members } from "./member";
import { reportedTexts } from "./reported-text";
import { messages, threads } from "./thread";

export const REPORT_KINDS = ["message", "title", "file", "text"] as const;
export const REPORT_CAUSES = ["personal-information", "tone", "frame", "advertising", "other"] as const;
export const REPORT_OUTCOMES = ["redacted", "restored", "concealed", "deleted", "dismissed", "gone"] as const;

/**
 * Something that a person asks the committee to look at. Personal information is concealed at once, by the
 * rows of « concealments ». One open report per thing; the note never holds what was concealed once that is redacted.
 */
export const reports = pgTable(
  "reports",
  {
    id: identity(),
    kind: text("kind", { enum: REPORT_KINDS }).notNull(),
    threadId: reference("thread_id"),
    messageId: reference("message_id"),
    fileId: reference("file_id"),
    textId: reference("text_id"),
    cause: text("cause", { enum: REPORT_CAUSES }).notNull(),
    note: text("note").notNull().default(""),
    reporterId: reference("reporter_id").notNull(),
    at: instant("at").notNull(),
    outcome: text("outcome", { enum: REPORT_OUTCOMES }),
    settledAt: instant("settled_at"),
    settledBy: reference("settled_by"),
  },
  (t) => [
    foreignKey({ name: "reports_thread", columns: [t.threadId], foreignColumns: [threads.id] }),
    foreignKey({ name: "reports_message", columns: [t.threadId, t.messageId], foreignColumns: [messages.threadId, messages.id] }),
    foreignKey({ name: "reports_file", columns: [t.fileId], foreignColumns: [files.id] }).onDelete("set null"),
    foreignKey({ name: "reports_text", columns: [t.textId], foreignColumns: [reportedTexts.id] }),
    foreignKey({ name: "reports_reporter", columns: [t.reporterId], foreignColumns: [members.id] }),
    foreignKey({ name: "reports_settled_by", columns: [t.settledBy], foreignColumns: [members.id] }),
    check(
      "reports_kind_known",
      sql`${t.kind} in ('message', 'title', 'file', 'text') and (${t.kind} = 'text') = (${t.textId} is not null) and (${t.kind} = 'text') = (${t.threadId} is null)
        and (${t.kind} in ('title', 'text')) = (${t.messageId} is null) and (${t.kind} = 'file' or ${t.fileId} is null)`,
    ),
    check("reports_cause_known", sql`${t.cause} in ('personal-information', 'tone', 'frame', 'advertising', 'other')`),
    check("reports_outcome_known", sql`${t.outcome} in ('redacted', 'restored', 'concealed', 'deleted', 'dismissed', 'gone')`),
    check("reports_settled_whole", sql`num_nonnulls(${t.outcome}, ${t.settledAt}, ${t.settledBy}) in (0, 3)`),
    check("reports_note_bounded", sql`length(${t.note}) <= 1000`),
    uniqueIndex("reports_one_open").on(t.kind, sql`coalesce(${t.threadId}, 0)`, sql`coalesce(${t.messageId}, 0)`, sql`coalesce(${t.fileId}, 0)`, sql`coalesce(${t.textId}, 0)`).where(sql`settled_at is null`),
    index("reports_waiting").on(t.at).where(sql`settled_at is null`),
    index("reports_settled").on(t.settledAt.desc(), t.id.desc()).where(sql`settled_at is not null`),
  ],
);

export const CONCEALMENT_KINDS = ["message", "title", "quote", "file", "text"] as const;

/**
 * What was taken out of sight for a report: the text itself lies here and nowhere else, for its author and the
 * committee, until it is put back or forgotten. So whatever reads messages, titles and files sees nothing of it.
 */
export const concealments = pgTable(
  "concealments",
  {
    id: identity(),
    reportId: reference("report_id").notNull(),
    kind: text("kind", { enum: CONCEALMENT_KINDS }).notNull(),
    threadId: reference("thread_id"),
    messageId: reference("message_id"),
    fileId: reference("file_id"),
    textId: reference("text_id"),
    body: text("body").notNull().default(""),
    /** What stands in its place: put back only where that is still so. */
    instead: text("instead").notNull().default(""),
    place: smallint("place"),
    attachedAt: instant("attached_at"),
    at: instant("at").notNull(),
  },
  (t) => [
    foreignKey({ name: "concealments_report", columns: [t.reportId], foreignColumns: [reports.id] }).onDelete("cascade"),
    foreignKey({ name: "concealments_thread", columns: [t.threadId], foreignColumns: [threads.id] }).onDelete("cascade"),
    foreignKey({ name: "concealments_message", columns: [t.messageId], foreignColumns: [messages.id] }).onDelete("cascade"),
    foreignKey({ name: "concealments_file", columns: [t.fileId], foreignColumns: [files.id] }).onDelete("cascade"),
    foreignKey({ name: "concealments_text", columns: [t.textId], foreignColumns: [reportedTexts.id] }),
    check(
      "concealments_kind_known",
      sql`${t.kind} in ('message', 'title', 'quote', 'file', 'text') and (${t.kind} = 'text') = (${t.textId} is not null) and (${t.kind} = 'text') = (${t.threadId} is null)
        and (${t.kind} in ('title', 'text')) = (${t.messageId} is null) and (${t.kind} = 'file') = (${t.fileId} is not null)`,
    ),
    index("concealments_by_report").on(t.reportId),
    index("concealments_by_message").on(t.messageId),
    uniqueIndex("concealments_one_text").on(t.messageId).where(sql`kind = 'message'`),
    uniqueIndex("concealments_one_title").on(t.threadId).where(sql`kind = 'title'`),
    uniqueIndex("concealments_one_file").on(t.fileId),
    index("concealments_of_text").on(t.textId).where(sql`text_id is not null`),
  ],
);

export const LETTER_ACTS = ["concealed", "redacted", "restored", "deleted", "dismissed", "thread-removed", "thread-restored", "word"] as const;

/** What the committee wrote to an author about something of theirs, with what was done. Read by the author and the committee. */
export const reportLetters = pgTable(
  "report_letters",
  {
    id: identity(),
    threadId: reference("thread_id"),
    reportId: reference("report_id"),
    memberId: reference("member_id").notNull(),
    act: text("act", { enum: LETTER_ACTS }).notNull(),
    body: text("body").notNull(),
    byId: reference("by_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    foreignKey({ name: "report_letters_thread", columns: [t.threadId], foreignColumns: [threads.id] }).onDelete("cascade"),
    foreignKey({ name: "report_letters_report", columns: [t.reportId], foreignColumns: [reports.id] }),
    foreignKey({ name: "report_letters_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "report_letters_by", columns: [t.byId], foreignColumns: [members.id] }),
    check("report_letters_act_known", sql`${t.act} in ('concealed', 'redacted', 'restored', 'deleted', 'dismissed', 'thread-removed', 'thread-restored', 'word')`),
    check("report_letters_bounded", sql`length(${t.body}) between 1 and 2000`),
    index("report_letters_of_report").on(t.reportId),
    index("report_letters_to").on(t.memberId, t.id.desc()),
  ],
);

export const INCIDENT_RISKS = ["to-assess", "not-serious", "serious"] as const;

/** A confidentiality incident, opened by a report of personal information or by hand. Only grows; nothing of it is ever deleted. */
export const incidents = pgTable(
  "incidents",
  {
    id: identity(),
    reportId: reference("report_id"),
    openedAt: instant("opened_at").notNull(),
    openedBy: reference("opened_by").notNull(),
  },
  (t) => [
    foreignKey({ name: "incidents_report", columns: [t.reportId], foreignColumns: [reports.id] }),
    foreignKey({ name: "incidents_opened_by", columns: [t.openedBy], foreignColumns: [members.id] }),
    uniqueIndex("incidents_one_per_report").on(t.reportId),
  ],
);

/** What was done, by itself or by someone, without content. Only grows. */
export const incidentSteps = pgTable(
  "incident_steps",
  {
    id: identity(),
    incidentId: reference("incident_id").notNull(),
    act: text("act").notNull(),
    count: integer("count"),
    byId: reference("by_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    foreignKey({ name: "incident_steps_incident", columns: [t.incidentId], foreignColumns: [incidents.id] }),
    foreignKey({ name: "incident_steps_by", columns: [t.byId], foreignColumns: [members.id] }),
    index("incident_steps_of_incident").on(t.incidentId, t.id),
  ],
);

/** The fields that the law asks for, a row for each wording: the last one stands. Only grows. */
export const incidentRecords = pgTable(
  "incident_records",
  {
    incidentId: reference("incident_id").notNull(),
    version: integer("version").notNull(),
    information: text("information").notNull(),
    circumstances: text("circumstances").notNull(),
    happened: text("happened").notNull(),
    known: text("known").notNull(),
    persons: integer("persons"),
    risk: text("risk", { enum: INCIDENT_RISKS }).notNull(),
    reasoning: text("reasoning").notNull(),
    commissionNotified: text("commission_notified").notNull(),
    personsNotified: text("persons_notified").notNull(),
    measures: text("measures").notNull(),
    byId: reference("by_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "incident_records_once", columns: [t.incidentId, t.version] }),
    foreignKey({ name: "incident_records_incident", columns: [t.incidentId], foreignColumns: [incidents.id] }),
    foreignKey({ name: "incident_records_by", columns: [t.byId], foreignColumns: [members.id] }),
    check("incident_records_risk_known", sql`${t.risk} in ('to-assess', 'not-serious', 'serious')`),
    check("incident_records_bounded", sql`greatest(length(${t.information}), length(${t.circumstances}), length(${t.reasoning}), length(${t.measures})) <= 4000 and greatest(length(${t.happened}), length(${t.known}), length(${t.commissionNotified}), length(${t.personsNotified})) <= 300`),
    check("incident_records_persons_bounded", sql`${t.persons} between 0 and 100000`),
  ],
);
