import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { resendMail, resendMails } from "./mutations.server";
import { mayResendMails } from "./policy";
import { resendInput } from "./schema";

const LIST = "/administration/courriels";

export async function resendFrom(actor: MemberActor, mailId: string, form: Form): Promise<string> {
  const proof = mayResendMails(actor);
  form.parse(resendInput);
  return writeOnce(actor, form, async (tx) => {
    await resendMail(tx, proof, mailId);
    return `${LIST}?fait=renvoi`;
  });
}

export async function resendAllFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayResendMails(actor);
  form.parse(resendInput);
  return writeOnce(actor, form, async (tx) => {
    await resendMails(tx, proof);
    return `${LIST}?fait=renvois`;
  });
}
