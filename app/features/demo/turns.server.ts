import { sql } from "drizzle-orm";
import { POLES } from "#db/demo/cast";
import { MEETINGS } from "#db/demo/meetings";
import { ABSENCES, KIT_CHANGE, KIT_NOTES, TURNS, type DemoTurn } from "#db/demo/turns";
import { duties, dutyAsks, dutySwaps, turnAbsences } from "#db/schema/duty";
import { handovers, kitChanges, kitNotes, kitSteps, sittingTasks } from "#db/schema/kit";
import { after, DAY } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { FIRST_STEPS } from "~/features/duty/first-steps.server";
import type { Cast } from "./people.server";

type Sitting = { id: number; starts_at: string | Date; title: string; pole: string };

/** Who led each meeting, who is asked for the ones to come, and the list of tasks that goes with them. */
export async function fillTurns(tx: Tx, cast: Cast, today: Date): Promise<void> {
  const { idOf } = cast;
  const by = idOf("audrey");
  const sittings = await tx.execute<Sitting>(sql`select s.id::int, s.starts_at, m.title, p.name as pole from sittings s join meetings m on m.id = s.meeting_id join poles p on p.id = s.pole_id`);
  const steps = await tx.insert(kitSteps).values(FIRST_STEPS.map((step) => ({ ...step, changedBy: by, changedAt: after(today, -320 * DAY) }))).returning();
  await fillTemplate(tx, cast, steps, today);
  await tx.insert(turnAbsences).values(ABSENCES.map(({ who, kind, fromInDays, untilInDays, reason, notedBy }) => ({ memberId: idOf(who), kind, fromDay: dayIn(today, fromInDays), untilDay: untilInDays === null ? null : dayIn(today, untilInDays), reason: reason ?? "", notedBy: idOf(notedBy ?? who), notedAt: after(today, -130 * DAY) })));
  for (const { meeting, pole, turns, handover } of TURNS) {
    const title = MEETINGS.find(({ key }) => key === meeting)?.title;
    const place = POLES.find(({ key }) => key === pole)?.name;
    const sitting = sittings.find((one) => one.title === title && one.pole === place);
    if (!sitting) throw new Error(`No sitting of ${meeting} in ${pole}.`);
    for (const turn of turns) await fillTurn(tx, cast, sitting, turn, { today, by });
    const startsAt = new Date(sitting.starts_at);
    // What was due is done, but for the last thing of all; before a sitting to come, what fell due this week still waits.
    const grace = startsAt > today ? 7 : 0;
    const done = (days: number) => after(startsAt, (days + 1 + grace) * DAY) < today;
    const holderOf = (role: DemoTurn["role"]) => turns.find((turn) => turn.role === role)?.who;
    await tx.insert(sittingTasks).values(
      steps.map(({ id, days, role, title: words, message }) => ({
        ...{ sittingId: sitting.id, stepId: id, days, role, title: words, message },
        ...(done(days) ? { doneAt: after(startsAt, days * DAY), doneBy: idOf(holderOf(role) ?? "audrey"), doneDay: after(startsAt, days * DAY).toISOString().slice(0, 10) } : {}),
      })),
    );
    if (handover) await tx.insert(handovers).values({ ...handover, writtenBy: idOf(handover.by), sittingId: sitting.id, writtenAt: after(startsAt, 6 * DAY) });
  }
}

/** One wording that the committee changed since, and what people would change yet. */
async function fillTemplate(tx: Tx, { idOf }: Cast, steps: readonly (typeof kitSteps.$inferSelect)[], today: Date): Promise<void> {
  const stepOf = (title: string | null) => steps.find((step) => step.title === title)?.id ?? null;
  const { of, by, before } = KIT_CHANGE;
  const changed = stepOf(of);
  if (changed !== null) await tx.insert(kitChanges).values({ stepId: changed, act: "reworded", ...before, changedBy: idOf(by), changedAt: after(today, -60 * DAY) });
  await tx.insert(kitNotes).values(
    KIT_NOTES.map(({ who, about, body, daysAgo, settled }) => ({
      ...{ memberId: idOf(who), stepId: stepOf(about), body, at: after(today, -daysAgo * DAY) },
      ...(settled ? { settledAt: after(today, -(daysAgo - 2) * DAY), settledBy: idOf("audrey"), outcome: settled } : {}),
    })),
  );
}

const dayIn = (today: Date, days: number): string => after(today, days * DAY).toISOString().slice(0, 10);

async function fillTurn(tx: Tx, { idOf }: Cast, sitting: Sitting, { role, who, state, planned, served, askedDaysAgo, reason, search }: DemoTurn, { today, by }: { today: Date; by: number }): Promise<void> {
  const since = after(today, -(askedDaysAgo ?? 40) * DAY);
  const memberId = who === null ? null : idOf(who);
  const plannedId = planned ? idOf(planned) : state === "accepted" ? memberId : null;
  const [duty] = await tx.insert(duties).values({ sittingId: sitting.id, role, state, memberId, plannedId, servedBy: served ? idOf(served) : null, since }).returning({ id: duties.id });
  if (!duty) return;
  if (memberId !== null) {
    const answered = state === "accepted" ? { outcome: "accepted" as const, answeredAt: since } : {};
    await tx.insert(dutyAsks).values({ dutyId: duty.id, memberId, askedBy: by, askedAt: since, reason: reason ?? "", ...answered });
  }
  if (search && memberId !== null) await tx.insert(dutySwaps).values({ dutyId: duty.id, askedBy: memberId, askedOf: search.of === null ? null : idOf(search.of), note: search.note, askedAt: after(today, -3 * DAY) });
}
