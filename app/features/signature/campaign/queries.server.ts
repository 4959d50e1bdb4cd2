import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { mayGovern } from "../policy";

export type FoundCampaign = { startsOn: string; closesAt: string; openedAt: string | null; by: string };

/** Every campaign there has been, the latest first, and since when signatures of the text in force have been asked for. */
export async function listCampaigns(actor: MemberActor): Promise<FoundCampaign[]> {
  mayGovern(actor);
  return [...(await db.execute<FoundCampaign>(sql`
    select c.starts_on as "startsOn", c.closes_at as "closesAt", c.opened_at as "openedAt", m.name as by
    from signing_campaigns c join members m on m.id = c.planned_by order by c.id desc limit 20`))];
}
