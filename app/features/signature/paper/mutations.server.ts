import { eq, sql } from "drizzle-orm";
import { files } from "#db/schema/file";
import { paperSignatures } from "#db/schema/signature";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { dayName, wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { forgetPaper, layPaper } from "~/features/file/paper.server";
import type { mayShareFile } from "~/features/file/policy";
import { openLog } from "../log/append.server";
import type { RecordingPaper } from "../policy";
import { enter, requireAct } from "./entry.server";
import type { Whose } from "./model";
import type { PaperInput } from "./schema";

const refuse = (fields: Record<string, string>): never => {
  throw new DomainError("input.invalid", { fields });
};

/**
 * What somebody of the committee read on a page that was signed, with its scan. It counts for nothing
 * until a second person has compared the two.
 * @throws DomainError input.invalid
 */
export async function recordPaper(tx: Tx, { actor }: RecordingPaper, { de: whose, ...input }: PaperInput, sharing: ReturnType<typeof mayShareFile>, fileId: number): Promise<void> {
  if (!whose) return refuse({ de: "Choisissez la personne ou l’organisation." });
  if (whose.memberId === actor.memberId) refuse({ de: "Votre propre signature se fait à l’écran, ou une autre personne du comité l’inscrit." });
  await openLog(tx);
  await requireDay(tx, input);
  await requireAct(tx, whose, input);
  await layPaper(tx, sharing, fileId);
  await tx.insert(paperSignatures).values({
    act: input.acte, version: input.version, ...whose, name: input.nom, title: input.titre, signedOn: input.date, fileId, recordedBy: actor.memberId, recordedAt: now(),
  });
  await tx.audit({ actor, act: "paper.recorded", details: { act: input.acte } });
}

/** A page names a version that was in force on its day, and a day that has been. */
async function requireDay(tx: Tx, { version, date }: Pick<PaperInput, "version" | "date">): Promise<void> {
  const zone = await communityTimeZone();
  const [published] = await tx.execute<{ at: string }>(sql`select published_at as at from charter_versions where number = ${version} and published_at is not null`);
  if (!published) return refuse({ version: "Cette version n’a pas été en vigueur." });
  if (date > dayName(wallTimeAt(now(), zone))) refuse({ date: "Ce jour n’est pas encore venu." });
  if (date < dayName(wallTimeAt(new Date(published.at), zone))) refuse({ date: "Ce jour est avant la mise en vigueur de cette version." });
}

type Waiting = { id: number; act: "signature" | "withdrawal"; version: number; name: string; title: string; signedOn: string; fileId: number; recordedBy: number; whose: Whose };

async function lockWaiting(tx: Tx, id: number): Promise<Waiting> {
  const [row] = await tx.select().from(paperSignatures).where(eq(paperSignatures.id, id)).for("update");
  if (!row) throw new DomainError("thing.absent");
  if (row.decidedAt) throw new DomainError("state.moved");
  const whose = { memberId: row.memberId, organisationId: row.organisationId } as Whose;
  return { ...row, whose };
}

/**
 * The second person has compared the page with what was recorded: now it is in the log.
 * @throws DomainError thing.absent, state.moved, right.missing for who recorded it and for whose signature it is, input.invalid
 */
export async function confirmPaper(tx: Tx, { actor }: RecordingPaper, id: number): Promise<void> {
  const log = await openLog(tx);
  const paper = await lockWaiting(tx, id);
  if (paper.recordedBy === actor.memberId || paper.whose.memberId === actor.memberId) throw new DomainError("right.missing");
  await requireAct(tx, paper.whose, { acte: paper.act, version: paper.version, date: paper.signedOn });
  const [scan] = await tx.select({ hash: files.hash }).from(files).where(eq(files.id, paper.fileId));
  const [first] = await tx.execute<{ id: number; name: string; title: string }>(sql`select id::int, name, title from members where id = ${paper.recordedBy}`);
  if (!scan || !first) throw new DomainError("thing.absent");
  const number = await enter(tx, log, paper, { method: "paper", signed_on: paper.signedOn, scan_sha256: scan.hash, recorded_by: [first, person(actor)] });
  await tx.update(paperSignatures).set({ decidedBy: actor.memberId, decidedAt: now(), logNumber: number }).where(eq(paperSignatures.id, id));
  await tx.audit({ actor, act: "paper.confirmed", subjectId: id });
  tx.announce({ type: "charter.moved", id: paper.version });
}

const person = ({ memberId, name, title }: MemberActor) => ({ id: memberId, name, title });

/** What was recorded is not what the page says, or should not have been: it is forgotten, with its scan. */
export async function dropPaper(tx: Tx, { actor }: RecordingPaper, id: number): Promise<void> {
  const paper = await lockWaiting(tx, id);
  await tx.delete(paperSignatures).where(eq(paperSignatures.id, id));
  await forgetPaper(tx, paper.fileId);
  await tx.audit({ actor, act: "paper.dropped", subjectId: id });
}
