import { and, eq, inArray, sql } from "drizzle-orm";
import { duties } from "#db/schema/duty";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { lockMeeting } from "~/features/meeting/mutations.server";
import type { Role } from "../model";
import { askFor } from "../mutations.server";
import type { Naming } from "../policy";

export type Planned = { sittingId: number; role: Role; memberId: number };

/** Whoever plans a whole season locks its meetings in one order, so that two of them wait for each other instead of ending in a knot. */
async function lockAll(tx: Tx, sittingIds: readonly number[]): Promise<void> {
  const rows = sittingIds.length === 0 ? [] : await tx.execute<{ id: number }>(sql`select distinct meeting_id::int as id from sittings where id = any(string_to_array(${sittingIds.join()}, ',')::bigint[]) order by id`);
  for (const { id } of rows) await lockMeeting(tx, id);
}

/** Lays a plan over the roles that nobody holds: nothing is asked yet, and the committee alone sees it. Returns how many roles it names. */
export async function proposeSeason(tx: Tx, { actor }: Naming, plan: readonly Planned[]): Promise<number> {
  await lockAll(tx, [...new Set(plan.map(({ sittingId }) => sittingId))]);
  let named = 0;
  for (const { sittingId, role, memberId } of plan) {
    // Someone who got a role there meanwhile, or a role that got someone, stays as it is.
    const made = await tx.execute(sql`
      insert into duties (sitting_id, role, state, member_id, since)
      select ${sittingId}::bigint, ${role}, 'proposed', ${memberId}::bigint, ${now().toISOString()}::timestamptz
      where not exists (select 1 from duties d where d.sitting_id = ${sittingId} and d.member_id = ${memberId})
      on conflict (sitting_id, role) do update set state = 'proposed', member_id = excluded.member_id, since = excluded.since, revision = duties.revision + 1 where duties.state = 'open'
      returning id`);
    named += made.length;
  }
  await tx.audit({ actor, act: "duty.proposed", details: { roles: named } });
  return named;
}

/**
 * Changes who stands in the plan; nobody empties a line. Only what is still a plan changes.
 * @throws DomainError duty.person-gone, duty.already-there
 */
export async function adjustSeason(tx: Tx, _proof: Naming, lines: readonly { dutyId: number; memberId: number | null }[]): Promise<void> {
  const there = await tx.select().from(duties).where(and(inArray(duties.id, lines.map(({ dutyId }) => dutyId)), eq(duties.state, "proposed")));
  await lockAll(tx, [...new Set(there.map(({ sittingId }) => sittingId))]);
  const changed = lines.filter(({ dutyId, memberId }) => there.some(({ id, memberId: before }) => id === dutyId && before !== memberId));
  if (changed.length === 0) return;
  // Two people who change places must not meet on the way.
  await tx.update(duties).set({ state: "open", memberId: null, revision: sql`${duties.revision} + 1` }).where(and(inArray(duties.id, changed.map(({ dutyId }) => dutyId)), eq(duties.state, "proposed")));
  for (const { dutyId, memberId } of changed) {
    if (memberId === null) continue;
    const [here] = await tx.execute(sql`select 1 from members where id = ${memberId} and state = 'active' and guest_until is null`);
    if (!here) throw new DomainError("duty.person-gone");
    const [clash] = await tx.execute(sql`select 1 from duties d join duties mine on mine.sitting_id = d.sitting_id where mine.id = ${dutyId} and d.id <> ${dutyId} and d.member_id = ${memberId}`);
    if (clash) throw new DomainError("duty.already-there");
    await tx.update(duties).set({ state: "proposed", memberId, since: now() }).where(and(eq(duties.id, dutyId), eq(duties.state, "open")));
  }
}

/** Asks everyone who stands in the plan, in one act. Returns how many. */
export async function askSeason(tx: Tx, proof: Naming, from: Date, until: Date, reasons: ReadonlyMap<string, string>): Promise<number> {
  const planned = await tx.execute<{ id: number; role: Role; member: number; revision: number; sitting: number; meeting: number }>(sql`
    select d.id::int, d.role, d.member_id::int as member, d.revision, s.id::int as sitting, s.meeting_id::int as meeting from duties d join sittings s on s.id = d.sitting_id
    where d.state = 'proposed' and s.cancelled_at is null and s.held_at is null and s.starts_at > ${now().toISOString()}::timestamptz
      and s.starts_at >= ${from.toISOString()}::timestamptz and s.starts_at < ${until.toISOString()}::timestamptz order by s.meeting_id, s.starts_at, d.id`);
  for (const { role, member, revision, sitting, meeting } of planned) {
    await askFor(tx, proof, { meetingId: meeting, sittingId: sitting }, { role, memberId: member, version: revision, reason: reasons.get(`${sitting} ${role} ${member}`) ?? "" });
  }
  return planned.length;
}

/** Takes the plan away again; what was asked or agreed stays. */
export async function dropSeason(tx: Tx, { actor }: Naming, from: Date, until: Date): Promise<void> {
  const gone = await tx.execute(sql`
    update duties d set state = 'open', member_id = null, revision = d.revision + 1 from sittings s
    where s.id = d.sitting_id and d.state = 'proposed' and s.starts_at >= ${from.toISOString()}::timestamptz and s.starts_at < ${until.toISOString()}::timestamptz returning d.id`);
  await tx.audit({ actor, act: "duty.plan-dropped", details: { roles: gone.length } });
}
