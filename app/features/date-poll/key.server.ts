import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { datePollPeople, datePollTokens } from "#db/schema/date-poll";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { newToken, sha256, sign } from "~/kit/secrets.server";
import type { Tx } from "~/kit/transaction.server";

/** Whoever holds a link: this poll, this person, and answering alone. */
export type Linkholder = { pollId: number; memberId: number | null; personId: number | null; name: string };

/** Draws the key of one mail to a member; only its hash is kept. */
export async function drawToken(tx: Tx, pollId: number, memberId: number): Promise<string> {
  const token = newToken();
  await tx.insert(datePollTokens).values({ tokenHash: sha256(token), pollId, memberId, madeAt: now() });
  return token;
}

/** The key of a guest's link. The committee hands it over, so it can be shown again: it is sealed, and ends with its nonce. */
export const guestToken = (personId: number, nonce: string): string => sign(`date:${personId}:${nonce}`);

/** Gives a guest a link, in place of an earlier one, which then opens nothing. */
export async function renewLink(tx: Tx, pollId: number, personId: number): Promise<void> {
  const nonce = newToken();
  await tx.update(datePollTokens).set({ revokedAt: now() }).where(and(eq(datePollTokens.personId, personId), isNull(datePollTokens.revokedAt)));
  await tx.update(datePollPeople).set({ nonce }).where(eq(datePollPeople.id, personId));
  await tx.insert(datePollTokens).values({ tokenHash: sha256(guestToken(personId, nonce)), pollId, personId, madeAt: now() });
}

/** Every link of a poll ends with it. */
export const revokeLinks = (tx: Tx, pollId: number): Promise<unknown> => tx.update(datePollTokens).set({ revokedAt: now() }).where(and(eq(datePollTokens.pollId, pollId), isNull(datePollTokens.revokedAt)));

/** @throws DomainError thing.absent for a key that is not ours, or of someone who left; date-poll.link-ended */
export async function linkholderOf(token: string): Promise<Linkholder> {
  const [holder] = await db.execute<Linkholder & { ended: boolean }>(sql`
    select t.poll_id::int as "pollId", t.member_id::int as "memberId", t.person_id::int as "personId", coalesce(p.name, g.name) as name, t.revoked_at is not null as ended
    from date_poll_tokens t left join members p on p.id = t.member_id left join date_poll_people g on g.id = t.person_id
    where t.token_hash = ${sha256(token)} and (t.person_id is not null or p.state = 'active')`);
  if (!holder) throw new DomainError("thing.absent");
  if (holder.ended) throw new DomainError("date-poll.link-ended");
  return holder;
}
