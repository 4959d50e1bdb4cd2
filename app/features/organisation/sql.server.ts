import { sql, type SQL } from "drizzle-orm";

/** The name that stands beside a person's: that of the organisation they have been in the longest, or none. */
export const firstOrganisationOf = (member: SQL): SQL<string | null> =>
  sql<string | null>`(select o.name from memberships s join organisations o on o.id = s.organisation_id where s.member_id = ${member} order by s.since, s.organisation_id limit 1)`;
