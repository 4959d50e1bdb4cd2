import { and, eq, sql } from "drizzle-orm";
import { datePollOrganisations, datePollPeople, datePolls, datePollSlots } from "#db/schema/date-poll";
import { speakers } from "#db/schema/meeting";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { sha256 } from "~/kit/secrets.server";
import type { Tx } from "~/kit/transaction.server";
import { lockMeeting } from "~/features/meeting/mutations.server";
import type { Planning } from "~/features/meeting/policy";
import { renewLink, revokeLinks } from "./key.server";
import { MAX_PEOPLE, MAX_SLOTS, type Slot } from "./model";
import { callAsked } from "./reminders.server";
import type { PersonInput } from "./schema";

/** The committee's acts on a poll. Each takes the poll's row first: one after the other. */

export type PollRow = typeof datePolls.$inferSelect;
type Request = { note: string; answerUntil: Date; organisationIds: readonly number[] };

/**
 * Locks a poll of a meeting that has not ended.
 * @throws DomainError thing.absent, date-poll.closed
 */
async function lockLive(tx: Tx, meetingId: number, pollId: number): Promise<PollRow> {
  const poll = await lockPoll(tx, meetingId, pollId);
  if (poll.closedAt) throw new DomainError("date-poll.closed");
  return poll;
}

export async function lockPoll(tx: Tx, meetingId: number, pollId: number): Promise<PollRow> {
  const [poll] = await tx.select().from(datePolls).where(and(eq(datePolls.id, pollId), eq(datePolls.meetingId, meetingId))).for("update");
  if (!poll) throw new DomainError("thing.absent");
  return poll;
}

/** Says that what its pages show has changed. */
async function moved(tx: Tx, pollId: number): Promise<void> {
  await tx.update(datePolls).set({ revision: sql`${datePolls.revision} + 1` }).where(eq(datePolls.id, pollId));
  tx.announce({ type: "date-poll.moved", id: pollId });
}

/**
 * Begins to seek a date in a pole. The people who speak at the meeting are named from the start.
 * @throws DomainError thing.absent, date-poll.running when one is sought there already
 */
export async function startPoll(tx: Tx, { actor }: Planning, meetingId: number, { poleId, zone, ...request }: Request & { poleId: number | null; zone: string }): Promise<number> {
  await lockMeeting(tx, meetingId);
  const [running] = await tx.execute(sql`select 1 from date_polls where meeting_id = ${meetingId} and coalesce(pole_id, 0) = ${poleId ?? 0} and closed_at is null`);
  if (running) throw new DomainError("date-poll.running");
  const { note, answerUntil, organisationIds } = request;
  const [made] = await tx.insert(datePolls).values({ meetingId, poleId, zone, note, answerUntil, createdBy: actor.memberId, createdAt: now() }).returning({ id: datePolls.id });
  if (!made) throw new Error("nothing was inserted");
  await askOrganisations(tx, made.id, organisationIds);
  for (const { memberId, name, title, organisation } of await tx.select().from(speakers).where(eq(speakers.meetingId, meetingId)).orderBy(speakers.id)) {
    await namePerson(tx, made.id, { memberId, name, title: [title, organisation].filter(Boolean).join(", ").slice(0, 160), required: true });
  }
  await tx.audit({ actor, act: "date-poll.started", subjectId: made.id, details: { meeting: meetingId } });
  return made.id;
}

async function askOrganisations(tx: Tx, pollId: number, ids: readonly number[]): Promise<void> {
  await tx.delete(datePollOrganisations).where(eq(datePollOrganisations.pollId, pollId));
  await tx.execute(sql`insert into date_poll_organisations (poll_id, organisation_id) select ${pollId}, id from organisations where id = any(string_to_array(${ids.join()}, ',')::bigint[])`);
}

/** Tells one state of what is asked from another; answers do not move it. */
export const markOf = ({ note, answerUntil, organisationIds }: Request): string => sha256(JSON.stringify([note, answerUntil.toISOString(), [...organisationIds].sort((a, b) => a - b)])).slice(0, 16);

/** Until when, whom and with which words it asks. @throws DomainError thing.absent, date-poll.closed, date-poll.moved */
export async function reviseRequest(tx: Tx, { actor }: Planning, meetingId: number, pollId: number, before: string, { note, answerUntil, organisationIds }: Request): Promise<void> {
  const poll = await lockLive(tx, meetingId, pollId);
  const asked = await tx.select({ id: datePollOrganisations.organisationId }).from(datePollOrganisations).where(eq(datePollOrganisations.pollId, pollId));
  if (markOf({ ...poll, organisationIds: asked.map(({ id }) => id) }) !== before) throw new DomainError("date-poll.moved");
  await tx.update(datePolls).set({ note, answerUntil }).where(eq(datePolls.id, pollId));
  await askOrganisations(tx, pollId, organisationIds);
  await tx.audit({ actor, act: "date-poll.revised", subjectId: pollId });
  await moved(tx, pollId);
}

