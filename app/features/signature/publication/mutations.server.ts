import { and, eq, isNull, sql } from "drizzle-orm";
import { charterVersions } from "#db/schema/charter";
import { publicationRequests } from "#db/schema/signature";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { openLog } from "../log/append.server";
import { digest, type LoggedPerson } from "../log/entries";
import type { Publishing } from "../policy";
import { layHolds } from "../rules/mutations.server";
import { needsSecondPerson, type Kind } from "./model";
import { changesFrom } from "./queries.server";
import type { PublicationInput } from "./schema";

export type Publication = { version: number; kind: Kind; reasons: string; by: LoggedPerson; confirmedBy?: LoggedPerson };

/**
 * Puts an adopted version in force, in place of the one that was, and says so in the log:
 * whoever signs meanwhile has signed the one before, or is told.
 * @throws DomainError state.moved when it is not the adopted one any more, signing.text-altered
 */
export async function publishVersion(tx: Tx, { actor }: Publishing, { version, kind, reasons, by, confirmedBy }: Publication): Promise<void> {
  const log = await openLog(tx);
  const [adopted] = await tx
    .select({ text: charterVersions.canonicalText, sha256: charterVersions.sha256 })
    .from(charterVersions)
    .where(and(eq(charterVersions.number, version), eq(charterVersions.state, "adopted")))
    .for("update");
  if (!adopted?.sha256) throw new DomainError("state.moved");
  if (digest(adopted.text ?? "") !== adopted.sha256) throw new DomainError("signing.text-altered");
  const at = now();
  await tx.update(charterVersions).set({ state: "replaced", replacedAt: at }).where(eq(charterVersions.state, "in-force"));
  await tx.update(charterVersions).set({ state: "in-force", kind, reasons, publishedAt: at, publishedBy: by.id, revision: sql`${charterVersions.revision} + 1` }).where(eq(charterVersions.number, version));
  await log.append({ event: "published", version, text_sha256: adopted.sha256, nature: kind, reasons, by, ...(confirmedBy ? { confirmed_by: confirmedBy } : {}) });
  await tx.audit({ actor, act: "charter.published", subjectId: version });
  await layHolds(tx);
  await tx.enqueue("signing.tell", { cause: "published", id: version, by: actor.memberId });
  tx.announce({ type: "charter.moved", id: version });
}

const person = ({ memberId, name, title }: MemberActor): LoggedPerson => ({ id: memberId, name, title });

/**
 * Publishes, or asks a second person where one is needed. Returns which of the two it was.
 * @throws DomainError state.moved, input.invalid
 */
export async function publishOrAsk(tx: Tx, proof: Publishing, { version, nature: kind, raisons: reasons }: PublicationInput): Promise<"published" | "asked"> {
  const { actor } = proof;
  await openLog(tx);
  const [current] = await tx.select({ number: charterVersions.number }).from(charterVersions).where(eq(charterVersions.state, "in-force"));
  if (!current && kind === "form") throw new DomainError("input.invalid", { fields: { nature: "Une première version est de fond\u00a0: personne ne l’a encore signée." } });
  const changes = await changesFrom(tx, current?.number ?? null, version);
  if (!needsSecondPerson(kind, changes)) {
    await setAside(tx, version, actor);
    await publishVersion(tx, proof, { version, kind, reasons, by: person(actor) });
    return "published";
  }
  const [adopted] = await tx.select({ number: charterVersions.number }).from(charterVersions).where(and(eq(charterVersions.number, version), eq(charterVersions.state, "adopted")));
  if (!adopted) throw new DomainError("state.moved");
  await setAside(tx, version, actor);
  await tx.insert(publicationRequests).values({ version, reasons, askedBy: actor.memberId, askedAt: now() });
  tx.announce({ type: "charter.moved", id: version });
  return "asked";
}

/** A request that waited is answered by what was done instead. */
async function setAside(tx: Tx, version: number, { memberId }: MemberActor): Promise<void> {
  await tx
    .update(publicationRequests)
    .set({ decidedBy: memberId, decidedAt: now(), confirmed: false })
    .where(and(eq(publicationRequests.version, version), isNull(publicationRequests.decidedAt)));
}

async function waiting(tx: Tx, id: number) {
  const [row] = await tx
    .select({ version: publicationRequests.version, reasons: publicationRequests.reasons, askedBy: publicationRequests.askedBy, decidedAt: publicationRequests.decidedAt })
    .from(publicationRequests)
    .where(eq(publicationRequests.id, id))
    .for("update");
  if (!row) throw new DomainError("thing.absent");
  if (row.decidedAt) throw new DomainError("state.moved");
  return row;
}

/**
 * The second person says that it is a matter of form as well; then it is published.
 * @throws DomainError thing.absent, state.moved, right.missing for who asked
 */
export async function confirmRequest(tx: Tx, proof: Publishing, id: number): Promise<void> {
  await openLog(tx);
  const { version, reasons, askedBy } = await waiting(tx, id);
  if (askedBy === proof.actor.memberId) throw new DomainError("right.missing");
  await tx.update(publicationRequests).set({ decidedBy: proof.actor.memberId, decidedAt: now(), confirmed: true }).where(eq(publicationRequests.id, id));
  const [asker] = await tx.execute<LoggedPerson>(sql`select id::int, name, title from members where id = ${askedBy}`);
  if (!asker) throw new DomainError("thing.absent");
  await publishVersion(tx, proof, { version, kind: "form", reasons, by: asker, confirmedBy: person(proof.actor) });
}

/** Says that it is not, or takes one's own request back: the version stays adopted, and is published otherwise. */
export async function refuseRequest(tx: Tx, { actor }: Publishing, id: number): Promise<void> {
  const { version } = await waiting(tx, id);
  await tx.update(publicationRequests).set({ decidedBy: actor.memberId, decidedAt: now(), confirmed: false }).where(eq(publicationRequests.id, id));
  tx.announce({ type: "charter.moved", id: version });
}
