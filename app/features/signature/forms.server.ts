import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { receiptPath, SIGNING } from "./model";
import { signCharter, signForOrganisation, withdrawForOrganisation, withdrawSignature } from "./mutations.server";
import { maySign, maySignFor, mayWithdraw, mayWithdrawFor } from "./policy";
import { buttonOnly, organisationSignInput, signInput } from "./schema";

const receipt = (code: string): string => `${receiptPath(code)}?fait=signature`;

export async function signFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = maySign(actor);
  const input = form.parse(signInput);
  return writeOnce(actor, form, async (tx) => receipt(await signCharter(tx, proof, input)));
}

export async function signForOrganisationFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = maySignFor(actor, id);
  const input = form.parse(organisationSignInput);
  return writeOnce(actor, form, async (tx) => receipt(await signForOrganisation(tx, proof, input)));
}

export async function withdrawFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayWithdraw(actor);
  form.parse(buttonOnly);
  return writeOnce(actor, form, async (tx) => {
    await withdrawSignature(tx, proof);
    return `${SIGNING}?fait=retrait`;
  });
}

export async function withdrawForOrganisationFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayWithdrawFor(actor, id);
  form.parse(buttonOnly);
  return writeOnce(actor, form, async (tx) => {
    await withdrawForOrganisation(tx, proof);
    return `${SIGNING}?fait=retrait-organisation`;
  });
}
