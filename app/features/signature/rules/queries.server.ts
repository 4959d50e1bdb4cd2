import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { mayGovern } from "../policy";
import type { AfterGrace } from "./model";

type Rules = { graceDays: number; afterGrace: AfterGrace; by: string; at: string };

/** What was chosen and by whom, or null as long as nobody chose; and how many people's days are over now. */
export async function findRules(actor: MemberActor): Promise<{ rules: Rules | null; held: number }> {
  mayGovern(actor);
  const [row] = await db.execute<{ rules: Rules | null; held: number }>(sql`
    select (select json_build_object('graceDays', s.grace_days, 'afterGrace', s.after_grace, 'by', m.name, 'at', s.chosen_at) from signing_settings s join members m on m.id = s.chosen_by) as rules,
      (select count(*)::int from signing_holds) as held`);
  return row ?? { rules: null, held: 0 };
}
