import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import type { Closing } from "./model";
import { mayKeepClosings } from "./policy";

export type KeptClosing = Closing & { id: number; pole: string | null };

/** The closing days of today and later: what is past warns nobody. */
export async function listKeptClosings(actor: MemberActor): Promise<KeptClosing[]> {
  mayKeepClosings(actor);
  return [
    ...(await db.execute<KeptClosing>(sql`
      select c.id::int, c.label, c.first_day::text as "firstDay", c.last_day::text as "lastDay", p.name as pole
      from closing_days c left join poles p on p.id = c.pole_id where c.last_day >= (${now().toISOString()}::timestamptz - interval '1 day')::date
      order by c.first_day, c.id limit 400`)),
  ];
}
