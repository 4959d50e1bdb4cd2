import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import type { Proof } from "~/kit/proof";
import { endSession, endSessionsOf } from "~/kit/session.server";
import { writeOnce, type Tx } from "~/kit/transaction.server";
import { keepingAnAdministrator } from "~/features/role/mutations.server";
import { changeProfile, leaveCommunity, pauseParticipation, reinstateMember, removeMember, resumeParticipation } from "./mutations.server";
import { mayKeepOwnPlace, mayReinstate, mayRemove } from "./policy";
import { buttonOnly, profileInput, removalInput } from "./schema";

type OwnVerb = (tx: Tx, proof: Proof<"keep-own-place">) => Promise<void>;

const ownVerb = (actor: MemberActor, form: Form, verb: OwnVerb, location: string): Promise<string> => {
  const proof = mayKeepOwnPlace(actor);
  form.parse(buttonOnly);
  return keepingAnAdministrator(() =>
    writeOnce(actor, form, async (tx) => {
      await verb(tx, proof);
      return location;
    }),
  );
};

export async function changeProfileFrom(actor: MemberActor, form: Form): Promise<string> {
  const input = parseProfile(form);
  return writeOnce(actor, form, async (tx) => {
    await changeProfile(tx, mayKeepOwnPlace(actor), input);
    return "/reglages?fait=profil";
  });
}

/** A list does not survive `values`, so the boxes that were ticked travel beside it. */
function parseProfile(form: Form) {
  try {
    return form.parse(profileInput);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "input.invalid") throw error;
    const ticked = form.entries.filter(([name]) => name === "organisations").map(([, value]) => value);
    throw new DomainError("input.invalid", { ...error.details, values: { ...error.details.values, organisations: ticked.join(" ") } });
  }
}

export const pauseFrom = (actor: MemberActor, form: Form): Promise<string> => ownVerb(actor, form, pauseParticipation, "/reglages?fait=pause");

export const resumeFrom = (actor: MemberActor, form: Form): Promise<string> => ownVerb(actor, form, resumeParticipation, "/reglages?fait=reprise");

/** Ends every session of theirs too; where they land is public. */
export async function leaveFrom(actor: MemberActor, form: Form): Promise<string> {
  const location = await ownVerb(actor, form, leaveCommunity, "/connexion");
  await endSession(actor);
  await endSessionsOf(actor.memberId);
  return location;
}

/** Their sessions end at once; one that was missed would be refused anyway, since rights are read at each request. */
export async function removeFrom(actor: MemberActor, memberId: number, form: Form): Promise<string> {
  const proof = mayRemove(actor, { memberId });
  const { reason } = form.parse(removalInput);
  const location = await keepingAnAdministrator(() =>
    writeOnce(actor, form, async (tx) => {
      await removeMember(tx, proof, reason);
      return `/comite/membres/${memberId}?fait=retrait`;
    }),
  );
  await endSessionsOf(memberId);
  return location;
}

export async function reinstateFrom(actor: MemberActor, memberId: number, form: Form): Promise<string> {
  const proof = mayReinstate(actor, { memberId });
  form.parse(buttonOnly);
  return writeOnce(actor, form, async (tx) => {
    await reinstateMember(tx, proof);
    return `/comite/membres/${memberId}?fait=retour`;
  });
}
