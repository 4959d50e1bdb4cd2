import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** Whether mails leave is the administration's matter: the relay is one of its settings. */
export function mayResendMails(actor: MemberActor): Proof<"resend-mails"> {
  require(hasRole(actor, "administrator"), "thing.absent");
  return grant("resend-mails", actor, null);
}
