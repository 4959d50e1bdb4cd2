import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import type { IncidentFields, StepAct } from "./model";
import type { Registering } from "./policy";

/** Opens the sheet of an incident, drafted from its case; once per report. Returns its number. */
export async function openIncident(tx: Tx, { reportId, by, draft }: { reportId: number; by: number; draft: IncidentFields }): Promise<number> {
  const at = now().toISOString();
  const [made] = await tx.execute(sql`insert into incidents (report_id, opened_at, opened_by) values (${reportId}, ${at}::timestamptz, ${by}) on conflict (report_id) do nothing returning id`);
  if (!made) return (await incidentOf(tx, reportId)) ?? 0;
  const id = Number(made.id);
  await write(tx, id, 1, by, draft);
  return id;
}

async function incidentOf(tx: Tx, reportId: number): Promise<number | null> {
  const [row] = await tx.execute(sql`select id from incidents where report_id = ${reportId}`);
  return row ? Number(row.id) : null;
}

/** Notes what was done in the register, where the report has an incident. */
export async function noteStep(tx: Tx, reportId: number, by: number, act: StepAct, count: number | null = null): Promise<void> {
  await tx.execute(sql`
    insert into incident_steps (incident_id, act, count, by_id, at)
    select id, ${act}, ${count}::int, ${by}, ${now().toISOString()}::timestamptz from incidents where report_id = ${reportId}`);
}

/**
 * Writes the sheet anew; what stood there before stays in the register.
 * @throws DomainError thing.absent; state.moved when someone else did so meanwhile.
 */
export async function recordIncident(tx: Tx, { actor }: Registering, id: number, { version, ...fields }: IncidentFields & { version: number }): Promise<void> {
  const [last] = await tx.execute(sql`select max(version)::int as version from incident_records where incident_id = ${id}`);
  if (!last?.version) throw new DomainError("thing.absent");
  if (Number(last.version) !== version) throw new DomainError("state.moved");
  if (!(await write(tx, id, version + 1, actor.memberId, fields))) throw new DomainError("state.moved");
  await tx.execute(sql`insert into incident_steps (incident_id, act, by_id, at) values (${id}, 'recorded', ${actor.memberId}, ${now().toISOString()}::timestamptz)`);
  await tx.audit({ actor, act: "incident.recorded", subjectId: id });
}

async function write(tx: Tx, id: number, version: number, by: number, fields: IncidentFields): Promise<boolean> {
  const made = await tx.execute(sql`
    insert into incident_records (incident_id, version, information, circumstances, happened, known, persons, risk, reasoning, commission_notified, persons_notified, measures, by_id, at)
    values (${id}, ${version}, ${fields.information}, ${fields.circumstances}, ${fields.happened}, ${fields.known}, ${fields.persons}::int, ${fields.risk}, ${fields.reasoning},
      ${fields.commissionNotified}, ${fields.personsNotified}, ${fields.measures}, ${by}, ${now().toISOString()}::timestamptz)
    on conflict on constraint incident_records_once do nothing returning 1`);
  return made.length > 0;
}
