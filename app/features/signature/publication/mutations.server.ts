import { and, eq, sql } from "drizzle-orm";
import { charterVersions } from "#db/schema/charter";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { openLog } from "../log/append.server";
import { digest, type LoggedPerson } from "../log/entries";
import type { Publishing } from "../policy";
import type { Kind } from "./model";

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
  tx.announce({ type: "charter.moved", id: version });
}
