import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.server";
import { synonyms } from "#db/schema/search";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";

export type SynonymGroup = { id: number; terms: string[] };

/** What means the same, for search and for the committee that keeps the list. */
export async function listSynonyms(_actor: MemberActor): Promise<SynonymGroup[]> {
  return db.select({ id: synonyms.id, terms: synonyms.terms }).from(synonyms).orderBy(asc(synonyms.id)).limit(500);
}

/** @throws DomainError thing.absent */
export async function findSynonyms(_actor: MemberActor, id: number): Promise<SynonymGroup> {
  const [group] = await db.select({ id: synonyms.id, terms: synonyms.terms }).from(synonyms).where(eq(synonyms.id, id));
  if (!group) throw new DomainError("thing.absent");
  return group;
}
