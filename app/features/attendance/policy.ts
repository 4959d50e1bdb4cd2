import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

export type SittingPlace = { meetingId: number; sittingId: number };
export type AtTheDoor = Proof<"attendance.tick", SittingPlace, MemberActor>;
export type Noting = Proof<"card.note", SittingPlace, MemberActor>;
export type Removing = Proof<"card.remove", number, MemberActor>;
export type Gathering = Proof<"card.gather", number, MemberActor>;

/** What the database knows of somebody in a sitting; responsible: they hold one of its roles. */
export type Part = { responsible: boolean; tookPart: boolean };

export const isOfDoor = (actor: MemberActor, { responsible }: Part): boolean => responsible || hasRole(actor, "committee");

/** Those responsible and the committee keep the list. To everybody else it is not there. */
export function mayTick(actor: MemberActor, place: SittingPlace, part: Part): AtTheDoor {
  require(isOfDoor(actor, part), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("attendance.tick", actor, place);
}

/** Whoever is there notes what to come back to. */
export function mayNote(actor: MemberActor, place: SittingPlace, part: Part): Noting {
  require(part.tookPart || isOfDoor(actor, part));
  require(actor.standing === "active", "member.paused");
  return grant("card.note", actor, place);
}

/** One takes back one's own card; those responsible and the committee any. */
export function mayRemove(actor: MemberActor, cardId: number, { mine, ...part }: Part & { mine: boolean }): Removing {
  require(mine || isOfDoor(actor, part), "right.missing");
  require(actor.standing === "active", "member.paused");
  return grant("card.remove", actor, cardId);
}

/** A card becomes a subject by those responsible and the committee. */
export function mayGather(actor: MemberActor, cardId: number, part: Part): Gathering {
  require(isOfDoor(actor, part), "right.missing");
  require(actor.standing === "active", "member.paused");
  return grant("card.gather", actor, cardId);
}
