import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor, type ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { openTo, reachOf, UNNAMED } from "~/features/thread/sql.server";
import type { Cause, LetterAct, Outcome, ReportKind, ThreadKind } from "./model";
import type { TextRef } from "./text/model";
import { THING } from "./text/reading.server";

/** What somebody is about to report, as they see it. */
export type Reportable = { threadId: number; title: string; author: string; text: string; concealed: boolean };

/** @throws DomainError thing.absent */
export async function findReportable(actor: ParticipantActor, kind: ThreadKind, id: number): Promise<Reportable> {
  const meant = { message: sql`m.id = ${id}`, file: sql`f.id = ${id}`, title: sql`threads.id = ${id} and m.position = 1` }[kind];
  const text = { message: sql`left(m.body, 300)`, file: sql`f.name`, title: sql`threads.title` }[kind];
  const [row] = await db.execute(sql`
    select threads.id::int as "threadId", threads.title, coalesce(a.name, ${UNNAMED}) as author, ${text} as text, m.concealed_at is not null as concealed
    from messages m join threads on threads.id = m.thread_id left join members a on a.id = m.author_id
    ${kind === "file" ? sql`join files f on f.message_id = m.id` : sql``}
    where ${meant} and (m.deleted_at is null or ${kind === "title"}::boolean) and ${openTo(reachOf(actor))}`);
  if (!row) throw new DomainError("thing.absent");
  return row as unknown as Reportable;
}

export type ListedReport = { id: number; kind: ReportKind; cause: Cause; at: string; settledAt: string | null; outcome: Outcome | null; title: string | null; author: string; text: TextRef | null };

/** Where the text of the report « r » stands, if it is about one. */
const TEXT = sql`(select json_build_object('kind', x.kind, 'id', ${THING}, 'part', x.part) from reported_texts x where x.id = r.text_id)`;

const LISTED = sql`select r.id::int as id, r.kind, r.cause, r.at, r.settled_at as "settledAt", r.outcome, t.title, coalesce(a.name, ${UNNAMED}) as author, ${TEXT} as text
  from reports r left join threads t on t.id = r.thread_id
  left join messages m on m.thread_id = r.thread_id and case when r.message_id is null then m.position = 1 else m.id = r.message_id end
  left join members a on a.id = m.author_id`;

/** The committee's queue: what waits, personal information first and the oldest first, and what was settled last. */
export async function listReports(actor: MemberActor): Promise<{ waiting: ListedReport[]; settled: ListedReport[] }> {
  const ours = hasRole(actor, "committee");
  const [waiting, settled] = await Promise.all([
    db.execute(sql`${LISTED} where r.settled_at is null and ${ours}::boolean order by (r.cause = 'personal-information') desc, r.at, r.id limit 200`),
    db.execute(sql`${LISTED} where r.settled_at is not null and ${ours}::boolean order by r.settled_at desc, r.id desc limit 30`),
  ]);
  return { waiting: waiting as unknown as ListedReport[], settled: settled as unknown as ListedReport[] };
}

/** How many wait, and since when; for « À faire ». */
export async function countWaiting(actor: MemberActor): Promise<{ count: number; personal: number; since: string | null }> {
  const [row] = await db.execute(sql`
    select count(*)::int as count, (count(*) filter (where cause = 'personal-information'))::int as personal, min(at) as since from reports where settled_at is null and ${hasRole(actor, "committee")}::boolean`);
  return row as unknown as { count: number; personal: number; since: string | null };
}

export type CaseFile = { id: number; name: string };
export type Letter = { id: number; act: LetterAct; body: string; at: string };

export type Case = {
  id: number;
  kind: ReportKind;
  cause: Cause;
  note: string;
  at: string;
  reporter: string;
  outcome: Outcome | null;
  settledAt: string | null;
  settledBy: string | null;
  threadId: number | null;
  messageId: number | null;
  /** Where it stands, when it is a text outside of discussions. */
  ref: TextRef | null;
  textId: number | null;
  title: string | null;
  author: string;
  publishedAt: string | null;
  /** It was deleted meanwhile. */
  gone: boolean;
  /** It is out of sight. */
  concealed: boolean;
  /** The text that is meant, out of sight or not. */
  text: string;
  files: CaseFile[];
  /** Messages in which the same passage is masked. */
  echoes: number;
  /** Whom a mail had told of the message. */
  mailed: string[];
  letters: Letter[];
};

