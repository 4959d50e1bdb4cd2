import type { MemberActor } from "~/kit/actor";
import { DAY, now } from "~/kit/clock.server";
import { formatShortDate, plural } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { findStamp } from "~/features/meeting/queries.server";
import { choicesFor, loadRotation, suggestFor, type Choice, type Rotation, type Sitting } from "./history.server";
import { PATIENCE_DAYS, roleNames, ROLES, type Role } from "./model";
import { mayName } from "./policy";
import { findNamed, listPeople, type NamedSitting } from "./queries.server";
import { shownPerson, shownSitting } from "./shown.server";
import type { DutyFacts } from "./sql.server";
import { reasonWords } from "./suggestion/words";

/** What the committee sees of one sitting: for each role, who holds it or whom to ask, and why. */

const MOST_CHOICES = 3;

const sittingOf = ({ sittingId, startsAt, poleId }: NamedSitting): Sitting => ({ sittingId, startsAt: new Date(startsAt), poleId });

const isOpen = (duty: DutyFacts | undefined): boolean => duty === undefined || duty.state === "open" || duty.state === "relief" || duty.state === "proposed";

export async function namingPage(actor: MemberActor, meetingId: number, sittingId: number) {
  mayName(actor);
  const [zone, sitting, rotation, people, stamp] = await Promise.all([communityTimeZone(), findNamed(actor, meetingId, sittingId), loadRotation(actor), listPeople(actor), findStamp(actor, meetingId)]);
  const at = now();
  const over = sitting.held || sitting.cancelled || new Date(sitting.startsAt) <= at;
  const firsts = over ? new Map<Role, Choice>() : firstChoices(rotation, sitting);
  const told = (choice: Choice) => ({ person: shownPerson(choice.person), reason: reasonWords(choice.reason, (instant) => formatShortDate(new Date(instant), zone)), refusals: refusalsOf(sitting, choice.person.id) });
  const roles = ROLES.map((role) => {
    const duty = sitting.duties.find((one) => one.role === role);
    const ask = duty && sitting.asks.find(({ dutyId }) => dutyId === duty.id);
    const waited = ask ? Math.floor((at.getTime() - Date.parse(ask.askedAt)) / DAY) : 0;
    const due = ask !== undefined && waited >= PATIENCE_DAYS;
    const first = firsts.get(role);
    const taken = [...firsts.values()].map(({ person }) => person.id);
    const except = due ? [] : taken;
    const others = over || !(isOpen(duty) || due) ? [] : choicesFor(rotation, sittingOf(sitting), role, MOST_CHOICES - (first ? 1 : 0), except);
    return {
      role,
      name: roleNames[role],
      state: duty?.state ?? "open",
      version: duty?.revision ?? 0,
      person: duty?.person ? shownPerson(duty.person) : null,
      planned: duty?.planned?.name ?? null,
      served: duty?.served ? { id: duty.served.id, name: duty.served.name } : null,
      ask: ask ? { since: formatShortDate(new Date(ask.askedAt), zone), days: waited > 0 ? plural(waited, "jour", "jours") : "aujourd’hui", moreTime: ask.moreTime, due, reason: ask.reason } : null,
      suggestions: [...(first && isOpen(duty) ? [first] : []), ...others].map(told),
    };
  });
  return { meetingId, sittingId, stamp, over, begun: new Date(sitting.startsAt) <= at && !sitting.cancelled, sitting: shownSitting(sitting), roles, people: people.map(({ id, name, organisation }) => ({ value: String(id), label: organisation ? `${name} (${organisation})` : name })) };
}

/** The suggestions for all open roles together, so that the lighter one goes to who carried most. */
function firstChoices(rotation: Rotation, sitting: NamedSitting): Map<Role, Choice> {
  const open = ROLES.filter((role) => isOpen(sitting.duties.find((duty) => duty.role === role)));
  // Whoever stands in the committee's own plan is suggested anew, like everybody.
  const proposed = new Set(sitting.duties.flatMap(({ state, person }) => (state === "proposed" && person ? [person.id] : [])));
  const without = { ...rotation, served: rotation.served.map((event) => (event.sittingId === sitting.sittingId ? { ...event, turns: event.turns.filter(({ memberId }) => !proposed.has(memberId)) } : event)) };
  const found = new Map<Role, Choice>();
  for (const { role, memberId, reason } of suggestFor(without, sittingOf(sitting), open)) {
    const person = memberId === null ? undefined : rotation.names.get(memberId);
    if (person && reason) found.set(role, { person, reason });
  }
  return found;
}

const refusalsOf = ({ refusals }: NamedSitting, id: number): string | null => {
  const count = refusals.find(({ memberId }) => memberId === id)?.count ?? 0;
  return count > 0 ? `A décliné ${plural(count, "fois", "fois")}, à ce jour.` : null;
};

/** Why this person is asked, as it would be said now; nothing when the suggestion is somebody else. */
export async function reasonIn(actor: MemberActor, where: { meetingId: number; sittingId: number }, role: Role, memberId: number): Promise<string> {
  const [zone, sitting, rotation] = await Promise.all([communityTimeZone(), findNamed(actor, where.meetingId, where.sittingId), loadRotation(actor)]);
  const first = firstChoices(rotation, sitting).get(role);
  const found = [...(first ? [first] : []), ...choicesFor(rotation, sittingOf(sitting), role, MOST_CHOICES)].find(({ person }) => person.id === memberId);
  return found ? reasonWords(found.reason, (instant) => formatShortDate(new Date(instant), zone)) : "";
}
