import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { members } from "#db/schema/member";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatShortDate, formatWhen } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { byName, listOrganisationChoices } from "~/features/organisation/queries.server";
import type { RemovalReason } from "./model";
import { maySeePeople } from "./policy";

type Workplace = { id: number; name: string; manager: boolean };

// Written out in full: drizzle leaves the table's name away where it thinks it is the only one.
const organisationsOf = sql<Workplace[]>`coalesce((
  select json_agg(json_build_object('id', o.id, 'name', o.name, 'manager', g.member_id is not null) order by s.since, o.name)
  from memberships s
  join organisations o on o.id = s.organisation_id
  left join organisation_managers g on g.member_id = s.member_id and g.organisation_id = s.organisation_id
  where s.member_id = members.id), '[]')`;
const rolesOf = sql<string[]>`array(select r.role from member_roles r where r.member_id = members.id order by r.role)`;

const joinedOnce = and(isNotNull(members.joinedAt), isNull(members.guestUntil));

const columns = {
  id: members.id,
  name: members.name,
  title: members.title,
  state: members.state,
  stateSince: members.stateSince,
  organisations: organisationsOf,
  roles: rolesOf,
};

/** Everyone who joined at least once, those who are here first; guests and unanswered invitations are elsewhere. */
export async function listPeople(actor: MemberActor) {
  maySeePeople(actor);
  const rows = await db.select(columns).from(members).where(joinedOnce);
  const zone = await communityTimeZone();
  const isHere = (state: string) => state === "active" || state === "paused";
  return byName(rows)
    .map(({ stateSince, ...row }) => ({ ...row, since: formatWhen(stateSince, now(), zone) }))
    .sort((a, b) => Number(isHere(b.state)) - Number(isHere(a.state)));
}

export type ListedPerson = Awaited<ReturnType<typeof listPeople>>[number];

/** @throws DomainError thing.absent */
export async function findPerson(actor: MemberActor, id: number) {
  maySeePeople(actor);
  const [row] = await db
    .select({
      ...columns,
      email: members.email,
      joinedAt: members.joinedAt,
      reason: sql<RemovalReason | null>`(select a.details->>'reason' from audit_entries a
        where a.act = 'member.removed' and a.subject_id = members.id order by a.id desc limit 1)`,
    })
    .from(members)
    .where(and(joinedOnce, eq(members.id, id)));
  if (!row) throw new DomainError("thing.absent");
  const zone = await communityTimeZone();
  const { stateSince, joinedAt, reason, ...person } = row;
  return {
    ...person,
    since: formatShortDate(stateSince, zone),
    joined: joinedAt && formatShortDate(joinedAt, zone),
    reason: person.state === "removed" ? reason : null,
    isSelf: person.id === actor.memberId,
  };
}

export type FoundPerson = Awaited<ReturnType<typeof findPerson>>;

/** What one's own settings show. */
export async function findOwnPlace(actor: MemberActor) {
  const choices = await listOrganisationChoices(actor);
  return {
    email: actor.email,
    paused: actor.standing === "paused",
    roles: [...actor.roles],
    values: { name: actor.name, title: actor.title },
    organisations: choices.map((choice) => ({ ...choice, own: actor.organisationIds.includes(Number(choice.value)) })),
  };
}

export type OwnPlace = Awaited<ReturnType<typeof findOwnPlace>>;
