import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, jsonb, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, reference } from "./columns";
import { members } from "./member";

export const COMPUTERS = ["own", "shared"] as const;

/**
 * A signed-in browser. The id is the SHA-256 of the cookie's token; public_id names it in the list of devices.
 * After a new right the next page renews the token; the replaced one is good for the requests that were under way.
 */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    publicId: uuid("public_id").notNull().defaultRandom(),
    memberId: reference("member_id").notNull(),
    computer: text("computer", { enum: COMPUTERS }).notNull(),
    browser: text("browser").notNull().default(""),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    renewalDue: boolean("renewal_due").notNull().default(false),
    replacedAt: instant("replaced_at"),
  },
  (t) => [
    unique("sessions_one_public_id").on(t.publicId),
    foreignKey({ name: "sessions_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    check("sessions_id_is_a_hash", sql`${t.id} ~ '^[0-9a-f]{64}$'`),
    check("sessions_computer_known", sql`${t.computer} in ('own', 'shared')`),
    check("sessions_replaced_once", sql`not (${t.renewalDue} and ${t.replacedAt} is not null)`),
    index("sessions_by_member").on(t.memberId),
  ],
);

/**
 * One request for a code, tied to the browser that asked by the SHA-256 of its
 * cookie. An unknown address gets a row too, without a member.
 */
export const signInChallenges = pgTable(
  "sign_in_challenges",
  {
    requestHash: text("request_hash").primaryKey(),
    memberId: reference("member_id"),
    computer: text("computer", { enum: COMPUTERS }).notNull(),
    returnTo: text("return_to").notNull().default("/"),
    codeSalt: text("code_salt"),
    codeHash: text("code_hash"),
    attempts: smallint("attempts").notNull().default(0),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    foreignKey({ name: "sign_in_challenges_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    check("sign_in_challenges_at_most_five_tries", sql`${t.attempts} between 0 and 5`),
    index("sign_in_challenges_by_member").on(t.memberId, t.createdAt),
    index("sign_in_challenges_by_age").on(t.createdAt),
  ],
);

/** What someone was publishing when their session had ended; it goes through after the code, for the same person only. */
export const pendingWrites = pgTable(
  "pending_writes",
  {
    requestHash: text("request_hash").primaryKey(),
    path: text("path").notNull(),
    fields: jsonb("fields").$type<[string, string][]>().notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: "pending_writes_challenge",
      columns: [t.requestHash],
      foreignColumns: [signInChallenges.requestHash],
    }).onDelete("cascade"),
  ],
);
