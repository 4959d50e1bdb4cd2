import { and, eq, inArray, sql } from "drizzle-orm";
import { meetingAnswers, meetingQuestions, meetingReplies } from "#db/schema/answer";
import { hasRole } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import type { Planning } from "~/features/meeting/policy";
import type { Letterholder } from "./key.server";
import { MAX_QUESTIONS, takesAnswers, takesChanges, type AnswerState, type Choice, type Refusal } from "./model";
import type { Answering } from "./policy";
import { countTaken, lockSittings, offerFreed, takesNoSeat, tell, type LockedSitting } from "./seats.server";

/** refusal: why not, of a no; left out, what was said before stands. */
export type Given = { choice: Choice; sittingId: number | null; refusal?: Refusal | null | undefined };
type Earlier = typeof meetingAnswers.$inferSelect;
type By = { memberId: number; by: number };
/** late: the committee enters who called after the deadline. */
type Giving = By & { late: boolean };

/**
 * Gives a person's answer to a meeting, in place of an earlier one. A seat in another sitting
 * is taken before the old one is given back; where none is left, the old one is kept.
 * @returns what became of it
 * @throws DomainError thing.absent, answer.closed, seats.none-left; answer.own where a manager would overrule
 */
export async function giveAnswer(tx: Tx, { actor, subject }: Answering, meetingId: number, given: Given): Promise<AnswerState> {
  const state = await put(tx, { memberId: subject, by: actor.memberId, late: subject !== actor.memberId && hasRole(actor, "committee") }, meetingId, given);
  if (subject !== actor.memberId) await tx.audit({ actor, act: "answer.given-for", subjectId: subject, details: { meeting: meetingId } });
  return state;
}

/** The same for whoever came by the link of a mail, answered in their calendar, or said yes to its date beforehand. */
export const giveAnswerByMail = (tx: Tx, { memberId, meetingId }: Letterholder, given: Given): Promise<AnswerState> => put(tx, { memberId, by: memberId, late: false }, meetingId, given);

async function put(tx: Tx, { memberId, by, late }: Giving, meetingId: number, { choice, sittingId, refusal }: Given): Promise<AnswerState> {
  const sittings = await lockSittings(tx, meetingId);
  const earlier = await findAnswer(tx, meetingId, memberId);
  if (earlier && by !== memberId && earlier.answeredBy === memberId) throw new DomainError("answer.own");
  const old = sittings.find(({ id }) => id === earlier?.sittingId) ?? null;
  const target = choice === "non" ? null : (sittings.find(({ id }) => id === sittingId) ?? null);
  if (choice !== "non" && !target) throw new DomainError("input.invalid", { fields: { rencontre: "Choisissez la rencontre." } });
  checkOpen({ target, old, sittings, late });
  const state = target ? await stateAt(tx, target, choice, { memberId, earlier }) : "no";
  const same = earlier?.state === state && earlier.sittingId === (target?.id ?? null);
  await write(tx, { meetingId, memberId, by, state, sitting: target, earlier: earlier ?? null, refusal });
  if (state === "no" && refusal !== undefined && refusal !== (earlier?.refusal ?? null)) tx.announce({ type: "meeting.moved", id: meetingId });
  if (old && old !== target) await offerFreed(tx, old);
  else if (old && earlier?.takesSeat && state !== "coming") await offerFreed(tx, old);
  if (!same) await announce(tx, { memberId, by, meetingId, state, target, old });
  return state;
}

async function findAnswer(tx: Tx, meetingId: number, memberId: number): Promise<Earlier | undefined> {
  const [row] = await tx.select().from(meetingAnswers).where(and(eq(meetingAnswers.meetingId, meetingId), eq(meetingAnswers.memberId, memberId)));
  return row;
}

/** A deadline is for those who have not answered; up to the beginning one may still leave, or take a seat that is held. */
function checkOpen({ target, old, sittings, late }: { target: LockedSitting | null; old: LockedSitting | null; sittings: readonly LockedSitting[]; late: boolean }): void {
  const present = now();
  const takesNew = late ? takesChanges : takesAnswers;
  const open = target
    ? target === old
      ? takesChanges(target, present)
      : takesNew(target, present)
    : old
      ? takesChanges(old, present)
      : sittings.some((sitting) => takesNew(sitting, present));
  if (!open) throw new DomainError("answer.closed");
}

async function stateAt(tx: Tx, target: LockedSitting, choice: Choice, { memberId, earlier }: { memberId: number; earlier: Earlier | undefined }): Promise<AnswerState> {
  if (choice === "peut-etre") return "maybe";
  const there = earlier?.sittingId === target.id;
  if (there && (earlier.state === "coming" || earlier.state === "offered")) return "coming";
  const free = target.capacity === null || (await takesNoSeat(tx, target, memberId)) || (await countTaken(tx, target.id)) < target.capacity;
  if (free) return "coming";
  if (earlier?.state === "coming" || earlier?.state === "offered") throw new DomainError("seats.none-left");
  return "waiting";
}

type Written = { meetingId: number; memberId: number; by: number; state: AnswerState; sitting: LockedSitting | null; earlier: Earlier | null; refusal: Refusal | null | undefined };

