import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, smallint, text, unique } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";

/** The people's employers and places of work. */
export const organisations = pgTable(
  "organisations",
  {
    id: identity(),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    unique("organisations_one_name").on(t.name),
    index("organisations_by_word").using("gin", sql`to_tsvector('simple', folded(${t.name}))`),
    check("organisations_name_is_one_line", sql`${t.name} !~ '[[:cntrl:]]' and length(${t.name}) between 1 and 120`),
  ],
);

/** One row: this instance serves one community. */
export const communities = pgTable(
  "communities",
  {
    id: smallint("id").primaryKey().default(1),
    name: text("name").notNull(),
    territory: text("territory").notNull(),
    timeZone: text("time_zone").notNull().default("America/Toronto"),
    responsibleOrganisationId: reference("responsible_organisation_id").notNull(),
    privacyOfficerName: text("privacy_officer_name").notNull(),
    privacyOfficerTitle: text("privacy_officer_title").notNull(),
    privacyOfficerContact: text("privacy_officer_contact").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    check("communities_only_one", sql`${t.id} = 1`),
    foreignKey({
      name: "communities_responsible_organisation",
      columns: [t.responsibleOrganisationId],
      foreignColumns: [organisations.id],
    }),
  ],
);

/** The single-use key that the first start prints; only its SHA-256 is kept. */
export const setupKeys = pgTable("setup_keys", {
  keyHash: text("key_hash").primaryKey(),
  createdAt: instant("created_at").notNull().defaultNow(),
  usedAt: instant("used_at"),
});
