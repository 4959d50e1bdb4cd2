import { sql } from "drizzle-orm";
import { db, type Database } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { firstOrganisationOf } from "~/features/organisation/sql.server";
import type { Answer, Electorate, Rule, Stance } from "./model";

export type FoundRound = Rule & {
  id: number; number: number; versionNumber: number; sha256: string; openedAt: string; closesAt: string; closedAt: string | null; adopted: boolean | null; ofPeople: number | null; ofOrganisations: number | null;
  answers: (Answer & { name: string; organisation: string | null; reason: string; at: string })[];
};

/** People and organisations that count now: active members, and where they work. */
export const ELECTORATE = sql`
  select (select count(*) from members where state = 'active' and guest_until is null)::int as people,
    (select count(distinct s.organisation_id) from memberships s join members m on m.id = s.member_id where m.state = 'active' and m.guest_until is null)::int as organisations`;

/** Answers of those who still count; while a round is open, of those who are active now. */
const ANSWERS = sql`(
  select coalesce(json_agg(json_build_object('memberId', m.id, 'name', m.name, 'stance', a.stance, 'reason', a.reason, 'at', a.at, 'withdrawn', a.withdrawn_at is not null,
    'organisation', ${firstOrganisationOf(sql`m.id`)},
    'organisationIds', (select coalesce(json_agg(s.organisation_id), '[]'::json) from memberships s where s.member_id = m.id)) order by a.at), '[]'::json)
  from consent_answers a join members m on m.id = a.member_id where a.round_id = r.id and (r.closed_at is not null or (m.state = 'active' and m.guest_until is null)))`;

/** The last round of consent there has been, open or over; null before the first. */
export async function findRound(_actor: MemberActor, from: Pick<Database, "execute"> = db): Promise<FoundRound | null> {
  const [row] = await from.execute<FoundRound>(sql`
    select r.id::int, r.number::int, v.number as "versionNumber", r.sha256, r.objections_block as "objectionsBlock", r.people_percent::int as "peoplePercent", r.organisations_percent::int as "organisationsPercent",
      r.opened_at as "openedAt", r.closes_at as "closesAt", r.closed_at as "closedAt", r.adopted, r.of_people as "ofPeople", r.of_organisations as "ofOrganisations", ${ANSWERS} as answers
    from consent_rounds r join charter_versions v on v.id = r.version_id order by r.id desc limit 1`);
  return row ?? null;
}

export async function findElectorate(_actor: MemberActor, from: Pick<Database, "execute"> = db): Promise<Electorate> {
  const [row] = await from.execute<Electorate>(ELECTORATE);
  return row ?? { people: 0, organisations: 0 };
}

export type AskedConsent = { id: number; closesAt: string; openedAt: string };

/** The open round that this person has not answered, for « À faire ». */
export async function findUnanswered(actor: MemberActor, at: Date): Promise<AskedConsent | null> {
  const [row] = await db.execute<AskedConsent>(sql`
    select r.id::int, r.closes_at as "closesAt", r.opened_at as "openedAt" from consent_rounds r
    where r.closed_at is null and r.closes_at > ${at.toISOString()}::timestamptz and not exists (select 1 from consent_answers a where a.round_id = r.id and a.member_id = ${actor.memberId})`);
  return row ?? null;
}

export type OwnAnswer = { stance: Stance; reason: string; withdrawn: boolean };
