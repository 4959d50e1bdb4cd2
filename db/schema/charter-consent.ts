import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, smallint, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { charterVersions } from "./charter";
import { identity, instant, reference } from "./columns";
import { members } from "./member";

/**
 * A round of consent: the very text that is answered to, the rule as it was said beforehand,
 * and once it is over what came of it, with the numbers that it was found by.
 */
export const consentRounds = pgTable(
  "consent_rounds",
  {
    id: identity(),
    versionId: reference("version_id").notNull(),
    number: smallint("number").notNull(),
    canonicalText: text("canonical_text").notNull(),
    sha256: text("sha256").notNull(),
    objectionsBlock: boolean("objections_block").notNull(),
    peoplePercent: smallint("people_percent").notNull(),
    organisationsPercent: smallint("organisations_percent").notNull(),
    openedAt: instant("opened_at").notNull(),
    openedBy: reference("opened_by").notNull(),
    closesAt: instant("closes_at").notNull(),
    closedAt: instant("closed_at"),
    closedBy: reference("closed_by"),
    adopted: boolean("adopted"),
    /** People and organisations that counted when it closed. */
    ofPeople: integer("of_people"),
    ofOrganisations: integer("of_organisations"),
  },
  (t) => [
    foreignKey({ name: "consent_rounds_version", columns: [t.versionId], foreignColumns: [charterVersions.id] }),
    foreignKey({ name: "consent_rounds_opened_by", columns: [t.openedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "consent_rounds_closed_by", columns: [t.closedBy], foreignColumns: [members.id] }),
    unique("consent_rounds_one_per_number").on(t.versionId, t.number),
    uniqueIndex("consent_rounds_one_open").on(sql`(true)`).where(sql`closed_at is null`),
    check("consent_rounds_rule", sql`${t.peoplePercent} between 0 and 100 and ${t.organisationsPercent} between 0 and 100 and ${t.number} >= 1`),
    check("consent_rounds_last_a_while", sql`${t.closesAt} > ${t.openedAt}`),
    check("consent_rounds_closed_with_a_result", sql`num_nonnulls(${t.closedAt}, ${t.closedBy}, ${t.adopted}, ${t.ofPeople}, ${t.ofOrganisations}) in (0, 5)`),
  ],
);

/** What a member answers in a round; an objection stays where it was once it is taken back, with when. */
export const consentAnswers = pgTable(
  "consent_answers",
  {
    roundId: reference("round_id").notNull(),
    memberId: reference("member_id").notNull(),
    stance: text("stance", { enum: ["adhere", "reserve", "object"] }).notNull(),
    reason: text("reason").notNull().default(""),
    at: instant("at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    primaryKey({ name: "consent_answers_once", columns: [t.roundId, t.memberId] }),
    foreignKey({ name: "consent_answers_round", columns: [t.roundId], foreignColumns: [consentRounds.id] }),
    foreignKey({ name: "consent_answers_member", columns: [t.memberId], foreignColumns: [members.id] }),
    check("consent_answers_known", sql`${t.stance} in ('adhere', 'reserve', 'object')`),
    check("consent_answers_with_a_reason", sql`length(${t.reason}) <= 2000 and (${t.stance} = 'adhere' or ${t.reason} <> '')`),
    check("consent_answers_objections_withdrawn", sql`${t.withdrawnAt} is null or ${t.stance} = 'object'`),
    index("consent_answers_by_member").on(t.memberId),
  ],
);
