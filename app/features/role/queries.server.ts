import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { memberRoles, members } from "#db/schema/member";
import type { MemberActor } from "~/kit/actor";
import { byName } from "~/features/organisation/queries.server";
import { mayGrantRoles } from "./policy";

const organisationsOf = sql<string[]>`array(select o.name from memberships s join organisations o on o.id = s.organisation_id
  where s.member_id = members.id order by s.since, o.name)`;

/** Who holds which role over the community, and who could. */
export async function listRoleHolders(actor: MemberActor) {
  mayGrantRoles(actor);
  const rows = await db
    .select({
      id: members.id,
      name: members.name,
      title: members.title,
      state: members.state,
      organisations: organisationsOf,
      roles: sql<string[]>`array(select r.role from member_roles r where r.member_id = members.id)`,
    })
    .from(members)
    .where(and(sql`members.state in ('active', 'paused')`, isNull(members.guestUntil)));
  const people = byName(rows);
  const holders = (role: string) => people.filter((person) => person.roles.includes(role));
  const candidates = people.filter((person) => person.state === "active");
  return {
    administrators: holders("administrator"),
    committee: holders("committee"),
    candidates: candidates.map(({ id, name, organisations }) => ({ value: String(id), label: [name, organisations[0]].filter(Boolean).join(", ") })),
  };
}

export type RoleHolder = Awaited<ReturnType<typeof listRoleHolders>>["administrators"][number];

/** How many administrators the instance has; two are safer than one. */
export async function countAdministrators(actor: MemberActor): Promise<number> {
  mayGrantRoles(actor);
  const rows = await db
    .select({ id: members.id })
    .from(memberRoles)
    .innerJoin(members, eq(members.id, memberRoles.memberId))
    .where(and(eq(memberRoles.role, "administrator"), eq(members.state, "active")));
  return rows.length;
}
