import { sql } from "drizzle-orm";
import type { Settings } from "~/kit/env.server";
import { now } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { invitationText, type Mailbox } from "~/features/calendar/model";
import { eventOf } from "~/features/calendar/events.server";
import { communityTimeZone } from "~/features/community/queries.server";
import type { Addressee } from "~/features/mail/mutations.server";
import { shownSitting, type ShownSitting } from "~/features/meeting/pages.server";
import type { SittingFacts } from "~/features/meeting/queries.server";
import type { AnswerState } from "./model";

/** What mails about seats are made from, at the moment they are handed over. */

export type MailSettings = Pick<Settings, "origin" | "mailFrom">;

export type SeatFacts = SittingFacts & {
  meeting_id: number;
  uid: string;
  sequence: number;
  /** The answer of the recipient, where it is for this sitting. */
  answer: { state: AnswerState; held_until: string | null; rank: number } | null;
  /** The answer of the recipient, wherever it is for. */
  said: AnswerState | null;
  by: string | null;
  copy: { method: "request" | "cancel"; sequence: number; base: number } | null;
};

export async function seatFacts(tx: Tx, sittingId: number, memberId: number): Promise<SeatFacts | null> {
  const [row] = await tx.execute<SeatFacts>(sql`
    select s.id::int, s.meeting_id::int, s.pole_id::int, p.name as pole, to_char(s.local_start, 'YYYY-MM-DD"T"HH24:MI') as local_start, s.zone, s.starts_at, s.duration_minutes as duration,
      s.place, s.link <> '' as by_link, s.link, s.capacity, s.answer_deadline as deadline, s.held_at is not null as held, s.postponed_at is not null as postponed,
      s.cancelled_at is not null as cancelled, coalesce(s.cancelled_reason, s.postponed_reason) as reason, s.revision, s.uid, s.sequence,
      case when a.sitting_id = s.id then json_build_object('state', a.state, 'held_until', a.held_until,
        'rank', (select count(*) from meeting_answers w where w.sitting_id = s.id and w.state = 'waiting' and w.queue <= a.queue)) end as answer,
      a.state as said, case when a.answered_by <> a.member_id then (select name from members where id = a.answered_by) end as by,
      (select json_build_object('method', c.method, 'sequence', c.sequence, 'base', c.base) from calendar_copies c where c.sitting_id = s.id and c.member_id = ${memberId}) as copy
    from sittings s join meetings m on m.id = s.meeting_id and m.opened_at is not null left join poles p on p.id = s.pole_id
    left join meeting_answers a on a.meeting_id = s.meeting_id and a.member_id = ${memberId}
    where s.id = ${sittingId}`);
  return row ?? null;
}

/** When and where, as lines of a letter. The link goes to those who have a seat. */
export async function whenAndWhere(facts: SittingFacts, { withLink }: { withLink: boolean }): Promise<string[]> {
  const shown = shownSitting(facts, await communityTimeZone(), now());
  return [`Quand\u00a0: ${whenOf(shown)}`, `Où\u00a0: ${whereOf(shown)}`, ...(withLink && facts.link ? [`Visioconférence\u00a0: ${facts.link}`] : [])];
}

const whenOf = ({ day, hours, clocks }: ShownSitting): string => `${day}, ${hours}${clocks ? ` (${clocks})` : ""}`;

const whereOf = ({ pole, place, byLink }: ShownSitting): string => [pole && `pôle ${pole}`, place, byLink ? "en visioconférence" : null].filter(Boolean).join(", ") || "le lieu sera précisé";

/** « Le Fil <le-fil@exemple.ca> » as a name and an address. */
export function mailboxOf(from: string): Mailbox {
  const [, name = "", address = from] = /^(.*?)\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return { name: name.replace(/^"|"$/g, "").trim() || "Le Fil", address: address.trim() };
}

/**
 * The calendar part of a mail, and the note that it was sent: the same again has the same
 * number, and what changes what the calendar holds has a higher one.
 */
export async function calendarPart(tx: Tx, { origin, mailFrom }: MailSettings, to: Addressee, facts: SeatFacts, method: "REQUEST" | "CANCEL") {
  const { copy, sequence: base } = facts;
  const kept = method === "REQUEST" ? "request" : "cancel";
  const same = copy?.method === kept && copy.base === base;
  const sequence = copy ? (same ? copy.sequence : Math.max(copy.sequence + 1, base)) : base;
  const stamp = now();
  await tx.execute(sql`
    insert into calendar_copies (sitting_id, member_id, method, sequence, base, sent_at) values (${facts.id}, ${to.memberId}, ${kept}, ${sequence}, ${base}, ${stamp.toISOString()}::timestamptz)
    on conflict (sitting_id, member_id) do update set method = excluded.method, sequence = excluded.sequence, base = excluded.base, sent_at = excluded.sent_at`);
  const { uid, zone, duration: minutes, place, link, pole, meeting_id: meetingId, starts_at: startsAt } = facts;
  const text = invitationText({
    method,
    event: eventOf({ uid, zone, minutes, place, link, pole, meetingId, startsAt, sequence, cancelled: method === "CANCEL" }, to.memberId, origin, stamp),
    organizer: mailboxOf(mailFrom),
    attendee: { name: to.name, address: to.email },
  });
  return { method, text };
}
