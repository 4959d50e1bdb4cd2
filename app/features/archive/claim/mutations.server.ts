import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import type { Claiming, Reviewing } from "../policy";
import { seenBy } from "../sql.server";

const at = () => sql`${now().toISOString()}::timestamptz`;

/** « C’est moi ». Twice is once; a refused claim is not made again. @throws DomainError thing.absent; state.moved where it is somebody else's. */
export async function claimText(tx: Tx, { actor }: Claiming, id: number): Promise<void> {
  const [text] = await tx.execute(sql`select t.author_id from archive_texts t where t.id = ${id} and ${seenBy(actor, sql`t`)} for update`);
  if (!text) throw new DomainError("thing.absent");
  if (text.author_id !== null && Number(text.author_id) !== actor.memberId) throw new DomainError("state.moved");
  if (text.author_id !== null) return;
  await tx.execute(sql`insert into archive_claims (text_id, member_id, at) values (${id}, ${actor.memberId}, ${at()}) on conflict do nothing`);
}

/**
 * The committee says whether it is so. Confirmed, every text of the same author is theirs, and other claims to it fall.
 * @throws DomainError state.moved when it was settled, or the text became somebody else's meanwhile.
 */
export async function settleClaim(tx: Tx, { actor }: Reviewing, id: number, outcome: "accepted" | "refused"): Promise<void> {
  const [claim] = await tx.execute(sql`
    select c.member_id, c.text_id, t.author_id, t.author_hash from archive_claims c join archive_texts t on t.id = c.text_id where c.id = ${id} and c.settled_at is null for update of c, t`);
  if (!claim) throw new DomainError("state.moved");
  const member = Number(claim.member_id);
  if (outcome === "accepted" && claim.author_id !== null && Number(claim.author_id) !== member) throw new DomainError("state.moved");
  const settle = (which: ReturnType<typeof sql>, how: string) => tx.execute(sql`update archive_claims set outcome = ${how}, settled_at = ${at()}, settled_by = ${actor.memberId} where settled_at is null and ${which}`);
  await settle(sql`id = ${id}`, outcome);
  if (outcome === "accepted") {
    const theirs = sql`(id = ${Number(claim.text_id)} or author_hash = ${(claim.author_hash as string | null) ?? null}::text)`;
    await tx.execute(sql`update archive_texts set author_id = ${member} where author_id is null and ${theirs}`);
    const texts = sql`text_id in (select id from archive_texts where ${theirs})`;
    await settle(sql`member_id = ${member} and ${texts}`, "accepted");
    await settle(texts, "refused");
  }
  await tx.audit({ actor, act: `archive.claim-${outcome}`, subjectId: Number(claim.text_id), details: { member } });
}
