import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { organisations } from "#db/schema/community";
import type { Actor, MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatWhen } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { mayKeepOrganisations } from "./policy";

/** In French order, which the database's own may not be. */
export const byName = <Row extends { name: string }>(rows: Row[]): Row[] => rows.sort((a, b) => a.name.localeCompare(b.name, "fr-CA"));

/** The organisations to choose from; open to everyone signed in, since joining asks for it. */
export async function listOrganisationChoices(_actor: Actor): Promise<{ value: string; label: string }[]> {
  const rows = await db.select({ id: organisations.id, name: organisations.name }).from(organisations);
  return byName(rows).map(({ id, name }) => ({ value: String(id), label: name }));
}

/** Every organisation with its number of people, and who named it when it was not the committee. */
export async function listOrganisations(actor: MemberActor) {
  mayKeepOrganisations(actor);
  const rows = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      people: sql<number>`(select count(*) from memberships s join members m on m.id = s.member_id
        where s.organisation_id = organisations.id and m.state in ('active', 'paused') and m.guest_until is null)`.mapWith(Number),
      named: sql<{ by: string; at: string } | null>`(select json_build_object('by', m.name, 'at', a.at)
        from audit_entries a join members m on m.id = a.actor_id
        where a.act = 'organisation.named-at-joining' and a.subject_id = organisations.id limit 1)`,
    })
    .from(organisations);
  const zone = await communityTimeZone();
  return byName(rows).map(({ named, ...row }) => ({
    ...row,
    named: named && { by: named.by, when: formatWhen(new Date(named.at), now(), zone) },
  }));
}

/** @throws DomainError thing.absent */
export async function findOrganisation(actor: MemberActor, id: number): Promise<{ id: number; name: string }> {
  mayKeepOrganisations(actor);
  const [row] = await db.select({ id: organisations.id, name: organisations.name }).from(organisations).where(eq(organisations.id, id));
  if (!row) throw new DomainError("thing.absent");
  return row;
}
