import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatDateTime, formatWhen } from "~/kit/format";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { cell, FIELD_WORDS, incidentPath, RISK_WORDS, STEP_WORDS, type IncidentFields } from "./model";
import { recordIncident } from "./mutations.server";
import { mayRegister } from "./policy";
import { findIncident, listIncidents } from "./queries.server";
import { incidentInput } from "./schema";

/** What the routes of the register do, once the guard has let someone in. */

export async function registerPage(actor: MemberActor) {
  const [incidents, zone] = await Promise.all([listIncidents(actor), communityTimeZone()]);
  return incidents.map(({ id, openedAt, information, risk }) => ({ id, to: incidentPath(id), when: formatWhen(new Date(openedAt), now(), zone), information, risk, riskWord: RISK_WORDS[risk] }));
}

export async function incidentPage(actor: MemberActor, id: number) {
  const [{ wordings, steps }, zone] = await Promise.all([findIncident(actor, id), communityTimeZone()]);
  const [sheet, ...past] = wordings;
  return {
    id,
    sheet,
    past: past.map(({ version, by, at, information, circumstances, risk, reasoning, measures }) => ({ version, who: `${by}, ${formatDateTime(new Date(at), zone)}`, information, circumstances, risk: RISK_WORDS[risk], reasoning, measures })),
    steps: steps.map(({ act, count, by, at }, key) => ({ key, what: count === null ? STEP_WORDS[act] : `${STEP_WORDS[act]}\u00a0: ${count}`, who: `${by}, ${formatDateTime(new Date(at), zone)}` })),
  };
}

export function recordFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayRegister(actor);
  const input = form.parse(incidentInput);
  return writeOnce(actor, form, async (tx) => {
    await recordIncident(tx, proof, id, input);
    return `${incidentPath(id)}?fait=fiche`;
  });
}

const COLUMNS = Object.keys(FIELD_WORDS) as (keyof IncidentFields)[];

/** The register as a table that other programs open; the mark at its start makes them read the accents. */
export async function registerTable(actor: MemberActor): Promise<Response> {
  const [incidents, zone] = await Promise.all([listIncidents(actor), communityTimeZone()]);
  const head = ["Numéro", "Ouvert le", ...COLUMNS.map((name) => FIELD_WORDS[name].label), "Dernière version", "Écrite par"];
  const rows = incidents.map((incident) => [incident.id, formatDateTime(new Date(incident.openedAt), zone), ...COLUMNS.map((name) => (name === "risk" ? RISK_WORDS[incident.risk] : incident[name])), incident.version, incident.by]);
  const body = `\ufeff${[head, ...rows].map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
  return new Response(body, { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="registre-des-incidents.csv"', "Cache-Control": "private, no-store" } });
}
