import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { IncidentFields, StepAct } from "./model";

export type Incident = { id: number; reportId: number | null; openedAt: string; version: number; by: string; at: string } & IncidentFields;
export type Step = { act: StepAct; count: number | null; by: string; at: string };

const FIELDS = sql`r.information, r.circumstances, r.happened, r.known, r.persons, r.risk, r.reasoning, r.commission_notified as "commissionNotified", r.persons_notified as "personsNotified", r.measures`;
const RECORDS = sql`select i.id::int as id, i.report_id::int as "reportId", i.opened_at as "openedAt", r.version, m.name as by, r.at, ${FIELDS}
  from incidents i join incident_records r on r.incident_id = i.id join members m on m.id = r.by_id`;

/** The register as it stands, the latest incident first. It is short: what is in it should be rare. */
export async function listIncidents(actor: MemberActor): Promise<Incident[]> {
  return (await db.execute(sql`
    ${RECORDS} where ${hasRole(actor, "committee")}::boolean and r.version = (select max(l.version) from incident_records l where l.incident_id = i.id)
    order by i.id desc limit 500`)) as unknown as Incident[];
}

/**
 * One incident: each wording of its sheet, the latest first, and what was done.
 * @throws DomainError thing.absent
 */
export async function findIncident(actor: MemberActor, id: number): Promise<{ wordings: Incident[]; steps: Step[] }> {
  const [wordings, steps] = await Promise.all([
    db.execute(sql`${RECORDS} where i.id = ${id} and ${hasRole(actor, "committee")}::boolean order by r.version desc`),
    db.execute(sql`select s.act, s.count, m.name as by, s.at from incident_steps s join members m on m.id = s.by_id where s.incident_id = ${id} and ${hasRole(actor, "committee")}::boolean order by s.id`),
  ]);
  if (wordings.length === 0) throw new DomainError("thing.absent");
  return { wordings: wordings as unknown as Incident[], steps: steps as unknown as Step[] };
}

/** The incident of a report, if it led to one. */
export async function findIncidentOf(actor: MemberActor, reportId: number): Promise<number | null> {
  const [row] = await db.execute(sql`select id from incidents where report_id = ${reportId} and ${hasRole(actor, "committee")}::boolean`);
  return row ? Number(row.id) : null;
}
