import { sql } from "drizzle-orm";
import { bigint, check, date, foreignKey, index, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { charterVersions } from "./charter";
import { count, identity, instant, reference } from "./columns";
import { organisations } from "./community";
import { members } from "./member";
import { charterLog } from "./signature";

/** How this community goes about signing, where it is not the usual way: one row. */
export const signingSettings = pgTable(
  "signing_settings",
  {
    id: smallint("id").primaryKey().default(1),
    graceDays: smallint("grace_days").notNull(),
    /** What happens to those who have not signed once their days of grace are over. */
    afterGrace: text("after_grace", { enum: ["nothing", "reminder", "no-new-threads", "reading-only"] }).notNull(),
    chosenBy: reference("chosen_by").notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    check("signing_settings_only_one", sql`${t.id} = 1`),
    check("signing_settings_grace", sql`${t.graceDays} between 7 and 180`),
    check("signing_settings_after_grace_known", sql`${t.afterGrace} in ('nothing', 'reminder', 'no-new-threads', 'reading-only')`),
    foreignKey({ name: "signing_settings_chosen_by", columns: [t.chosenBy], foreignColumns: [members.id] }),
  ],
);

/**
 * Whose days of grace are over, since when, and what that means for them: laid anew each night
 * and whenever what is asked changes, taken off as soon as somebody signs. Every request reads it.
 */
export const signingHolds = pgTable(
  "signing_holds",
  {
    memberId: reference("member_id").notNull(),
    kind: text("kind", { enum: ["reminder", "no-new-threads", "reading-only"] }).notNull(),
    since: instant("since").notNull(),
  },
  (t) => [
    primaryKey({ name: "signing_holds_once", columns: [t.memberId] }),
    foreignKey({ name: "signing_holds_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    check("signing_holds_kind_known", sql`${t.kind} in ('reminder', 'no-new-threads', 'reading-only')`),
  ],
);

/** A yearly campaign of renewal: planned for a day, opened on it with an entry of the log, and over at an instant. */
export const signingCampaigns = pgTable(
  "signing_campaigns",
  {
    id: identity(),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    closesAt: instant("closes_at").notNull(),
    plannedBy: reference("planned_by").notNull(),
    plannedAt: instant("planned_at").notNull(),
    openedAt: instant("opened_at"),
    /** Its number among the campaigns of the log. */
    campaign: smallint("campaign"),
  },
  (t) => [
    foreignKey({ name: "signing_campaigns_planned_by", columns: [t.plannedBy], foreignColumns: [members.id] }),
    check("signing_campaigns_opened_whole", sql`(${t.openedAt} is null) = (${t.campaign} is null)`),
    check("signing_campaigns_last_a_while", sql`${t.closesAt} > ${t.plannedAt} and ${t.closesAt} > ${t.openedAt}`),
    uniqueIndex("signing_campaigns_one_per_number").on(t.campaign),
    uniqueIndex("signing_campaigns_one_planned").on(sql`(true)`).where(sql`opened_at is null`),
  ],
);

/** The head of the log as it was mailed to the committee, once each week: who keeps such a mail can tell whether the log was cut or rewritten since. Append-only. */
export const charterHeads = pgTable(
  "charter_heads",
  {
    /** The Monday of the week. */
    week: date("week", { mode: "string" }).primaryKey(),
    number: bigint("number", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    foreignKey({ name: "charter_heads_entry", columns: [t.number], foreignColumns: [charterLog.number] }),
    check("charter_heads_on_mondays", sql`extract(isodow from ${t.week}) = 1`),
    check("charter_heads_hash", sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** When the committee had those reminded who had not signed, everywhere or in one organisation. */
export const signingReminders = pgTable(
  "signing_reminders",
  {
    id: identity(),
    version: count("version").notNull(),
    campaign: smallint("campaign").notNull(),
    organisationId: reference("organisation_id"),
    askedBy: reference("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [
    foreignKey({ name: "signing_reminders_version", columns: [t.version], foreignColumns: [charterVersions.number] }),
    foreignKey({ name: "signing_reminders_organisation", columns: [t.organisationId], foreignColumns: [organisations.id] }),
    foreignKey({ name: "signing_reminders_asked_by", columns: [t.askedBy], foreignColumns: [members.id] }),
    index("signing_reminders_latest").on(t.askedAt.desc()),
  ],
);
