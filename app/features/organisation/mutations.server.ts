import { and, eq, ne, sql } from "drizzle-orm";
import { organisations } from "#db/schema/community";
import { now } from "~/kit/clock.server";
import { DomainError, sentenceOf } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";

const exists = () => new DomainError("organisation.exists", { fields: { name: sentenceOf("organisation.exists") } });

/** Two names that differ by capitals only are the same name. */
const sameName = (name: string) => sql`lower(${organisations.name}) = lower(${name})`;

/** Names are given one after the other: the unique constraint tells capitals apart, and people do not. */
const lockNames = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('le-fil.organisation-names'))`);

/** @throws DomainError organisation.exists */
export async function addOrganisation(tx: Tx, { actor }: Proof<"keep-organisations">, name: string): Promise<number> {
  await lockNames(tx);
  const [same] = await tx.select({ id: organisations.id }).from(organisations).where(sameName(name));
  if (same) throw exists();
  const [made] = await tx.insert(organisations).values({ name, createdAt: now() }).returning({ id: organisations.id });
  if (!made) throw new Error("nothing was inserted");
  await tx.audit({ actor, act: "organisation.added", subjectId: made.id });
  return made.id;
}

/** @throws DomainError organisation.exists, thing.absent */
export async function renameOrganisation(tx: Tx, { actor }: Proof<"keep-organisations">, id: number, name: string): Promise<void> {
  await lockNames(tx);
  const [same] = await tx.select({ id: organisations.id }).from(organisations).where(and(sameName(name), ne(organisations.id, id)));
  if (same) throw exists();
  const renamed = await tx.update(organisations).set({ name }).where(eq(organisations.id, id)).returning({ id: organisations.id });
  if (renamed.length === 0) throw new DomainError("thing.absent");
  await tx.audit({ actor, act: "organisation.renamed", subjectId: id });
}

/** The organisation of that name, made when the list lacks it; the committee sees who named it. */
export async function nameOwnOrganisation(tx: Tx, { actor }: Proof<"name-own-organisation">, name: string): Promise<number> {
  await lockNames(tx);
  const [known] = await tx.select({ id: organisations.id }).from(organisations).where(sameName(name));
  if (known) return known.id;
  const [made] = await tx.insert(organisations).values({ name, createdAt: now() }).returning({ id: organisations.id });
  if (!made) throw new Error("nothing was inserted");
  await tx.audit({ actor, act: "organisation.named-at-joining", subjectId: made.id });
  return made.id;
}
