import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { POLES } from "#db/demo/cast";
import { DAYS, type DemoDay } from "#db/demo/minutes";
import { MEETINGS } from "#db/demo/meetings";
import { attendances, meetingCards } from "#db/schema/attendance";
import { followUps, meetingNotes, minutes, minutesCorrections, minutesVersions } from "#db/schema/minutes";
import { after, DAY, HOUR, MINUTE } from "~/kit/clock.server";
import { renderMarkdown } from "~/kit/markdown.server";
import type { Tx } from "~/kit/transaction.server";
import { nameTopics } from "~/features/topic/mutations.server";
import type { Cast } from "./people.server";

type Sitting = { id: number; meeting: number; title: string; pole: string; starts_at: string | Date };
type Held = DemoDay["sittings"][number];

/** The day of two meetings and after: who was there, cards, notes, minutes, follow-ups. */
export async function fillDays(tx: Tx, cast: Cast, today: Date): Promise<void> {
  const sittings = await tx.execute<Sitting>(sql`select s.id::int, m.id::int as meeting, m.title, p.name as pole, s.starts_at from sittings s join meetings m on m.id = s.meeting_id join poles p on p.id = s.pole_id`);
  for (const day of DAYS) {
    const title = MEETINGS.find(({ key }) => key === day.meeting)?.title;
    const own = sittings.filter((sitting) => sitting.title === title);
    for (const held of day.sittings) {
      const name = POLES.find(({ key }) => key === held.pole)?.name;
      const sitting = own.find(({ pole }) => pole === name);
      if (!sitting) throw new Error(`No sitting of ${day.meeting} in ${held.pole}.`);
      await fillSitting(tx, cast, sitting, held);
    }
    const [first] = own;
    if (first) await fillMinutes(tx, cast, { day, meetingId: first.meeting, startsAt: new Date(first.starts_at), today });
  }
}

async function fillSitting(tx: Tx, { idOf }: Cast, { id: sittingId, meeting: meetingId, starts_at }: Sitting, { present, visitors = [], cards, notes }: Held): Promise<void> {
  const startsAt = new Date(starts_at);
  const by = idOf(present[0] ?? "audrey");
  const tick = (index: number) => ({ presentAt: after(startsAt, (index - 6) * MINUTE), actedAt: after(startsAt, (index - 6) * MINUTE), actedBy: by, actKey: randomUUID() });
  await tx.insert(attendances).values(present.map((who, index) => ({ sittingId, memberId: idOf(who), ...tick(index) })));
  if (visitors.length > 0) await tx.insert(attendances).values(visitors.map((visitor, index) => ({ sittingId, ...visitor, ...tick(index), notedKey: randomUUID() })));
  for (const [index, card] of cards.entries()) {
    const [topicId] = card.topic ? await nameTopics(tx, null, [card.topic]) : [];
    await tx.insert(meetingCards).values({ sittingId, body: card.body, writtenBy: idOf(card.by), writtenAt: after(startsAt, (100 + index) * MINUTE), ...(topicId ? { topicId, settledAt: after(startsAt, 2 * DAY), settledBy: by } : {}) });
  }
  if (notes) await tx.insert(meetingNotes).values({ meetingId, sittingId, body: notes.body, writtenBy: idOf(notes.by), writtenAt: after(startsAt, 3 * HOUR), revision: 4 });
}

async function fillMinutes(tx: Tx, { idOf }: Cast, { day, meetingId, startsAt, today }: { day: DemoDay; meetingId: number; startsAt: Date; today: Date }): Promise<void> {
  const { synthesis, minutes: written, followUps: entrusted } = day;
  if (synthesis) await tx.insert(meetingNotes).values({ meetingId, sittingId: null, body: synthesis.body, writtenBy: idOf(synthesis.by), writtenAt: after(startsAt, 9 * DAY), revision: 2 });
  const openedAt = after(today, -written.openedDaysAgo * DAY);
  const closesAt = after(openedAt, 7 * DAY);
  const { html, version } = renderMarkdown(written.body);
  const adopted = written.adoptedAfterDays === null ? {} : { adoptedAt: after(openedAt, written.adoptedAfterDays * DAY), number: 1 };
  const [row] = await tx
    .insert(minutes)
    .values({ meetingId, body: written.body, html, rendererVersion: version, revision: 3, writtenBy: idOf(written.by), writtenAt: openedAt, openedAt, openedBy: idOf(written.by), closesAt, ...adopted })
    .returning({ id: minutes.id });
  const minutesId = row?.id ?? 0;
  if (adopted.adoptedAt) await tx.insert(minutesVersions).values({ minutesId, number: 1, body: written.body, html, madeAt: adopted.adoptedAt });
  await tx.insert(minutesCorrections).values(
    written.corrections.map(({ by, words, instead, settled }) => ({
      ...{ minutesId, words, instead, proposedBy: idOf(by), proposedAt: after(openedAt, DAY) },
      ...(settled ? { outcome: settled.declined ? ("declined" as const) : ("accepted" as const), reason: settled.declined ?? "", settledAt: after(openedAt, 3 * DAY), settledBy: idOf(settled.by) } : {}),
    })),
  );
  await tx.insert(followUps).values(
    entrusted.map(({ body, who, by, inDays, done }) => ({
      ...{ meetingId, body, memberId: idOf(who), notedBy: idOf(by), notedAt: after(startsAt, DAY), dueDay: after(today, inDays * DAY).toISOString().slice(0, 10) },
      ...(done ? { doneAt: after(today, (inDays - 2) * DAY), doneBy: idOf(who) } : {}),
    })),
  );
}