async function write(tx: Tx, { meetingId, memberId, by, state, sitting, earlier, refusal }: Written): Promise<void> {
  const stays = state === "waiting" && earlier?.state === "waiting" && earlier.sittingId === sitting?.id;
  const values = {
    sittingId: sitting?.id ?? null,
    state,
    // The place in the list is given by the database; whoever waits already keeps theirs.
    queue: stays ? earlier.queue : null,
    passedAt: stays ? earlier.passedAt : null,
    heldUntil: null,
    refusal: state !== "no" ? null : refusal === undefined ? (earlier?.refusal ?? null) : refusal,
    toldSequence: sitting?.sequence ?? 0,
    answeredAt: now(),
    answeredBy: by,
  };
  if (earlier) await tx.update(meetingAnswers).set(values).where(eq(meetingAnswers.id, earlier.id));
  else await tx.insert(meetingAnswers).values({ meetingId, memberId, ...values });
}

type Announced = By & { meetingId: number; state: AnswerState; target: LockedSitting | null; old: LockedSitting | null };

async function announce(tx: Tx, { memberId, by, meetingId, state, target, old }: Announced): Promise<void> {
  const stayed = old !== null && old === target;
  if (old && (!stayed || state === "maybe")) await tell(tx, memberId, old.id, "out");
  if (target && (state === "coming" || state === "waiting")) await tell(tx, memberId, target.id, "seat");
  else if (by !== memberId) await tell(tx, memberId, target?.id ?? (await anySitting(tx, meetingId)), "for-you");
  tx.announce({ type: "todo.changed", id: memberId });
  tx.announce({ type: "meeting.moved", id: meetingId });
}

async function anySitting(tx: Tx, meetingId: number): Promise<number> {
  const [row] = await tx.execute<{ id: number }>(sql`select id::int from sittings where meeting_id = ${meetingId} order by starts_at, id limit 1`);
  return row?.id ?? 0;
}

/**
 * Takes back an answer that somebody gave for somebody else: the person it is about, or
 * who gave it. Nothing is left of it; undoing it twice is undoing it once.
 * @throws DomainError thing.absent, answer.closed
 */
export async function undoAnswer(tx: Tx, { actor, subject }: Answering, meetingId: number): Promise<void> {
  const sittings = await lockSittings(tx, meetingId);
  const earlier = await findAnswer(tx, meetingId, subject);
  if (!earlier || earlier.answeredBy === subject) return;
  const old = sittings.find(({ id }) => id === earlier.sittingId);
  if (old && !takesChanges(old, now())) throw new DomainError("answer.closed");
  await tx.delete(meetingAnswers).where(eq(meetingAnswers.id, earlier.id));
  await tx.audit({ actor, act: "answer.undone", subjectId: subject, details: { meeting: meetingId } });
  if (old) {
    await offerFreed(tx, old);
    await tell(tx, subject, old.id, "out");
  }
  tx.announce({ type: "meeting.moved", id: meetingId });
}

/** Keeps the replies to the committee's questions; an empty one is taken back. @throws DomainError thing.absent without an answer */
export async function keepReplies(tx: Tx, { subject }: Answering, meetingId: number, replies: readonly { questionId: number; body: string }[]): Promise<void> {
  const answer = await findAnswer(tx, meetingId, subject);
  if (!answer) throw new DomainError("thing.absent");
  const questions = await tx.select({ id: meetingQuestions.id }).from(meetingQuestions).where(eq(meetingQuestions.meetingId, meetingId)).for("key share");
  const known = replies.filter(({ questionId }) => questions.some(({ id }) => id === questionId));
  if (known.length === 0) return;
  await tx.delete(meetingReplies).where(and(eq(meetingReplies.answerId, answer.id), inArray(meetingReplies.questionId, known.map(({ questionId }) => questionId))));
  const written = known.filter(({ body }) => body !== "");
  if (written.length > 0) await tx.insert(meetingReplies).values(written.map(({ questionId, body }) => ({ answerId: answer.id, questionId, body }))).onConflictDoNothing();
}

/** What the committee asks of those who come. A question that stays keeps its replies; one that goes takes them along. */
export async function askQuestions(tx: Tx, { actor }: Planning, meetingId: number, labels: readonly string[]): Promise<void> {
  const [meeting] = await tx.execute(sql`select 1 from meetings where id = ${meetingId} for no key update`);
  if (!meeting) throw new DomainError("thing.absent");
  const kept = await tx.select().from(meetingQuestions).where(eq(meetingQuestions.meetingId, meetingId)).orderBy(meetingQuestions.position);
  const gone = kept.filter(({ label }) => !labels.includes(label));
  if (gone.length > 0) await tx.delete(meetingQuestions).where(inArray(meetingQuestions.id, gone.map(({ id }) => id)));
  const staying = kept.filter(({ label }) => labels.includes(label));
  const added = [...new Set(labels)].filter((label) => !staying.some((one) => one.label === label));
  const free = Array.from({ length: MAX_QUESTIONS }, (_, index) => index + 1).filter((position) => !staying.some((one) => one.position === position));
  if (added.length > 0) await tx.insert(meetingQuestions).values(added.map((label, index) => ({ meetingId, position: free[index] ?? 0, label })));
  await tx.audit({ actor, act: "meeting.questions", subjectId: meetingId, details: { questions: labels.length } });
  tx.announce({ type: "meeting.moved", id: meetingId });
}
