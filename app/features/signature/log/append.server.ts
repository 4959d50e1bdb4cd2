import { desc, sql } from "drizzle-orm";
import { charterLog } from "#db/schema/signature";
import { now } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { BEGINNING, canonicalBody, codeOf, hashOf, type LogBody, type LogEvent } from "./entries";

/** The log, held by this transaction until its end: whoever comes next waits, and sees what it added. */
export type OpenLog = {
  /** Yearly campaigns opened so far. */
  campaign: number;
  /** Adds an entry; round counts the signer's earlier withdrawals. Returns the code of its receipt. */
  append(event: LogEvent, round?: number, at?: Date): Promise<string>;
};

/** One at a time, so that signing, publishing and withdrawing have one order and none sees half of another. */
export async function openLog(tx: Tx): Promise<OpenLog> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('le-fil.charter-log'))`);
  const [last] = await tx.select({ number: charterLog.number, hash: charterLog.hash, campaign: charterLog.campaign }).from(charterLog).orderBy(desc(charterLog.number)).limit(1);
  let { number, hash, campaign } = last ?? { number: 0, hash: BEGINNING, campaign: 0 };
  return {
    campaign,
    append: async (event, round = 0, at = now()) => {
      const previous = hash;
      number += 1;
      if (event.event === "campaign-opened") campaign = event.campaign;
      const body = canonicalBody({ ...event, number, at: at.toISOString() } as LogBody);
      hash = hashOf(previous, body);
      await tx.insert(charterLog).values({
        number, at, event: event.event, version: event.version, textHash: event.text_sha256, campaign, round,
        memberId: whoActed(event), organisationId: "organisation" in event ? (event.organisation?.id ?? null) : null, body, previous, hash,
      });
      return codeOf(hash);
    },
  };
}

/** Whom an entry is of, as the database holds it to its body: on paper for an organisation, the first of those who recorded it. */
function whoActed(event: LogEvent): number {
  if ("by" in event) return event.by.id;
  if ("id" in event.person) return event.person.id;
  return event.method === "paper" ? event.recorded_by[0].id : 0;
}
