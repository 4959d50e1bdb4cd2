import { sql } from "drizzle-orm";
import { anonymityKeepers } from "#db/schema/anonymity";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";

/** @throws DomainError input.invalid unless both are of the committee now. */
export async function nameKeepers(tx: Tx, { actor }: Proof<"name-keepers", null, MemberActor>, [one, other]: readonly [number, number]): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('le-fil.anonymity-keepers'))`);
  const found = await tx.execute(sql`
    select m.id from members m join member_roles r on r.member_id = m.id and r.role = 'committee' where m.id in (${one}, ${other}) and m.state = 'active' for share of m`);
  if (found.length < 2) throw new DomainError("input.invalid", { fields: { premiere: "Ces personnes ne sont plus toutes deux du comité. Choisissez de nouveau." } });
  await tx.delete(anonymityKeepers);
  await tx.insert(anonymityKeepers).values([one, other].map((memberId, index) => ({ place: index + 1, memberId, namedBy: actor.memberId, namedAt: now() })));
  for (const memberId of [one, other]) await tx.audit({ actor, act: "keeper.named", subjectId: memberId });
}

/**
 * Notes that a keeper asks who wrote; only then is the name shown. The author sees who asked, when, and why.
 * @throws DomainError thing.absent when the thread has an author in sight.
 */
export async function askForAuthor(tx: Tx, { actor, subject: threadId }: Proof<"ask-for-author", number, MemberActor>, reason: string): Promise<void> {
  const [noted] = await tx.execute(sql`
    insert into author_disclosures (message_id, asked_by, reason, at)
    select f.id, ${actor.memberId}, ${reason}, ${now().toISOString()}::timestamptz
    from messages f join hidden_authors h on h.message_id = f.id where f.thread_id = ${threadId} and f.position = 1 returning message_id`);
  if (!noted) throw new DomainError("thing.absent");
  await tx.audit({ actor, act: "author.asked", subjectId: threadId });
}
