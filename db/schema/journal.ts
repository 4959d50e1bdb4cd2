import { foreignKey, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { members } from "./member";

/** Who did what to whom and when, without content. Append-only. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: identity(),
    at: instant("at").notNull().defaultNow(),
    actorId: reference("actor_id"),
    act: text("act").notNull(),
    subjectId: reference("subject_id"),
    details: jsonb("details").$type<Record<string, string | number>>().notNull().default({}),
  },
  (t) => [
    foreignKey({ name: "audit_entries_actor", columns: [t.actorId], foreignColumns: [members.id] }),
    index("audit_entries_by_date").on(t.at),
  ],
);

/** What a form's key has already done, so that the same form posted again finds its result. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    memberId: reference("member_id").notNull(),
    key: text("key").notNull(),
    fingerprint: text("fingerprint").notNull(),
    location: text("location"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "idempotency_keys_once", columns: [t.memberId, t.key] }),
    foreignKey({ name: "idempotency_keys_member", columns: [t.memberId], foreignColumns: [members.id] }).onDelete("cascade"),
    index("idempotency_keys_by_age").on(t.createdAt),
  ],
);
