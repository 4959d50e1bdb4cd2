import type { MemberActor } from "~/kit/actor";
import { after, MINUTE, now } from "~/kit/clock.server";
import { formatShortDate, plural } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { roleNames } from "~/features/duty/model";
import { shownSitting } from "~/features/meeting/pages.server";
import { attestationPath, cardsPath, doorPath, OPENS_BEFORE_MS } from "./model";
import { isOfDoor, mayTick, type SittingPlace } from "./policy";
import { findSitting, listDay, listDoor, listTicked, type Listed } from "./queries.server";

const noteOf = ({ organisation, role, ref }: Listed): string =>
  [organisation, !ref.startsWith("m") ? "sans compte" : role === null ? "" : role === "speaker" ? "présente" : roleNames[role]].filter(Boolean).join(" · ");

/** The list at the door of a sitting. @throws DomainError thing.absent */
export async function doorPage(actor: MemberActor, place: SittingPlace) {
  const found = await findSitting(actor, place);
  mayTick(actor, place, found.part);
  const [zone, people] = await Promise.all([communityTimeZone(), listDoor(actor, place)]);
  const at = now();
  const sitting = shownSitting(found.facts, zone, at);
  return {
    ...place,
    title: found.title,
    when: [sitting.pole, sitting.day, sitting.hours].filter(Boolean).join(", "),
    me: actor.memberId,
    open: (sitting.state === "planned" || sitting.state === "held") && new Date(found.facts.starts_at) <= after(at, OPENS_BEFORE_MS),
    off: sitting.state === "cancelled" || sitting.state === "postponed",
    mayHold: sitting.state === "planned" && sitting.begun,
    held: sitting.state === "held",
    people: people.map((one) => ({ ref: one.ref, name: one.name, organisation: one.organisation, note: noteOf(one), present: one.present, awaited: one.awaited || one.present })),
    said: countWords(people.filter(({ present }) => present).length, people.filter(({ awaited, ref }) => awaited && !ref.startsWith("v")).length),
  };
}

/** « 12 personnes présentes, 18 attendues » */
export const countWords = (present: number, awaited: number): string => `${plural(present, "personne présente", "personnes présentes")}, ${plural(awaited, "attendue", "attendues")}`;

/** What an open list asks for when somebody else ticks. */
export async function doorNews(actor: MemberActor, place: SittingPlace) {
  const { part, ticked } = await listTicked(actor, place);
  mayTick(actor, place, part);
  return { present: Object.fromEntries(ticked.map(({ ref, present }) => [ref, present])) };
}

/** A day before, those responsible find the list, so that a phone has it before it is at the door. */
const SHOWN_BEFORE = 24 * 60 * MINUTE;

/** What the page of a meeting offers on the day and after: the list, one's own paper, the cards. */
export async function dayPart(actor: MemberActor, meetingId: number) {
  const at = now();
  const sittings = (await listDay(actor, meetingId)).filter(({ off }) => !off);
  const several = sittings.length > 1;
  const named = sittings.map((one) => {
    const startsAt = new Date(one.startsAt);
    const over = after(startsAt, one.minutes * MINUTE) <= at;
    return {
      id: one.id,
      name: several ? (one.pole ?? formatShortDate(startsAt, one.zone)) : null,
      door: isOfDoor(actor, one) && actor.standing === "active" && startsAt <= after(at, SHOWN_BEFORE) ? doorPath(meetingId, one.id) : null,
      attestation: one.present && over ? attestationPath(meetingId, one.id) : null,
      begun: startsAt <= at,
      cards: one.cards,
    };
  });
  const begun = named.some((one) => one.begun);
  return {
    doors: named.filter(({ door }) => door !== null),
    attestations: named.filter(({ attestation }) => attestation !== null),
    cards: begun ? { to: cardsPath(meetingId), said: plural(named.reduce((sum, one) => sum + one.cards, 0), "carte", "cartes") } : null,
  };
}
export type DayPart = Awaited<ReturnType<typeof dayPart>>;
