import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { formatShortDate } from "~/kit/format";
import { writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { USUAL_GRACE_DAYS } from "../model";
import { mayGovern } from "../policy";
import { RULES, USUAL_AFTER_GRACE } from "./model";
import { chooseRules } from "./mutations.server";
import { findRules } from "./queries.server";
import { rulesInput } from "./schema";

/** The loader's data of the page where the committee chooses how signing goes. */
export async function rulesPage(actor: MemberActor) {
  const [zone, { rules, held }] = await Promise.all([communityTimeZone(), findRules(actor)]);
  return {
    days: rules?.graceDays ?? USUAL_GRACE_DAYS,
    after: rules?.afterGrace ?? USUAL_AFTER_GRACE,
    chosen: rules && `${rules.by}, le ${formatShortDate(new Date(rules.at), zone)}`,
    held,
  };
}

export async function chooseRulesFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayGovern(actor);
  const input = form.parse(rulesInput);
  return writeOnce(actor, form, async (tx) => {
    await chooseRules(tx, proof, input);
    return `${RULES}?fait=regles`;
  });
}
