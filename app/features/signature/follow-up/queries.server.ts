import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { byName } from "~/features/organisation/queries.server";
import { mayFollowUp } from "../policy";
import { standingOf, type Standing } from "../model";
import { ASKED, findAsked, heldBy, lastOf, type Last } from "../sql.server";

export type FollowedOrganisation = { id: number; name: string; people: number; signed: number; toSign: number; behind: number; toRenew: number; standing: Standing; manager: boolean };

/**
 * Where each organisation stands: how many of its people are up to date, have never signed,
 * or signed something that has changed since, and whether it has signed itself. Nobody is
 * named; who is of several organisations counts in each.
 */
export async function listFollowed(actor: MemberActor): Promise<FollowedOrganisation[]> {
  mayFollowUp(actor);
  const asked = await findAsked(db);
  if (!asked) return [];
  const rows = await db.execute<Omit<FollowedOrganisation, "standing"> & { last: Last | null }>(sql`
    with p as (
      select s.organisation_id, coalesce(l.event = 'signed', false) as held, l.version, l.campaign, a.substance, a.campaign as asked
      from ${ASKED} a cross join memberships s join members m on m.id = s.member_id and m.state = 'active' and m.guest_until is null
      left join lateral ${lastOf(sql`m.id`)} l on true)
    select o.id::int, o.name, count(p.*)::int as people,
      count(*) filter (where p.held and p.version >= p.substance and p.campaign >= p.asked)::int as signed,
      count(*) filter (where not p.held)::int as "toSign",
      count(*) filter (where p.held and p.version < p.substance)::int as behind,
      count(*) filter (where p.held and p.version >= p.substance and p.campaign < p.asked)::int as "toRenew",
      (select row_to_json(l) from ${lastOf(sql`o.id`, true)} l) as last,
      exists (select 1 from organisation_managers g join members m on m.id = g.member_id and m.state = 'active' where g.organisation_id = o.id) as manager
    from organisations o join p on p.organisation_id = o.id group by o.id, o.name`);
  return byName([...rows]).map(({ last, ...row }) => ({ ...row, standing: standingOf(heldBy(last), asked) }));
}

/** The latest reminders, for what is asked now: to whom and when, not to be sent twice in a row. */
export async function listReminders(actor: MemberActor): Promise<{ organisation: string | null; by: string; at: string }[]> {
  mayFollowUp(actor);
  return [...(await db.execute<{ organisation: string | null; by: string; at: string }>(sql`
    select o.name as organisation, m.name as by, r.asked_at as at from signing_reminders r
    join ${ASKED} a on a.version = r.version and a.campaign = r.campaign
    join members m on m.id = r.asked_by left join organisations o on o.id = r.organisation_id order by r.asked_at desc limit 10`))];
}
