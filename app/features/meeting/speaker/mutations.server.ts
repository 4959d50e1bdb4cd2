import { and, eq, sql } from "drizzle-orm";
import { speakers } from "#db/schema/meeting";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { firstOrganisationOf } from "~/features/organisation/sql.server";
import { lockMeeting, noteMoved } from "../mutations.server";
import type { Planning } from "../policy";
import type { SpeakerInput } from "./schema";

/** @throws DomainError thing.absent; input.invalid when that person stands there already */
export async function addSpeaker(tx: Tx, { actor }: Planning, meetingId: number, input: SpeakerInput): Promise<void> {
  await lockMeeting(tx, meetingId);
  const [made] = await tx.insert(speakers).values({ meetingId, ...(await valuesOf(tx, input)) }).onConflictDoNothing({ target: [speakers.meetingId, speakers.memberId] }).returning({ id: speakers.id });
  if (!made) throw alreadyThere();
  await tx.audit({ actor, act: "speaker.added", subjectId: meetingId });
  await noteMoved(tx, meetingId);
}

/** @throws DomainError thing.absent when the person was taken off meanwhile; input.invalid as above */
export async function reviseSpeaker(tx: Tx, { actor }: Planning, meetingId: number, speakerId: number, input: SpeakerInput): Promise<void> {
  await lockMeeting(tx, meetingId);
  const values = await valuesOf(tx, input);
  const [other] = await tx.execute(sql`select 1 from speakers where meeting_id = ${meetingId} and member_id = ${values.memberId}::bigint and id <> ${speakerId}`);
  if (other) throw alreadyThere();
  const changed = await tx.update(speakers).set(values).where(and(eq(speakers.id, speakerId), eq(speakers.meetingId, meetingId))).returning({ id: speakers.id });
  if (changed.length === 0) throw new DomainError("thing.absent");
  await tx.audit({ actor, act: "speaker.revised", subjectId: meetingId });
  await noteMoved(tx, meetingId);
}

/** Takes someone off. Whoever is off already stays off. */
export async function removeSpeaker(tx: Tx, { actor }: Planning, meetingId: number, speakerId: number): Promise<void> {
  await lockMeeting(tx, meetingId);
  const gone = await tx.delete(speakers).where(and(eq(speakers.id, speakerId), eq(speakers.meetingId, meetingId))).returning({ id: speakers.id });
  if (gone.length === 0) return;
  await tx.audit({ actor, act: "speaker.removed", subjectId: meetingId });
  await noteMoved(tx, meetingId);
}

const alreadyThere = () => new DomainError("input.invalid", { fields: { compte: "Cette personne y est déjà." } });

/** With an account, what is left empty is what the account says. */
async function valuesOf(tx: Tx, { compte, nom, fonction, organisation, presentation }: SpeakerInput) {
  if (compte === null) return { memberId: null, name: nom, title: fonction, organisation, bio: presentation };
  const [member] = await tx.execute<{ name: string; title: string; organisation: string | null }>(sql`
    select m.name, m.title, ${firstOrganisationOf(sql`m.id`)} as organisation
    from members m where m.id = ${compte} and m.state in ('active', 'paused')`);
  if (!member) throw new DomainError("input.invalid", { fields: { compte: "Cette personne n’est plus membre. Écrivez son nom, si elle vient tout de même." } });
  return { memberId: compte, name: nom || member.name, title: fonction || member.title, organisation: organisation || (member.organisation ?? ""), bio: presentation };
}
