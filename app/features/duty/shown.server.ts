import { formatDate, formatShortDate, formatTime } from "~/kit/format";
import { roleNames } from "./model";
import type { SittingTurns } from "./queries.server";
import type { DutyFacts, PersonFacts, SittingRow } from "./sql.server";

/** Turns in words, as pages show them; the server alone writes dates. */

export type ShownPerson = { id: number; name: string; title: string; organisation: string; organisationId: string };

export const shownPerson = ({ id, name, title, organisation, organisation_id }: PersonFacts): ShownPerson => ({ id, name, title, organisation: organisation ?? "", organisationId: String(organisation_id ?? 0) });

export type ShownWhere = { id: number; meetingId: number; title: string; pole: string | null; day: string; shortDay: string; hour: string; instant: string; state: "planned" | "held" | "postponed" | "cancelled"; draft: boolean };

export function shownSitting({ sittingId, meetingId, title, opened, pole, startsAt, zone, held, postponed, cancelled }: SittingRow): ShownWhere {
  const at = new Date(startsAt);
  return {
    ...{ id: sittingId, meetingId, title, pole, draft: !opened },
    day: formatDate(at, zone),
    shortDay: formatShortDate(at, zone),
    hour: formatTime(at, zone),
    instant: at.toISOString(),
    state: cancelled ? "cancelled" : postponed ? "postponed" : held ? "held" : "planned",
  };
}

export type ShownDuty = { id: number; role: DutyFacts["role"]; roleName: string; state: DutyFacts["state"]; person: ShownPerson | null; planned: string | null; served: ShownPerson | null; searching: boolean; reason: string | null };

export const shownDuty = ({ id, role, state, person, planned, served, searching, reason }: DutyFacts): ShownDuty => ({
  ...{ id, role, state, searching, reason },
  roleName: roleNames[role],
  person: person && shownPerson(person),
  planned: planned?.name ?? null,
  served: served && shownPerson(served),
});

export const shownTurns = (row: SittingTurns) => ({ ...shownSitting(row), duties: row.duties.map(shownDuty) });
export type ShownTurns = ReturnType<typeof shownTurns>;
