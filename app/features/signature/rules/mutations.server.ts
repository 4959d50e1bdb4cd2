import { sql } from "drizzle-orm";
import { signingHolds, signingSettings } from "#db/schema/signing";
import type { SigningHold } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { openLog } from "../log/append.server";
import { isSharedMailbox } from "../model";
import type { Governing } from "../policy";
import { ASKED, lastOf, UNTIL, UP_TO_DATE } from "../sql.server";
import { USUAL_AFTER_GRACE, type AfterGrace } from "./model";
import type { RulesInput } from "./schema";

/** Chooses how long one may take to sign, and what comes after; it holds from now on. */
export async function chooseRules(tx: Tx, { actor }: Governing, { jours: graceDays, apres: afterGrace }: RulesInput): Promise<void> {
  await openLog(tx);
  const chosen = { graceDays, afterGrace, chosenBy: actor.memberId, chosenAt: now() };
  await tx.insert(signingSettings).values(chosen).onConflictDoUpdate({ target: signingSettings.id, set: chosen });
  await tx.audit({ actor, act: "signing-rules.chosen", details: { days: graceDays, after: afterGrace } });
  await layHolds(tx);
}

type Late = { id: number; email: string; since: string; committee: boolean; after: AfterGrace };

/**
 * Lays anew whose days to sign are over. Who reads a mailbox with others cannot sign on a screen, and is
 * left alone; the committee is reminded and no more, because the others' work waits for its own.
 * To be called with the log open.
 */
export async function layHolds(tx: Tx): Promise<void> {
  const late = await tx.execute<Late>(sql`
    select m.id::int, m.email, ${UNTIL} as since, coalesce((select s.after_grace from signing_settings s), ${USUAL_AFTER_GRACE}) as after,
      exists (select 1 from member_roles r where r.member_id = m.id and r.role = 'committee') as committee
    from ${ASKED} a cross join members m left join lateral ${lastOf(sql`m.id`)} l on true
    where m.state = 'active' and m.guest_until is null and not ${UP_TO_DATE} and ${UNTIL} <= ${now().toISOString()}::timestamptz`);
  const rows = late.flatMap(({ id, email, since, committee, after }) => {
    if (after === "nothing" || isSharedMailbox(email)) return [];
    const kind: SigningHold = committee ? "reminder" : after;
    return [{ memberId: id, kind, since: new Date(since) }];
  });
  await tx.delete(signingHolds);
  if (rows.length > 0) await tx.insert(signingHolds).values(rows);
}

/** Each night. */
export const layHoldsAnew = (): Promise<void> =>
  inTransaction(async (tx) => {
    await openLog(tx);
    await layHolds(tx);
  });

/** Whoever has signed is held no longer. */
export const release = (tx: Tx, memberId: number) => tx.execute(sql`delete from signing_holds where member_id = ${memberId}`);
