import { COMMUNITY, POLES } from "#db/demo/cast";
import { discussionOf, MEETINGS, type DemoMeeting, type DemoSitting } from "#db/demo/meetings";
import { agendaItems, meetings, meetingTopics, poles, sittings, speakers } from "#db/schema/meeting";
import { after, DAY, HOUR } from "~/kit/clock.server";
import { renderMarkdown } from "~/kit/markdown.server";
import type { Tx } from "~/kit/transaction.server";
import { dayName, instantOf, minuteOfDay, onDay, parseWallTime, timeName, wallTimeAt, weekdayOf } from "~/kit/wall-time";
import { nameTopics } from "~/features/topic/mutations.server";
import { fillAnswers } from "./answers.server";
import type { WrittenThread } from "./conversations.server";
import type { Cast } from "./people.server";

/** The poles and the meetings, each with the discussion that was written for it and what people answered. */
export async function fillMeetings(tx: Tx, cast: Cast, written: readonly WrittenThread[], today: Date): Promise<void> {
  const made = await tx.insert(poles).values(POLES.map(({ name }) => ({ name, zone: COMMUNITY.timeZone, createdAt: after(today, -340 * DAY) }))).returning({ id: poles.id });
  const poleIds = new Map(POLES.map(({ key }, index) => [key, made[index]?.id ?? 0]));
  for (const meeting of MEETINGS) {
    const thread = written.find(({ key }) => key === discussionOf(meeting));
    await fillMeeting(tx, cast, meeting, { today, threadId: thread?.id ?? null, poleIds });
  }
  await fillAnswers(tx, cast, today);
}

async function fillMeeting(tx: Tx, { idOf }: Cast, meeting: DemoMeeting, { today, threadId, poleIds }: { today: Date; threadId: number | null; poleIds: ReadonlyMap<string, number> }): Promise<void> {
  const openedAt = meeting.openedDaysAgo === null ? null : after(today, -meeting.openedDaysAgo * DAY);
  const objectives = renderMarkdown(meeting.objectives);
  const [row] = await tx
    .insert(meetings)
    .values({
      title: meeting.title,
      objectivesBody: meeting.objectives,
      objectivesHtml: objectives.html,
      questionBody: meeting.question,
      questionHtml: renderMarkdown(meeting.question).html,
      rendererVersion: objectives.version,
      createdBy: idOf(meeting.by),
      createdAt: after(openedAt ?? after(today, -6 * DAY), -2 * DAY),
      ...(openedAt ? { openedAt, openedBy: idOf(meeting.by), threadId } : {}),
    })
    .returning({ id: meetings.id });
  const meetingId = row?.id ?? 0;
  if (meeting.agenda.length > 0) await tx.insert(agendaItems).values(meeting.agenda.map(([minutes, title], index) => ({ meetingId, position: index + 1, minutes, title })));
  if (meeting.speakers.length > 0) {
    await tx.insert(speakers).values(meeting.speakers.map(({ member, ...speaker }) => ({ meetingId, ...speaker, memberId: member ? idOf(member) : null })));
  }
  const topicIds = await nameTopics(tx, idOf(meeting.by), meeting.topics);
  if (topicIds.length > 0) await tx.insert(meetingTopics).values(topicIds.map((topicId) => ({ meetingId, topicId })));
  if (meeting.sittings.length > 0) await tx.insert(sittings).values(meeting.sittings.map((sitting) => ({ meetingId, ...sittingRow(sitting, idOf(meeting.by), today, poleIds) })));
}

function sittingRow(sitting: DemoSitting, by: number, today: Date, poleIds: ReadonlyMap<string, number>) {
  const zone = COMMUNITY.timeZone;
  const near = onDay(wallTimeAt(today, zone), sitting.inDays, 0);
  const hour = parseWallTime("2027-01-01", sitting.at.padStart(5, "0"));
  const wall = onDay(near, (sitting.weekday - weekdayOf(near) + 7) % 7, hour ? minuteOfDay(hour) : 0);
  const startsAt = instantOf(wall, zone);
  return {
    poleId: sitting.pole === null ? null : (poleIds.get(sitting.pole) ?? null),
    localStart: `${dayName(wall)} ${timeName(wall)}:00`,
    zone,
    startsAt,
    place: sitting.place,
    link: sitting.link ?? "",
    capacity: sitting.capacity ?? null,
    ...(sitting.state === "planned" && sitting.capacity ? { answerDeadline: after(startsAt, -4 * DAY) } : {}),
    ...(sitting.state === "held" ? { heldAt: after(startsAt, 3 * HOUR), heldBy: by } : {}),
    ...(sitting.state === "cancelled" ? { cancelledAt: after(startsAt, -DAY), cancelledBy: by, cancelledReason: sitting.reason ?? "", sequence: 1 } : {}),
  };
}
