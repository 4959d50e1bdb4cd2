import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatWhen } from "~/kit/format";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { authorPath } from "../model";
import { askForAuthor, nameKeepers } from "./mutations.server";
import { mayAskForAuthor, mayNameKeepers } from "./policy";
import { findAuthor, listCommittee } from "./queries.server";
import { disclosureInput, keepersInput } from "./schema";

/** The loader's data of the page where the keepers are named. */
export const keepersPage = async (actor: MemberActor) => {
  mayNameKeepers(actor);
  return { committee: await listCommittee(actor) };
};

export async function nameKeepersFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayNameKeepers(actor);
  const { premiere, deuxieme } = form.parse(keepersInput);
  return writeOnce(actor, form, async (tx) => {
    await nameKeepers(tx, proof, [premiere, deuxieme]);
    return "/comite/anonymat?fait=noms";
  });
}

/** The loader's data of the page on who wrote. */
export async function authorPage(actor: MemberActor, threadId: number) {
  const [found, zone] = [await findAuthor(actor, threadId), await communityTimeZone()];
  if (!found) throw new DomainError("thing.absent");
  return { ...found, threadId, disclosures: found.disclosures.map((disclosure) => ({ ...disclosure, when: formatWhen(new Date(disclosure.at), now(), zone) })) };
}

export async function askForAuthorFrom(actor: MemberActor, threadId: number, form: Form): Promise<string> {
  const found = await findAuthor(actor, threadId);
  const proof = mayAskForAuthor(actor, { keeper: found?.keeper ?? false, threadId });
  const { raison } = form.parse(disclosureInput);
  return writeOnce(actor, form, async (tx) => {
    await askForAuthor(tx, proof, raison);
    return authorPath(threadId);
  });
}
