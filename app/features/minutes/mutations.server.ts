import { eq, sql } from "drizzle-orm";
import { minutes, minutesVersions } from "#db/schema/minutes";
import { after, DAY, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { renderMarkdown } from "~/kit/markdown.server";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { settleAbout, tellAbout } from "~/features/notification/subject.server";
import { CORRECTION_DAYS, minutesPath, minutesStateOf } from "./model";
import type { Adopting, Writing } from "./policy";

type Row = typeof minutes.$inferSelect;

export const subjectOf = (minutesId: number): string => `minutes-${minutesId}`;

/** @throws DomainError thing.absent */
export async function lockMinutes(tx: Tx, meetingId: number): Promise<Row> {
  const [row] = await tx.select().from(minutes).where(eq(minutes.meetingId, meetingId)).for("update");
  if (!row) throw new DomainError("thing.absent");
  return row;
}

export const movedSince = ({ body, revision }: Row): DomainError => new DomainError("minutes.moved", { state: { title: "", body, revision } });

/** Gives them another wording; what is adopted becomes the next version, with why. */
export async function setText(tx: Tx, row: Row, { body, by, reason }: { body: string; by: number; reason: string }): Promise<number> {
  const { html, version: rendererVersion } = renderMarkdown(body);
  const revision = row.revision + 1;
  const number = row.number === null ? null : row.number + 1;
  await tx.update(minutes).set({ body, html, rendererVersion, revision, number, writtenBy: by, writtenAt: now() }).where(eq(minutes.id, row.id));
  if (number !== null) await tx.insert(minutesVersions).values({ minutesId: row.id, number, body, html, reason, madeBy: by, madeAt: now() });
  tx.announce({ type: "minutes.moved", id: row.meetingId });
  return revision;
}

/**
 * Writes the minutes of a meeting, or begins them (revision 0). The same text twice changes nothing.
 * @throws DomainError minutes.moved with the other text as its state; input.invalid where a new version has no reason
 */
export async function writeMinutes(tx: Tx, { actor, subject: meetingId }: Writing, { body, revision, reason = "" }: { body: string; revision: number; reason?: string }): Promise<{ revision: number; savedAt: Date }> {
  const at = now();
  if (revision === 0) {
    const { html, version: rendererVersion } = renderMarkdown(body);
    const [made] = await tx.insert(minutes).values({ meetingId, body, html, rendererVersion, writtenBy: actor.memberId, writtenAt: at }).onConflictDoNothing().returning({ id: minutes.id });
    if (made) {
      await tx.audit({ actor, act: "minutes.begun", subjectId: meetingId });
      tx.announce({ type: "minutes.moved", id: meetingId });
      return { revision: 1, savedAt: at };
    }
  }
  const row = await lockMinutes(tx, meetingId);
  if (row.body === body) return { revision: row.revision, savedAt: row.writtenAt };
  if (row.revision !== revision) throw movedSince(row);
  if (row.adoptedAt && reason === "") throw new DomainError("input.invalid", { fields: { raison: "Dites pourquoi cette nouvelle version\u00a0: tout le monde le lira." }, values: { texte: body } });
  const moved = await setText(tx, row, { body, by: actor.memberId, reason });
  if (row.adoptedAt) await tx.audit({ actor, act: "minutes.made-anew", subjectId: meetingId });
  return { revision: moved, savedAt: at };
}

/** Everyone who was there: ticked at the door, responsible, or a speaker. */
async function listPartakers(tx: Tx, meetingId: number): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select t.member_id::int as id from attendances t join sittings s on s.id = t.sitting_id where s.meeting_id = ${meetingId} and t.present_at is not null and t.member_id is not null
    union select d.member_id::int from duties d join sittings s on s.id = d.sitting_id where s.meeting_id = ${meetingId} and d.state = 'accepted'
    union select k.member_id::int from speakers k where k.meeting_id = ${meetingId} and k.member_id is not null order by 1`);
  return rows.map(({ id }) => id);
}

/** Opens them to correction for seven days; those who were there are told. Saying it twice changes nothing. @throws DomainError thing.absent, minutes.moved */
export async function openMinutes(tx: Tx, { actor, subject: meetingId }: Writing, revision: number): Promise<void> {
  const row = await lockMinutes(tx, meetingId);
  if (minutesStateOf(row) !== "draft") return;
  if (row.revision !== revision) throw movedSince(row);
  const at = now();
  await tx.update(minutes).set({ openedAt: at, openedBy: actor.memberId, closesAt: after(at, CORRECTION_DAYS * DAY) }).where(eq(minutes.id, row.id));
  await tellAbout(tx, await listPartakers(tx, meetingId), { kind: "minutes", subject: subjectOf(row.id), place: minutesPath(meetingId), by: actor.memberId });
  await tx.audit({ actor, act: "minutes.opened", subjectId: meetingId });
  tx.announce({ type: "minutes.moved", id: meetingId });
}

/** Adopts minutes that are open, once whoever asks; returns whether it was this time. */
async function adopt(tx: Tx, row: Pick<Row, "id" | "meetingId">, by: number | null): Promise<boolean> {
  const at = now();
  const [adopted] = await tx.execute<{ body: string; html: string }>(sql`
    update minutes set adopted_at = ${at.toISOString()}::timestamptz, adopted_by = ${by}::bigint, number = 1
    where id = ${row.id} and opened_at is not null and adopted_at is null returning body, html`);
  if (!adopted) return false;
  await tx.insert(minutesVersions).values({ minutesId: row.id, number: 1, ...adopted, madeBy: by, madeAt: at });
  await settleAbout(tx, subjectOf(row.id));
  tx.announce({ type: "minutes.moved", id: row.meetingId });
  return true;
}

/** The committee adopts them before the seven days are over. @throws DomainError thing.absent; minutes.state-moved while they are a draft */
export async function adoptMinutes(tx: Tx, { actor, subject: meetingId }: Adopting): Promise<void> {
  const row = await lockMinutes(tx, meetingId);
  if (!row.openedAt) throw new DomainError("minutes.state-moved");
  if (await adopt(tx, row, actor.memberId)) await tx.audit({ actor, act: "minutes.adopted", subjectId: meetingId });
}

/** Adopts what was open for seven days, each once; the queue calls it. Returns how many. */
export async function adoptDueMinutes(): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await tx.execute<{ id: number; meeting_id: number }>(sql`
      select id::int, meeting_id::int from minutes where adopted_at is null and closes_at <= ${now().toISOString()}::timestamptz order by id for update skip locked`);
    let adopted = 0;
    for (const { id, meeting_id: meetingId } of due) if (await adopt(tx, { id, meetingId }, null)) adopted += 1;
    return adopted;
  });
}
