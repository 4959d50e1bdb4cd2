import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** The committee says what means the same. */
export function mayKeepSynonyms(actor: MemberActor): Proof<"keep-synonyms", null, MemberActor> {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("keep-synonyms", actor, null);
}