/** Proposes slots; one that stands already stands once. @throws DomainError thing.absent, date-poll.closed; input.invalid beyond what one can answer */
export async function addSlots(tx: Tx, _by: Planning, meetingId: number, pollId: number, slots: readonly Slot[]): Promise<void> {
  await lockLive(tx, meetingId, pollId);
  await tx.insert(datePollSlots).values(slots.map((slot) => ({ ...slot, pollId }))).onConflictDoNothing({ target: [datePollSlots.pollId, datePollSlots.startsAt] });
  const [counted] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from date_poll_slots where poll_id = ${pollId}`);
  if ((counted?.n ?? 0) > MAX_SLOTS) throw new DomainError("input.invalid", { fields: { date: `Pas plus de ${MAX_SLOTS} heures\u00a0: au-delà, personne ne répond à toutes.` } });
  await moved(tx, pollId);
}

/** Takes a slot back, with what was said of it. What is off already stays off. */
export async function removeSlot(tx: Tx, { actor }: Planning, meetingId: number, pollId: number, slotId: number): Promise<void> {
  await lockLive(tx, meetingId, pollId);
  const gone = await tx.delete(datePollSlots).where(and(eq(datePollSlots.pollId, pollId), eq(datePollSlots.id, slotId))).returning({ id: datePollSlots.id });
  if (gone.length === 0) return;
  await tx.audit({ actor, act: "date-poll.slot-removed", subjectId: pollId });
  await moved(tx, pollId);
}

/**
 * Opens it to answers, and writes to those who are asked. Opening it twice is opening it once.
 * @throws DomainError thing.absent, date-poll.closed, date-poll.without-slot, date-poll.over
 */
export async function openPoll(tx: Tx, { actor }: Planning, meetingId: number, pollId: number): Promise<void> {
  const poll = await lockLive(tx, meetingId, pollId);
  if (poll.openedAt) return;
  if (poll.answerUntil <= now()) throw new DomainError("date-poll.over");
  const [slot] = await tx.execute(sql`select 1 from date_poll_slots where poll_id = ${pollId} and starts_at > ${now().toISOString()}::timestamptz limit 1`);
  if (!slot) throw new DomainError("date-poll.without-slot");
  await tx.update(datePolls).set({ openedAt: now(), openedBy: actor.memberId }).where(eq(datePolls.id, pollId));
  const asked = await callAsked(tx, pollId);
  await tx.audit({ actor, act: "date-poll.opened", subjectId: pollId, details: { people: asked } });
  await moved(tx, pollId);
}

/** Ends it without a date. Ending it twice is ending it once. @throws DomainError thing.absent; date-poll.closed when a date was chosen meanwhile */
export async function dropPoll(tx: Tx, { actor }: Planning, meetingId: number, pollId: number): Promise<void> {
  const poll = await lockPoll(tx, meetingId, pollId);
  if (poll.sittingId) throw new DomainError("date-poll.closed");
  if (poll.closedAt) return;
  await tx.update(datePolls).set({ closedAt: now(), closedBy: actor.memberId }).where(eq(datePolls.id, pollId));
  await revokeLinks(tx, pollId);
  await tx.audit({ actor, act: "date-poll.dropped", subjectId: pollId });
  await moved(tx, pollId);
}

type Named = { memberId: number | null; name: string; title: string; required: boolean };

async function namePerson(tx: Tx, pollId: number, named: Named): Promise<boolean> {
  const [made] = await tx.insert(datePollPeople).values({ pollId, ...named }).onConflictDoNothing({ target: [datePollPeople.pollId, datePollPeople.memberId] }).returning({ id: datePollPeople.id });
  if (made && named.memberId === null) await renewLink(tx, pollId, made.id);
  return made !== undefined;
}

const refuse = (field: string, sentence: string) => new DomainError("input.invalid", { fields: { [field]: sentence } });

/** Names a person without whom it makes no sense, or a guest. @throws DomainError thing.absent, date-poll.closed; input.invalid */
export async function addPerson(tx: Tx, { actor }: Planning, meetingId: number, pollId: number, { compte, nom, fonction, necessaire }: PersonInput): Promise<void> {
  await lockLive(tx, meetingId, pollId);
  const [counted] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from date_poll_people where poll_id = ${pollId}`);
  if ((counted?.n ?? 0) >= MAX_PEOPLE) throw refuse("nom", `Pas plus de ${MAX_PEOPLE} personnes nommées.`);
  const [member] = compte === null ? [] : await tx.execute<{ name: string; title: string }>(sql`select name, title from members where id = ${compte} and state in ('active', 'paused')`);
  if (compte !== null && !member) throw refuse("compte", "Cette personne n’est plus membre. Écrivez son nom, si elle vient tout de même.");
  const named: Named = member ? { memberId: compte, name: member.name, title: fonction || member.title, required: true } : { memberId: null, name: nom, title: fonction, required: necessaire };
  if (!(await namePerson(tx, pollId, named))) throw refuse("compte", "Cette personne y est déjà.");
  await tx.audit({ actor, act: "date-poll.person-named", subjectId: pollId });
  await moved(tx, pollId);
}

/** Takes someone off; a guest's answers and link go along. */
export async function removePerson(tx: Tx, { actor }: Planning, meetingId: number, pollId: number, personId: number): Promise<void> {
  await lockLive(tx, meetingId, pollId);
  const gone = await tx.delete(datePollPeople).where(and(eq(datePollPeople.pollId, pollId), eq(datePollPeople.id, personId))).returning({ id: datePollPeople.id });
  if (gone.length === 0) return;
  await tx.audit({ actor, act: "date-poll.person-removed", subjectId: pollId });
  await moved(tx, pollId);
}

/** Gives a guest another link; the earlier one opens nothing from now on. @throws DomainError thing.absent, date-poll.closed */
export async function renewGuestLink(tx: Tx, { actor }: Planning, meetingId: number, pollId: number, personId: number): Promise<void> {
  await lockLive(tx, meetingId, pollId);
  const [guest] = await tx.select({ memberId: datePollPeople.memberId }).from(datePollPeople).where(and(eq(datePollPeople.pollId, pollId), eq(datePollPeople.id, personId)));
  if (!guest || guest.memberId !== null) throw new DomainError("thing.absent");
  await renewLink(tx, pollId, personId);
  await tx.audit({ actor, act: "date-poll.link-renewed", subjectId: pollId });
}
