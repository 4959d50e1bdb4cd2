import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { after, DAY, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { calendarUid } from "./key.server";
import type { CalendarEvent } from "./model";

/** Sittings as calendars hold them. */

/** Past ones stay in a feed for so long. */
const KEPT = 120 * DAY;

export type EventFacts = { uid: string; sequence: number; startsAt: string; zone: string; minutes: number; place: string; link: string; pole: string | null; cancelled: boolean; meetingId: number };

/** « Moment d’échange – Port-aux-Aulnes »: what is discussed there is no matter of calendars, which others read. */
export const summaryOf = ({ pole }: Pick<EventFacts, "pole">): string => `Moment d’échange${pole ? ` – ${pole}` : ""}`;

export function eventOf(facts: EventFacts, memberId: number, origin: string, stamp: Date): CalendarEvent {
  const url = `${origin}/moments/${facts.meetingId}`;
  return {
    ...{ uid: calendarUid(facts.uid, memberId, origin), sequence: facts.sequence, stamp, zone: facts.zone, minutes: facts.minutes, url, cancelled: facts.cancelled },
    startsAt: new Date(facts.startsAt),
    summary: summaryOf(facts),
    location: facts.place || facts.link,
    description: [facts.link && `Visioconférence\u00a0: ${facts.link}`, `Détails et réponse\u00a0: ${url}`].filter(Boolean).join("\n"),
  };
}

const facts = (memberId: number, link: boolean) => sql`s.uid, coalesce(c.sequence, s.sequence)::int as sequence, s.starts_at as "startsAt", s.zone, s.duration_minutes::int as minutes, s.place,
  case when ${link}::boolean and a.state = 'coming' then s.link else '' end as link, p.name as pole, num_nonnulls(s.cancelled_at, s.postponed_at) > 0 as cancelled, s.meeting_id::int as "meetingId"
  from sittings s join meetings m on m.id = s.meeting_id and m.opened_at is not null left join poles p on p.id = s.pole_id
  left join meeting_answers a on a.sitting_id = s.id and a.member_id = ${memberId} left join calendar_copies c on c.sitting_id = s.id and c.member_id = ${memberId}`;

/** One sitting, to keep in one's calendar. @throws DomainError thing.absent */
export async function sittingEvent({ memberId }: MemberActor, meetingId: number, sittingId: number, origin: string): Promise<CalendarEvent> {
  const [row] = await db.execute<EventFacts>(sql`select ${facts(memberId, true)} where s.id = ${sittingId} and s.meeting_id = ${meetingId}`);
  if (!row) throw new DomainError("thing.absent");
  return eventOf(row, memberId, origin, now());
}

/** What a person comes to or is responsible for. A feed is read by whoever has its address: no link to a room is in it. */
export async function feedEvents(memberId: number, origin: string): Promise<CalendarEvent[]> {
  const rows = await db.execute<EventFacts>(sql`
    select ${facts(memberId, false)}
    where s.starts_at > ${after(now(), -KEPT).toISOString()}::timestamptz
      and (a.state = 'coming' or exists (select 1 from duties d where d.sitting_id = s.id and d.member_id = ${memberId} and d.state = 'accepted'))
    order by s.starts_at, s.id limit 200`);
  // The same from one reading to the next, as long as nothing changed.
  return rows.map((row) => eventOf(row, memberId, origin, new Date(row.startsAt)));
}
