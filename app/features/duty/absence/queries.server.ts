import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { mayName } from "../policy";

export type NotedAbsence = { id: number; kind: "absence" | "leave" | "exemption"; from: string; until: string | null; reason: string; name: string; by: string; own: boolean };

/** Who sits out from a day on and until when, with the reason: for the committee alone. */
export async function listEveryAbsence(actor: MemberActor, today: string): Promise<NotedAbsence[]> {
  mayName(actor);
  return [
    ...(await db.execute<NotedAbsence>(sql`
      select a.id::int, a.kind, a.from_day::text as from, a.until_day::text as until, a.reason, p.name, (select name from members where id = a.noted_by) as by, a.noted_by = a.member_id as own
      from turn_absences a join members p on p.id = a.member_id and p.state in ('active', 'paused')
      where a.until_day is null or a.until_day >= ${today}::date order by a.from_day, a.id limit 500`)),
  ];
}
