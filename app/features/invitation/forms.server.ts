import { redirect } from "@remix-run/node";
import type { Actor, MemberActor } from "~/kit/actor";
import { DomainError, type ErrorDetails } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import type { Proof } from "~/kit/proof";
import { endSessionsOf } from "~/kit/session.server";
import { writeOnce, type Tx } from "~/kit/transaction.server";
import { enter } from "~/features/sign-in/enter.server";
import { invite, join, keepToRate, renewInvitation, revokeInvitation } from "./mutations.server";
import { mayInvite, mayJoin } from "./policy";
import { findJoining, unscopedInvitation } from "./queries.server";
import { buttonOnly, checkAddresses, inviteInput, joinInput, openInput, OTHER_ORGANISATION, type CheckedAddresses } from "./schema";

const LIST = "/comite/invitations";

/**
 * Invites every address of the form or none: a line that cannot be invited is
 * told at the field, and nothing has left.
 */
export async function inviteFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayInvite(actor);
  const input = form.parse(inviteInput);
  const { addresses, problems } = checkAddresses(input.addresses);
  if (Object.keys(problems).length > 0) throw new DomainError("input.invalid", atLines(problems));
  if (addresses.length === 0) throw new DomainError("input.invalid", { fields: { addresses: "Écrivez au moins une adresse." } });
  if (input.manager && input.organisation === null) {
    throw new DomainError("input.invalid", { fields: { organisation: "Choisissez l’organisation dont ces personnes seront gestionnaires." } });
  }
  return writeOnce(actor, form, async (tx) => {
    await keepToRate(tx, proof, addresses.length);
    const { sent, renewed } = await inviteAll(tx, proof, addresses, { organisationId: input.organisation, manager: input.manager });
    return `${LIST}?envoyees=${sent}&renouvelees=${renewed}`;
  });
}

type Common = { organisationId: number | null; manager: boolean };

async function inviteAll(tx: Tx, proof: Proof<"invite">, addresses: CheckedAddresses["addresses"], common: Common) {
  const done = { sent: 0, renewed: 0 };
  const members: Record<string, string> = {};
  // In the order of the addresses, so that two forms with the same ones never wait for each other in a circle.
  for (const { line, email } of [...addresses].sort((a, b) => (a.email < b.email ? -1 : 1))) {
    const result = await invite(tx, proof, { email, ...common });
    if (result === "already-member") members[`addresses.${line}`] = `Ligne ${line}, ${email}\u00a0: déjà membre.`;
    else done[result] += 1;
  }
  if (Object.keys(members).length > 0) throw new DomainError("invitation.already-member", atLines(members));
  return done;
}

const atLines = (lines: Record<string, string>): ErrorDetails => {
  const count = Object.keys(lines).length;
  const summary = count === 1 ? "Une ligne est à corriger. Aucune invitation n’est partie." : `${count} lignes sont à corriger. Aucune invitation n’est partie.`;
  return { fields: { addresses: summary, ...lines } };
};

export async function renewFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayInvite(actor);
  form.parse(buttonOnly);
  return writeOnce(actor, form, async (tx) => {
    await keepToRate(tx, proof, 1);
    await renewInvitation(tx, proof, id);
    return `${LIST}?fait=renvoi`;
  });
}

export async function revokeFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayInvite(actor);
  form.parse(buttonOnly);
  let revoked: number | undefined;
  const location = await writeOnce(actor, form, async (tx) => {
    revoked = (await revokeInvitation(tx, proof, id)).memberId;
    return `${LIST}?fait=revocation`;
  });
  if (revoked !== undefined) await endSessionsOf(revoked);
  return location;
}

/**
 * The button of an invitation: signs this browser in as the invited person, who
 * can do nothing yet but finish joining. A program that presses buttons in mails
 * gets no further than that form, whose text it does not have; and finishing it
 * ends every session that was opened from the mail.
 * @throws DomainError invitation.ended
 */
export async function openInvitation(request: Request, token: string, form: Form): Promise<string> {
  const { memberId } = await unscopedInvitation(token);
  const { shared } = form.parse(openInput);
  await enter(request, memberId, shared ? "shared" : "own");
  return "/inscription";
}

/** What the page of joining shows; who is in already goes on. */
export async function joiningPage(actor: Actor) {
  if (actor.standing !== "invited") throw redirect("/bienvenue");
  return findJoining(actor);
}

/** Takes the form of joining to its effect, and gives the new member a session of its own. */
export async function joinFrom(actor: Actor, request: Request, form: Form): Promise<string> {
  // Pressed twice: the first press has done it.
  if (actor.standing !== "invited") return "/bienvenue";
  const proof = mayJoin(actor);
  const input = form.parse(joinInput);
  if (input.organisation === OTHER_ORGANISATION && input.otherOrganisation === "") {
    throw new DomainError("input.invalid", { fields: { otherOrganisation: "Écrivez le nom de votre organisation." } });
  }
  const location = await writeOnce(actor, form, async (tx) => {
    await join(tx, proof, input);
    return "/bienvenue";
  });
  // Rights have grown, so the token changes (ASVS 7.2.4).
  await endSessionsOf(actor.memberId);
  await enter(request, actor.memberId, actor.computer);
  return location;
}
