import { sql } from "drizzle-orm";
import { after, DAY, now } from "~/kit/clock.server";
import { formatList, formatMinuteOfDay, plural, weekdayName } from "~/kit/format";
import { jobEntries } from "~/kit/jobs.server";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { communityTimeZone, unscopedCommunity } from "~/features/community/queries.server";
import type { LetterMaker } from "~/features/mail/mutations.server";
import { listPath } from "~/features/thread/model";
import { choicesOf, timesOf, type KeptTimes } from "./choices.server";
import { fewerKey } from "./key.server";
import { sayLine } from "./mail.server";
import { fewerPath, heldUntil, KINDS, NOTIFICATIONS, summaryDue, type MailTimes } from "./model";
import { linesOf, listWaiting, noteMailed, placeOf } from "./waiting.server";

/** Lines of a summary that say what concerns the person; the others are counted. */
const MOST_LINES = 8;
/** How far back a first summary looks for news. */
const FIRST_LOOKS_BACK = 7 * DAY;

type Candidate = { id: number; joined_at: string | null; chosen_at: string | null } & KeptTimes;

/**
 * Queues today's summaries whose hour has come. A row per person and day makes it safe to
 * ask every few minutes, after a stop as well: who was asleep at half past eight sends at
 * noon. Whoever came, or chose another hour, after today's hour waits for the next one.
 */
export async function queueSummaries(): Promise<void> {
  const present = now();
  const zone = await communityTimeZone();
  await inTransaction(async (tx) => {
    const people = await tx.execute(sql`
      select p.id, p.joined_at, w.chosen_at, w.summary_days, w.summary_minute, w.quiet_from, w.quiet_until, w.days_off
      from members p left join mail_times w on w.member_id = p.id
      where p.state = 'active' and (p.guest_until is null or p.guest_until > ${present.toISOString()}::timestamptz)`);
    const due = (people as unknown as Candidate[]).flatMap((person) => {
      const times = timesOf(person);
      const slot = summaryDue(present, zone, times);
      const late = [person.joined_at, person.chosen_at].some((since) => since !== null && slot !== null && new Date(since) > slot.since);
      return slot === null || late ? [] : [{ member: person.id, day: slot.day, due: heldUntil(present, zone, times).toISOString() }];
    });
    if (due.length === 0) return;
    await tx.execute(sql`
      with queued as (
        insert into outbox_mails (kind, member_id, subject_ref, due_at)
        select 'summary', d.member, d.day, d.due from json_to_recordset(${JSON.stringify(due)}::json) as d (member bigint, day text, due timestamptz) order by d.member
        on conflict do nothing
        returning id, due_at
      )
      ${jobEntries("mail.send", sql`json_build_object('mailId', id)`, sql`queued`, sql`due_at`)}`);
  });
}

/** The letter of a summary (subject_ref: its day). Nothing to say, no letter. */
export const summaryLetter = (origin: string): LetterMaker => async (tx, { memberId }) => {
  const { rhythms, times } = await choicesOf(tx, memberId);
  // What is wanted at once and has no mail under way was held up for long enough: it is not to be lost.
  const wanted = (await listWaiting(tx, memberId)).filter(({ kind, mailUnderWay }) => rhythms[KINDS[kind].choice] !== "none" && !(mailUnderWay && rhythms[KINDS[kind].choice] === "at-once"));
  const lines = linesOf(wanted);
  const news = rhythms.news === "weekly" ? await countNews(tx, memberId) : { messages: 0, threads: 0 };
  if (lines.length === 0 && news.messages === 0) return null;
  const present = now();
  const held = heldUntil(present, await communityTimeZone(), times);
  if (held > present) return { heldUntil: held };

  const shown = lines.slice(0, MOST_LINES);
  const others = lines.slice(MOST_LINES).reduce((sum, { count }) => sum + count, 0);
  const list = shown.map((line) => ({ text: sayLine(line), href: origin + placeOf(line) }));
  if (others > 0) list.push({ text: plural(others, "autre message vous attend", "autres messages vous attendent"), href: origin + NOTIFICATIONS });
  if (news.messages > 0) {
    list.push({ text: `${plural(news.messages, "nouveau message", "nouveaux messages")} dans ${plural(news.threads, "autre discussion", "autres discussions")}`, href: origin + listPath() });
  }
  const counted = lines.reduce((sum, { count }) => sum + count, 0);
  const what = counted > 0 ? plural(counted, "nouvelle pour vous", "nouvelles pour vous") : plural(news.messages, "nouveau message", "nouveaux messages");
  return {
    subject: `Votre résumé\u00a0: ${what} – ${(await unscopedCommunity())?.name ?? "Le Fil"}`,
    paragraphs: [counted > 0 ? "Voici ce qui vous concerne et que vous n’avez pas encore lu\u00a0:" : "Voici ce qui est nouveau dans la communauté\u00a0:"],
    list,
    why: `${whenOf(times)}, s’il y a quelque chose de nouveau, un résumé vous est envoyé. Vous choisissez les jours, l’heure et ce qu’il contient.`,
    fewer: origin + fewerPath(fewerKey(memberId, "summary")),
    about: "resume",
    sent: noteMailed(wanted),
  };
};

/** « Le mardi et le vendredi à 8 h 30 ». */
const whenOf = ({ summaryDays, summaryMinute }: MailTimes): string => {
  const days = formatList([...summaryDays].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7)).map((day) => `le ${weekdayName(day)}`));
  return `${days.charAt(0).toUpperCase()}${days.slice(1)} à ${formatMinuteOfDay(summaryMinute)}`;
};

/** What others wrote since the last summary where this person follows nothing, and has not read. A guest has no elsewhere. */
async function countNews(tx: Tx, memberId: number): Promise<{ messages: number; threads: number }> {
  const earliest = after(now(), -FIRST_LOOKS_BACK).toISOString();
  const [found] = await tx.execute(sql`
    with since as (
      select coalesce(max(o.sent_at), ${earliest}::timestamptz) as at from outbox_mails o where o.kind = 'summary' and o.member_id = ${memberId}
    )
    select count(*)::int as messages, count(distinct m.thread_id)::int as threads
    from since
    join threads t on t.last_message_at > since.at and t.removed_at is null
    join messages m on m.thread_id = t.id and m.created_at > since.at and m.deleted_at is null and m.author_id is distinct from ${memberId}
    join members p on p.id = ${memberId} and p.state = 'active' and p.guest_until is null
    left join thread_reads r on r.thread_id = t.id and r.member_id = ${memberId}
    where m.position > coalesce(r.last_position, 0)
      and not exists (select 1 from notifications n where n.message_id = m.id and n.member_id = ${memberId})
      and not exists (select 1 from hidden_authors h where h.message_id = m.id and h.member_id = ${memberId})
      and not exists (select 1 from thread_follows f where f.thread_id = t.id and f.member_id = ${memberId} and f.level = 'muted')`);
  return { messages: Number(found?.messages ?? 0), threads: Number(found?.threads ?? 0) };
}