const LETTERS = sql`(select coalesce(json_agg(json_build_object('id', l.id, 'act', l.act, 'body', l.body, 'at', l.at) order by l.id), '[]'::json) from report_letters l where l.report_id = r.id`;

/**
 * One case with all that the committee decides by.
 * @throws DomainError thing.absent
 */
export async function findCase(actor: MemberActor, id: number): Promise<Case> {
  const [row] = await db.execute(sql`
    select r.id::int as id, r.kind, r.cause, r.note, r.at, p.name as reporter, r.outcome, r.settled_at as "settledAt", s.name as "settledBy", r.thread_id::int as "threadId", r.message_id::int as "messageId", r.text_id::int as "textId", ${TEXT} as ref,
      coalesce(tc.body, t.title) as title, coalesce(a.name, ${UNNAMED}) as author, m.created_at as "publishedAt",
      (r.kind <> 'title' and m.deleted_at is not null) or (r.kind = 'file' and r.file_id is null) as gone,
      exists (select 1 from concealments c where c.report_id = r.id and c.kind = r.kind and c.text_id is not distinct from r.text_id) as concealed,
      case r.kind when 'message' then coalesce((select c.body from concealments c where c.message_id = m.id and c.kind = 'message'), m.body)
        when 'title' then coalesce(tc.body, t.title) when 'text' then coalesce((select c.body from concealments c where c.report_id = r.id and c.text_id = r.text_id), '') else coalesce((select f.name from files f where f.id = r.file_id), '') end as text,
      (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name) order by f.id), '[]'::json) from files f
        where case when r.kind = 'file' then f.id = r.file_id else f.message_id = r.message_id or f.id in (select c.file_id from concealments c where c.report_id = r.id) end) as files,
      (select count(*)::int from concealments c where c.report_id = r.id and (c.kind = 'quote' or c.text_id <> r.text_id or c.kind = 'text' and r.text_id is null)) as echoes,
      (select coalesce(json_agg(distinct q.name), '[]'::json) from notifications n join members q on q.id = n.member_id where n.message_id = r.message_id and n.mailed_at is not null) as mailed,
      ${LETTERS}) as letters
    from reports r left join threads t on t.id = r.thread_id join members p on p.id = r.reporter_id
    left join members s on s.id = r.settled_by
    left join concealments tc on tc.thread_id = r.thread_id and tc.kind = 'title'
    left join messages m on m.thread_id = r.thread_id and case when r.message_id is null then m.position = 1 else m.id = r.message_id end
    left join members a on a.id = m.author_id
    where r.id = ${id} and ${hasRole(actor, "committee")}::boolean`);
  if (!row) throw new DomainError("thing.absent");
  return row as unknown as Case;
}

export type OwnCase = { id: number; kind: ReportKind; threadId: number | null; messageId: number | null; ref: TextRef | null; concealed: boolean; text: string; letters: Letter[] };

/**
 * The same for who wrote the thing: what the committee told them, and their text where it lies out of sight.
 * @throws DomainError thing.absent
 */
export async function findOwnCase(actor: MemberActor, id: number): Promise<OwnCase> {
  const [row] = await db.execute(sql`
    select r.id::int as id, r.kind, r.thread_id::int as "threadId", r.message_id::int as "messageId", ${TEXT} as ref, c.id is not null as concealed, coalesce(c.body, '') as text,
      ${LETTERS} and l.member_id = ${actor.memberId}) as letters
    from reports r left join concealments c on c.report_id = r.id and c.kind = r.kind and c.text_id is not distinct from r.text_id and (r.file_id is null or c.file_id = r.file_id)
    where r.id = ${id} and exists (select 1 from report_letters l where l.report_id = r.id and l.member_id = ${actor.memberId})`);
  if (!row) throw new DomainError("thing.absent");
  return row as unknown as OwnCase;
}
