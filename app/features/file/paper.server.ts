import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { files } from "#db/schema/file";
import type { ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import { FIELDS } from "./model";

/** A page that was scanned, and not a document that anybody could have typed. */
const SCANS = ["pdf", "png", "jpeg", "webp"] as const;

/**
 * Lays a scan of one's own that no message has with the committee's papers: from then on it is
 * kept, the committee alone sees it, and nobody takes it back.
 * @throws DomainError input.invalid when it is no longer there, or is no scan
 */
export async function layPaper(tx: Tx, { actor }: Proof<"file.share", null, ParticipantActor>, id: number): Promise<void> {
  const laid = await tx
    .update(files)
    .set({ filedAt: now() })
    .where(and(eq(files.id, id), eq(files.uploaderId, actor.memberId), isNull(files.messageId), isNull(files.concealedAt), isNull(files.filedAt), inArray(files.kind, [...SCANS])))
    .returning({ id: files.id });
  if (laid.length === 0) throw new DomainError("input.invalid", { fields: { [FIELDS.sent]: "Joignez la page numérisée en PDF ou en image." } });
}

/** Forgets a paper that stands for nothing. */
export const forgetPaper = (tx: Tx, id: number) => tx.delete(files).where(and(eq(files.id, id), isNotNull(files.filedAt)));
