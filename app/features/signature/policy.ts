import { hasRole, type MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { grant, require, type Proof } from "~/kit/proof";
import { isSharedMailbox } from "./model";

export type Signing = Proof<"charter.sign", null, MemberActor>;
export type OrganisationSigning = Proof<"charter.sign-for-organisation", number, MemberActor>;
export type Withdrawing = Proof<"charter.withdraw", null, MemberActor>;
export type OrganisationWithdrawing = Proof<"charter.withdraw-for-organisation", number, MemberActor>;
export type Publishing = Proof<"charter.publish", null, MemberActor>;
export type FollowingUp = Proof<"charter.follow-up", null, MemberActor>;
export type Governing = Proof<"charter.govern", null, MemberActor>;
export type RecordingPaper = Proof<"charter.record-paper", null, MemberActor>;

/** A signature is one person's: not one of a mailbox that several people read. */
const requirePerson = (actor: MemberActor): void => {
  if (isSharedMailbox(actor.email)) throw new DomainError("signing.shared-mailbox");
};

export function maySign(actor: MemberActor): Signing {
  requirePerson(actor);
  return grant("charter.sign", actor, null);
}

/** For the organisations one manages; of others nothing is said. */
export function maySignFor(actor: MemberActor, organisationId: number): OrganisationSigning {
  require(actor.managedOrganisationIds.includes(organisationId), "thing.absent");
  requirePerson(actor);
  return grant("charter.sign-for-organisation", actor, organisationId);
}

/** One's own signature, whatever it was given from. */
export const mayWithdraw = (actor: MemberActor): Withdrawing => grant("charter.withdraw", actor, null);

export function mayWithdrawFor(actor: MemberActor, organisationId: number): OrganisationWithdrawing {
  require(actor.managedOrganisationIds.includes(organisationId), "thing.absent");
  return grant("charter.withdraw-for-organisation", actor, organisationId);
}

/** The committee puts an adopted version in force. */
export function mayPublish(actor: MemberActor): Publishing {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("charter.publish", actor, null);
}

/** The committee follows who has signed, and gives out the log. */
export function mayFollowUp(actor: MemberActor): FollowingUp {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("charter.follow-up", actor, null);
}

/** The committee says how long one may take to sign and what comes after, and opens the yearly campaign. */
export function mayGovern(actor: MemberActor): Governing {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("charter.govern", actor, null);
}

/** The committee records what was signed on paper; the two people are told apart where it is written. */
export function mayRecordPaper(actor: MemberActor): RecordingPaper {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("charter.record-paper", actor, null);
}
