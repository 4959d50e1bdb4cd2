import { eq } from "drizzle-orm";
import { synonyms } from "#db/schema/search";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import type { SynonymInput } from "./schema";

type Keeping = Proof<"keep-synonyms", null, MemberActor>;

export async function addSynonyms(tx: Tx, { actor }: Keeping, { mots }: SynonymInput): Promise<number> {
  const [added] = await tx.insert(synonyms).values({ terms: mots, changedBy: actor.memberId, changedAt: now() }).returning({ id: synonyms.id });
  if (!added) throw new Error("nothing was written");
  await tx.audit({ actor, act: "synonyms.added", subjectId: added.id });
  return added.id;
}

/** @throws DomainError thing.absent */
export async function changeSynonyms(tx: Tx, { actor }: Keeping, id: number, { mots }: SynonymInput): Promise<void> {
  const changed = await tx.update(synonyms).set({ terms: mots, changedBy: actor.memberId, changedAt: now() }).where(eq(synonyms.id, id)).returning({ id: synonyms.id });
  if (changed.length === 0) throw new DomainError("thing.absent");
  await tx.audit({ actor, act: "synonyms.changed", subjectId: id });
}

/** Twice is once. */
export async function dropSynonyms(tx: Tx, { actor }: Keeping, id: number): Promise<void> {
  const dropped = await tx.delete(synonyms).where(eq(synonyms.id, id)).returning({ id: synonyms.id });
  if (dropped.length > 0) await tx.audit({ actor, act: "synonyms.dropped", subjectId: id });
}
