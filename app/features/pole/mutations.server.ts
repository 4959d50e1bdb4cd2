import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { poles } from "#db/schema/meeting";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError, sentenceOf } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import type { PoleInput } from "./schema";

type Keeping = Proof<"keep-poles", null, MemberActor>;

const exists = () => new DomainError("pole.exists", { fields: { nom: sentenceOf("pole.exists") } });
const sameName = (name: string) => sql`lower(${poles.name}) = lower(${name})`;

/** Names are given one after the other, so that two at once are told in words and not by the index. */
const lockNames = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('le-fil.pole-names'))`);

/**
 * Adds a pole; one of that name that had ended begins again, with its past.
 * @throws DomainError pole.exists
 */
export async function addPole(tx: Tx, { actor }: Keeping, { nom, fuseau }: PoleInput): Promise<number> {
  await lockNames(tx);
  const [same] = await tx.select({ id: poles.id, endedAt: poles.endedAt }).from(poles).where(sameName(nom));
  if (same && !same.endedAt) throw exists();
  const [made] = same
    ? await tx.update(poles).set({ name: nom, zone: fuseau, endedAt: null, endedBy: null }).where(eq(poles.id, same.id)).returning({ id: poles.id })
    : await tx.insert(poles).values({ name: nom, zone: fuseau, createdAt: now() }).returning({ id: poles.id });
  if (!made) throw new Error("nothing was written");
  await tx.audit({ actor, act: same ? "pole.begun-again" : "pole.added", subjectId: made.id });
  return made.id;
}

/** @throws DomainError pole.exists, thing.absent */
export async function renamePole(tx: Tx, { actor }: Keeping, id: number, { nom, fuseau }: PoleInput): Promise<void> {
  await lockNames(tx);
  const [same] = await tx.select({ id: poles.id }).from(poles).where(and(sameName(nom), ne(poles.id, id)));
  if (same) throw exists();
  const renamed = await tx.update(poles).set({ name: nom, zone: fuseau }).where(eq(poles.id, id)).returning({ id: poles.id });
  if (renamed.length === 0) throw new DomainError("thing.absent");
  await tx.audit({ actor, act: "pole.renamed", subjectId: id });
}

/** Ends a pole: nothing more is planned there, and what was planned or held keeps its name. */
export async function endPole(tx: Tx, { actor }: Keeping, id: number): Promise<void> {
  const ended = await tx.update(poles).set({ endedAt: now(), endedBy: actor.memberId }).where(and(eq(poles.id, id), isNull(poles.endedAt))).returning({ id: poles.id });
  if (ended.length > 0) return tx.audit({ actor, act: "pole.ended", subjectId: id });
  const [known] = await tx.select({ id: poles.id }).from(poles).where(eq(poles.id, id));
  if (!known) throw new DomainError("thing.absent");
}
