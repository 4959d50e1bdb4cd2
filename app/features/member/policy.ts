import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** The committee sees and keeps the list of people. */
export function maySeePeople(actor: MemberActor): void {
  require(hasRole(actor, "committee"), "thing.absent");
}

/** One's own profile, pause and departure are one's own. */
export const mayKeepOwnPlace = (actor: MemberActor): Proof<"keep-own-place"> => grant("keep-own-place", actor, null);

export type Person = Readonly<{ memberId: number }>;

/** The committee removes anyone but oneself: for that one leaves. */
export function mayRemove(actor: MemberActor, person: Person): Proof<"remove-member", Person> {
  require(hasRole(actor, "committee"), "thing.absent");
  require(person.memberId !== actor.memberId);
  return grant("remove-member", actor, person);
}

export function mayReinstate(actor: MemberActor, person: Person): Proof<"reinstate-member", Person> {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("reinstate-member", actor, person);
}
