import { eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { poles } from "#db/schema/meeting";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { mayKeepPoles } from "./policy";

export type Pole = { id: number; name: string; zone: string };

const inFrench = <Row extends { name: string }>(rows: Row[]): Row[] => rows.sort((a, b) => a.name.localeCompare(b.name, "fr-CA"));

/** The poles where meetings are held now. */
export async function listPoles(_actor: MemberActor): Promise<Pole[]> {
  return inFrench(await db.select({ id: poles.id, name: poles.name, zone: poles.zone }).from(poles).where(isNull(poles.endedAt)));
}

/** All of them, those that ended included, with how many sittings each has seen. */
export async function listKeptPoles(actor: MemberActor): Promise<(Pole & { ended: boolean; sittings: number })[]> {
  mayKeepPoles(actor);
  const rows = await db
    .select({
      id: poles.id,
      name: poles.name,
      zone: poles.zone,
      ended: sql<boolean>`${poles.endedAt} is not null`,
      sittings: sql<number>`(select count(*)::int from sittings s where s.pole_id = poles.id and s.cancelled_at is null)`,
    })
    .from(poles);
  return inFrench(rows).sort((a, b) => Number(a.ended) - Number(b.ended));
}

/** @throws DomainError thing.absent */
export async function findPole(actor: MemberActor, id: number): Promise<Pole & { ended: boolean }> {
  mayKeepPoles(actor);
  const [row] = await db
    .select({ id: poles.id, name: poles.name, zone: poles.zone, ended: sql<boolean>`${poles.endedAt} is not null` })
    .from(poles)
    .where(eq(poles.id, id));
  if (!row) throw new DomainError("thing.absent");
  return row;
}
