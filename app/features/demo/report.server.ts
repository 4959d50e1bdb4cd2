import { sql } from "drizzle-orm";
import { REPORTED } from "#db/demo/report";
import { after, DAY } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { CONCEALED_BY_REPORT } from "~/features/report/model";
import type { WrittenThread } from "./conversations.server";
import type { Cast } from "./people.server";

/** One message that somebody reported, out of sight until the committee has looked at it. */
export async function fillReport(tx: Tx, { idOf }: Cast, written: readonly WrittenThread[], today: Date): Promise<void> {
  const thread = written.find(({ key }) => key === REPORTED.in);
  if (!thread) return;
  const [author, reporter] = [idOf(REPORTED.by), idOf(REPORTED.reportedBy)];
  const reported = after(today, -DAY).toISOString();
  const [message] = await tx.execute(sql`select id, body from messages where thread_id = ${thread.id} and author_id = ${author} and starts_with(body, ${REPORTED.beginning})`);
  if (!message) throw new Error("The reported message of the demo is not among its texts.");
  const [report] = await tx.execute(sql`
    insert into reports (kind, thread_id, message_id, cause, reporter_id, at) values ('message', ${thread.id}, ${Number(message.id)}, 'personal-information', ${reporter}, ${reported}::timestamptz) returning id`);
  const id = Number(report?.id);
  await tx.execute(sql`
    insert into concealments (report_id, kind, thread_id, message_id, body, at) values (${id}, 'message', ${thread.id}, ${Number(message.id)}, ${String(message.body)}, ${reported}::timestamptz)`);
  await tx.execute(sql`update messages set body = '', html = '', concealed_at = ${reported}::timestamptz where id = ${Number(message.id)}`);
  await tx.execute(sql`
    insert into report_letters (thread_id, report_id, member_id, act, body, by_id, at) values (${thread.id}, ${id}, ${author}, 'concealed', ${CONCEALED_BY_REPORT}, ${reporter}, ${reported}::timestamptz)`);
  const [incident] = await tx.execute(sql`insert into incidents (report_id, opened_at, opened_by) values (${id}, ${reported}::timestamptz, ${reporter}) returning id`);
  const { information, circumstances, measures } = REPORTED.incident;
  await tx.execute(sql`
    insert into incident_records (incident_id, version, information, circumstances, happened, known, risk, reasoning, commission_notified, persons_notified, measures, by_id, at)
    values (${Number(incident?.id)}, 1, ${information}, ${circumstances}, '', '', 'to-assess', '', '', '', ${measures}, ${reporter}, ${reported}::timestamptz)`);
  await tx.execute(sql`
    insert into incident_steps (incident_id, act, by_id, at) select ${Number(incident?.id)}, act, ${reporter}, ${reported}::timestamptz from unnest(array['reported', 'concealed']) act`);
}
