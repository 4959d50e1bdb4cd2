import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { after, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { OPENS_BEFORE_MS } from "./model";
import type { AtTheDoor } from "./policy";
import { keyOfGuest } from "./sql.server";

/** The list may be kept from shortly before the sitting; one that does not take place has none. */
async function checkOpen(tx: Tx, sittingId: number): Promise<void> {
  const [row] = await tx.execute<{ starts_at: string | Date; off: boolean }>(sql`select starts_at, num_nonnulls(cancelled_at, postponed_at) > 0 as off from sittings where id = ${sittingId} for share`);
  if (!row) throw new DomainError("thing.absent");
  if (row.off) throw new DomainError("attendance.off");
  if (new Date(row.starts_at) > after(now(), OPENS_BEFORE_MS)) throw new DomainError("attendance.too-early");
}

export type Ticked = { key: string; ref: string; present: boolean; at: Date };

/**
 * Notes who is there. Of two acts on one person the later stands, whichever comes first; an
 * act that comes twice changes nothing. Returns the keys of those whose person is gone.
 * @throws DomainError thing.absent, attendance.off, attendance.too-early
 */
export async function tick(tx: Tx, { actor, subject: { sittingId } }: AtTheDoor, acts: readonly Ticked[]): Promise<string[]> {
  await checkOpen(tx, sittingId);
  const gone: string[] = [];
  // In the order of their numbers, so that two phones do not wait for each other in a ring.
  for (const { key, ref, present, at } of [...acts].sort((a, b) => a.ref.localeCompare(b.ref) || a.at.getTime() - b.at.getTime())) {
    const id = Number(ref.slice(1));
    const moment = sql`${at.toISOString()}::timestamptz`;
    const there = present ? moment : sql`null::timestamptz`;
    const later = sql`(attendances.acted_at, attendances.act_key) < (${moment}, ${key}::uuid) and attendances.act_key <> ${key}::uuid`;
    const standing = sql`update set present_at = excluded.present_at, acted_at = excluded.acted_at, acted_by = excluded.acted_by, act_key = excluded.act_key where ${later}`;
    const [known] = ref.startsWith("v")
      ? await tx.execute(sql`
          with moved as (update attendances set present_at = ${there}, acted_at = ${moment}, acted_by = ${actor.memberId}, act_key = ${key}::uuid
            where id = ${id} and sitting_id = ${sittingId} and member_id is null and ${later} returning 1)
          select 1 from attendances where id = ${id} and sitting_id = ${sittingId} and member_id is null`)
      : ref.startsWith("g")
        ? await tx.execute(sql`
          with guest as (select id, name, organisation from sitting_guests where id = ${id} and sitting_id = ${sittingId}),
          noted as (insert into attendances (sitting_id, name, organisation, present_at, acted_at, acted_by, act_key, noted_key)
            select ${sittingId}, guest.name, guest.organisation, ${there}, ${moment}, ${actor.memberId}, ${key}::uuid, ${keyOfGuest(sql`guest.id`)} from guest
            on conflict on constraint attendances_noted_once do ${standing} returning 1)
          select 1 from guest`)
        : await tx.execute(sql`
          with person as (select id from members where id = ${id} and state in ('active', 'paused') and guest_until is null),
          noted as (insert into attendances (sitting_id, member_id, present_at, acted_at, acted_by, act_key)
            select ${sittingId}, person.id, ${there}, ${moment}, ${actor.memberId}, ${key}::uuid from person
            on conflict on constraint attendances_once do ${standing} returning 1)
          select 1 from person`);
    if (!known) gone.push(key);
  }
  tx.announce({ type: "attendance.moved", id: sittingId });
  return gone;
}

export type Visitor = { name: string; organisation: string; key: string | undefined; at: Date };

/** Notes someone without an account, who is there. The same act twice is one person. */
export async function noteVisitor(tx: Tx, { actor, subject: { sittingId } }: AtTheDoor, { name, organisation, key = randomUUID(), at }: Visitor): Promise<void> {
  await checkOpen(tx, sittingId);
  const moment = sql`${at.toISOString()}::timestamptz`;
  await tx.execute(sql`
    insert into attendances (sitting_id, name, organisation, present_at, acted_at, acted_by, act_key, noted_key)
    values (${sittingId}, ${name}, ${organisation}, ${moment}, ${moment}, ${actor.memberId}, ${key}::uuid, ${key}::uuid)
    on conflict on constraint attendances_noted_once do nothing`);
  tx.announce({ type: "attendance.moved", id: sittingId });
}
