import { sql, type SQL } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { queueMail } from "~/features/mail/mutations.server";
import type { Planning } from "~/features/meeting/policy";
import { DUE_BEFORE_HOURS, reminderMail, type Reminder } from "./call/model";

/**
 * Writes to every member who has not answered yet and was not written to before. Pressed
 * twice, it writes to nobody twice; later, only to those who joined meanwhile.
 * @returns how many
 * @throws DomainError thing.absent for a draft; answer.closed when no sitting takes answers any more
 */
export async function callToAnswer(tx: Tx, { actor }: Planning, meetingId: number): Promise<number> {
  const present = now().toISOString();
  const [meeting] = await tx.execute<{ opened: string | null; open: boolean }>(sql`
    select m.opened_at as opened, exists (select 1 from sittings s where s.meeting_id = m.id and num_nonnulls(s.held_at, s.postponed_at, s.cancelled_at) = 0
      and coalesce(s.answer_deadline, s.starts_at) > ${present}::timestamptz) as open
    from meetings m where m.id = ${meetingId} for key share`);
  if (!meeting?.opened) throw new DomainError("thing.absent");
  if (!meeting.open) throw new DomainError("answer.closed");
  const called = await tx.execute<{ id: number }>(sql`
    insert into meeting_notices (meeting_id, member_id, kind, due_for, at)
    select ${meetingId}, p.id, 'invitation', ${meeting.opened}::timestamptz, ${present}::timestamptz from members p
    where p.state = 'active' and p.guest_until is null and not exists (select 1 from meeting_answers a where a.meeting_id = ${meetingId} and a.member_id = p.id)
    on conflict do nothing returning member_id::int as id`);
  for (const { id } of called) await queueMail(tx, { kind: "meeting-invitation", memberId: id, subjectRef: String(meetingId) });
  await tx.audit({ actor, act: "meeting.called", subjectId: meetingId, details: { people: called.length } });
  return called.length;
}

type Due = { memberId: number; meetingId: number; sittingId: number | null };

/** Reminds whoever is to be reminded now: each of each thing once, and never whoever said no. */
export async function remind(): Promise<void> {
  const at = now();
  await inTransaction(async (tx) => {
    for (const what of Object.keys(WHO) as Reminder[]) {
      const due = (await tx.execute(sql`
        insert into meeting_notices (meeting_id, member_id, kind, due_for, at)
        select meeting_id, member_id, ${what}, due_for, ${at.toISOString()}::timestamptz from (${WHO[what](at)}) who
        where due_for > ${at.toISOString()}::timestamptz and due_for <= ${at.toISOString()}::timestamptz + make_interval(hours => ${DUE_BEFORE_HOURS[what]})
        on conflict do nothing returning member_id::int as "memberId", meeting_id::int as "meetingId",
          (select a.sitting_id::int from meeting_answers a where a.meeting_id = meeting_notices.meeting_id and a.member_id = meeting_notices.member_id) as "sittingId"`)) as unknown as Due[];
      for (const { memberId, meetingId, sittingId } of due) await queueMail(tx, { kind: "meeting-reminder", memberId, subjectRef: reminderMail(meetingId, what, sittingId) });
    }
  });
}

const PLANNED = sql`m.opened_at is not null and num_nonnulls(s.held_at, s.postponed_at, s.cancelled_at) = 0`;

/** Who is concerned, and by which instant it is too late. Whoever has just answered knows: they are not reminded within a day. */
const WHO: Record<Reminder, (at: Date) => SQL> = {
  unanswered: () => sql`
    select m.id as meeting_id, p.id as member_id, min(coalesce(s.answer_deadline, s.starts_at)) as due_for
    from meetings m join sittings s on s.meeting_id = m.id and ${PLANNED}
    join meeting_notices n on n.meeting_id = m.id and n.kind = 'invitation' join members p on p.id = n.member_id and p.state = 'active'
    where not exists (select 1 from meeting_answers a where a.meeting_id = m.id and a.member_id = p.id) group by m.id, p.id`,
  undecided: (at) => sql`
    select m.id as meeting_id, p.id as member_id, coalesce(s.answer_deadline, s.starts_at) as due_for
    from meeting_answers a join meetings m on m.id = a.meeting_id join sittings s on s.id = a.sitting_id and ${PLANNED} join members p on p.id = a.member_id and p.state = 'active'
    where a.state = 'maybe' and a.answered_at < ${at.toISOString()}::timestamptz - interval '1 day'`,
  eve: (at) => sql`
    select m.id as meeting_id, p.id as member_id, s.starts_at as due_for
    from sittings s join meetings m on m.id = s.meeting_id and ${PLANNED}
    join members p on p.state = 'active' and (exists (select 1 from duties d where d.sitting_id = s.id and d.member_id = p.id and d.state = 'accepted')
      or exists (select 1 from meeting_answers a where a.sitting_id = s.id and a.member_id = p.id and a.state = 'coming' and a.answered_at < ${at.toISOString()}::timestamptz - interval '1 day'))
    where not exists (select 1 from meeting_answers a where a.meeting_id = m.id and a.member_id = p.id and a.state = 'no')`,
};
