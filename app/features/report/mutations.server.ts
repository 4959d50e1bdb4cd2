import { sql } from "drizzle-orm";
import type { MemberActor, ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { noteStep, openIncident } from "~/features/incident/mutations.server";
import { settleAbout, tellAbout } from "~/features/notification/subject.server";
import { openTo, reachOf } from "~/features/thread/sql.server";
import { conceal, oneCaseAtATime, putBack, type Subject, type Target } from "./conceal.server";
import { draftIncident } from "./draft-incident.server";
import { CONCEALED_BY_REPORT, casePath, letterPath, subjectRef, type Cause, type LetterAct, type Outcome, type ThreadKind } from "./model";
import type { Moderating, Reporting } from "./policy";
import { textIdOf } from "./text/masking.server";
import type { TextRef } from "./text/model";
import { authorOfText, listReportable, mailedAbout } from "./text/queries.server";
import { THING } from "./text/reading.server";

/** What is reported: a message, title or file by its number, or a text by where it stands. */
export type Reported = ({ kind: ThreadKind; id: number } | { kind: "text"; text: TextRef }) & { cause: Cause; note: string };

type Found = Subject & { authorId: number | null };

/** What is meant, where this person may read it; null when it is not there for them. */
async function findTarget(tx: Tx, actor: ParticipantActor, reported: Reported): Promise<Found | null> {
  if (reported.kind !== "text") return findInThread(tx, actor, reported);
  const { text } = reported;
  const found = (await listReportable(actor, text, tx))?.passages.find(({ part }) => part === text.part);
  return found ? { kind: "text", text, textId: await textIdOf(tx, text), authorId: found.author } : null;
}

async function findInThread(tx: Tx, actor: ParticipantActor, { kind, id }: { kind: ThreadKind; id: number }): Promise<Found | null> {
  const meant = { message: sql`m.id = ${id}`, file: sql`f.id = ${id}`, title: sql`threads.id = ${id} and m.position = 1` }[kind];
  const [row] = await tx.execute(sql`
    select threads.id::int as thread, m.id::int as message, ${kind === "file" ? sql`f.id::int` : sql`null::int`} as file,
      coalesce(${kind === "title" ? sql`threads.author_id` : sql`m.author_id`}, h.member_id)::int as author
    from messages m join threads on threads.id = m.thread_id left join hidden_authors h on h.message_id = m.id
    ${kind === "file" ? sql`join files f on f.message_id = m.id` : sql``}
    where ${meant} and (m.deleted_at is null or ${kind === "title"}::boolean) and ${openTo(reachOf(actor))}`);
  if (!row) return null;
  return { kind, threadId: Number(row.thread), messageId: kind === "title" ? null : Number(row.message), fileId: row.file === null ? null : Number(row.file), authorId: row.author === null ? null : Number(row.author) };
}

/** Whose something is, also where their name is not shown. */
export async function authorOf(tx: Tx, subject: Subject): Promise<number | null> {
  if (subject.kind === "text") return authorOfText(tx, subject.text, subject.textId);
  const { threadId, messageId } = subject;
  const [row] = await tx.execute(sql`
    select coalesce(m.author_id, h.member_id) as author from messages m left join hidden_authors h on h.message_id = m.id
    where m.thread_id = ${threadId} and case when ${messageId}::bigint is null then m.position = 1 else m.id = ${messageId}::bigint end`);
  return row?.author == null ? null : Number(row.author);
}

/**
 * Asks the committee to look at something. Personal information is out of sight at once; only where the same person
 * had reported it before and the committee put it back, it waits in the queue. Reported twice, it is one report.
 * @throws DomainError thing.absent
 */
export async function reportThing(tx: Tx, { actor }: Reporting, reported: Reported): Promise<void> {
  await oneCaseAtATime(tx);
  const found = await findTarget(tx, actor, reported);
  if (!found) throw new DomainError("thing.absent");
  const { kind, authorId } = found;
  const { threadId, messageId, fileId, textId } = columnsOf(found);
  const { cause } = reported;
  const me = actor.memberId;
  const at = now().toISOString();
  const same = sql`kind = ${kind} and thread_id is not distinct from ${threadId}::bigint and message_id is not distinct from ${messageId}::bigint
    and file_id is not distinct from ${fileId}::bigint and text_id is not distinct from ${textId}::bigint`;
  const [before] = await tx.execute(sql`select 1 from reports where ${same} and reporter_id = ${me} and outcome = 'restored'`);
  // A report of something else does not stand in the way of one of personal information, and takes it up.
  const [made] = await tx.execute(sql`
    insert into reports (kind, thread_id, message_id, file_id, text_id, cause, note, reporter_id, at)
    values (${kind}, ${threadId}, ${messageId}, ${fileId}, ${textId}, ${cause}, ${cause === "personal-information" ? "" : reported.note}, ${me}, ${at}::timestamptz)
    on conflict (kind, coalesce(thread_id, 0), coalesce(message_id, 0), coalesce(file_id, 0), coalesce(text_id, 0)) where settled_at is null
    do update set cause = excluded.cause where reports.cause <> 'personal-information' and excluded.cause = 'personal-information'
    returning id::int as id`);
  if (!made) return;
  const reportId = Number(made.id);
  await tx.audit({ actor, act: "report.filed", subjectId: reportId, details: { kind, cause } });
  if (cause === "personal-information") {
    await openIncident(tx, { reportId, by: me, draft: await draftIncident(tx, found, at) });
    await noteStep(tx, reportId, me, "reported");
    if (!before && (await conceal(tx, { reportId, ...found }, at, me))) await noteConcealed(tx, { reportId, ...found }, actor);
    if (!before && authorId !== null) await writeLetter(tx, { reportId, threadId, to: authorId, act: "concealed", body: CONCEALED_BY_REPORT, by: me, said: false });
  }
  const committee = await tx.execute(sql`select r.member_id from member_roles r join members m on m.id = r.member_id where r.role = 'committee' and m.state = 'active'`);
  await tellAbout(tx, committee.map((row) => Number(row.member_id)), { kind: "report", subject: subjectRef(reportId), place: casePath(reportId), by: me });
}

/** What a report is about, as its row says it. */
const columnsOf = (subject: Subject): { threadId: number | null; messageId: number | null; fileId: number | null; textId: number | null } =>
  subject.kind === "text" ? { threadId: null, messageId: null, fileId: null, textId: subject.textId } : { threadId: subject.threadId, messageId: subject.messageId, fileId: subject.fileId, textId: null };

async function noteConcealed(tx: Tx, target: Target, actor: ParticipantActor): Promise<void> {
  const { reportId } = target;
  const mailed = target.kind === "text" ? mailedAbout(target.text) : sql`select member_id from notifications where message_id = ${target.messageId}::bigint and mailed_at is not null`;
  const [counts] = await tx.execute(sql`
    select (select count(*)::int from concealments where report_id = ${reportId} and (kind = 'quote' or kind = 'text' and text_id is distinct from ${columnsOf(target).textId}::bigint)) as echoes,
      (select count(distinct member_id)::int from (${mailed}) t) as mailed`);
  await noteStep(tx, reportId, actor.memberId, "concealed");
  if (Number(counts?.echoes) > 0) await noteStep(tx, reportId, actor.memberId, "echoes", Number(counts?.echoes));
  if (Number(counts?.mailed) > 0) await noteStep(tx, reportId, actor.memberId, "mailed", Number(counts?.mailed));
  await tx.audit({ actor, act: "report.concealed", subjectId: reportId });
}

export type Letter = { reportId: number; threadId: number | null; to: number; act: LetterAct; body: string; by: number; /** Who wrote it may be named. */ said?: boolean };

/** Writes to the author of something, and tells them that there is a letter. */
export async function writeLetter(tx: Tx, { reportId, threadId, to, act, body, by, said = true }: Letter): Promise<void> {
  const [made] = await tx.execute(sql`
    insert into report_letters (thread_id, report_id, member_id, act, body, by_id, at)
    values (${threadId}, ${reportId}, ${to}, ${act}, ${body}, ${by}, ${now().toISOString()}::timestamptz) returning id`);
  await tellAbout(tx, [to], { kind: "moderation", subject: `letter-${Number(made?.id)}`, place: letterPath(reportId), by: said ? by : null });
}

/** The case as it stands, locked. @throws DomainError thing.absent */
export async function lockCase(tx: Tx, reportId: number): Promise<Target & { cause: Cause; outcome: Outcome | null }> {
  await oneCaseAtATime(tx);
  const [row] = await tx.execute(sql`
    select r.id::int as "reportId", r.kind, r.thread_id::int as "threadId", r.message_id::int as "messageId", r.file_id::int as "fileId", r.text_id::int as "textId", r.cause, r.outcome,
      (select json_build_object('kind', x.kind, 'id', ${THING}, 'part', x.part) from reported_texts x where x.id = r.text_id) as text
    from reports r where r.id = ${reportId} for update`);
  if (!row) throw new DomainError("thing.absent");
  return row as unknown as Target & { cause: Cause; outcome: Outcome | null };
}

type Ending = { outcome: Outcome; act: LetterAct; word: string };

/**
 * Ends a case: its outcome, a letter to the author, a line in the journal. What was only taken out of sight can still be put back.
 * @throws DomainError state.moved when someone else ended it meanwhile.
 */
export async function settle(tx: Tx, actor: MemberActor, target: Target, { outcome, act, word }: Ending): Promise<void> {
  const { reportId } = target;
  const { threadId } = columnsOf(target);
  const settled = await tx.execute(sql`
    update reports set outcome = ${outcome}, settled_at = ${now().toISOString()}::timestamptz, settled_by = ${actor.memberId}
    where id = ${reportId} and (settled_at is null or outcome = 'concealed') returning 1`);
  if (settled.length === 0) throw new DomainError("state.moved");
  const to = await authorOf(tx, target);
  if (to !== null) await writeLetter(tx, { reportId, threadId, to, act, body: word, by: actor.memberId });
  await settleAbout(tx, subjectRef(reportId));
  await tx.audit({ actor, act: `report.${outcome}`, subjectId: reportId });
}

/** Puts back what was out of sight, in one act. It costs nobody anything that it was reported. */
export async function restore(tx: Tx, { actor }: Moderating, reportId: number, word: string): Promise<void> {
  const target = await lockCase(tx, reportId);
  await putBack(tx, reportId, actor.memberId);
  await noteStep(tx, reportId, actor.memberId, "restored");
  await settle(tx, actor, target, { outcome: "restored", act: "restored", word });
}

/** Takes something out of sight for another reason than personal information, until it is put back. */
export async function concealFor(tx: Tx, { actor }: Moderating, reportId: number, word: string): Promise<void> {
  const target = await lockCase(tx, reportId);
  if (!(await conceal(tx, target, now().toISOString(), actor.memberId))) throw new DomainError("state.moved");
  await settle(tx, actor, target, { outcome: "concealed", act: "concealed", word });
}

/** Leaves everything as it is. */
export async function dismiss(tx: Tx, { actor }: Moderating, reportId: number, word: string): Promise<void> {
  const target = await lockCase(tx, reportId);
  const [kept] = await tx.execute(sql`select 1 from concealments where report_id = ${reportId} limit 1`);
  if (kept) throw new DomainError("state.moved");
  await settle(tx, actor, target, { outcome: "dismissed", act: "dismissed", word });
}

/** Writes to the author and changes nothing. @throws DomainError thing.absent when there is nobody to write to. */
export async function writeTo(tx: Tx, { actor }: Moderating, reportId: number, word: string): Promise<void> {
  const target = await lockCase(tx, reportId);
  const to = await authorOf(tx, target);
  if (to === null) throw new DomainError("thing.absent");
  await writeLetter(tx, { reportId, threadId: columnsOf(target).threadId, to, act: "word", body: word, by: actor.memberId });
  await tx.audit({ actor, act: "report.written-to", subjectId: reportId });
}
