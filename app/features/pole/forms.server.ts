import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { addPole, endPole, renamePole } from "./mutations.server";
import { mayKeepPoles } from "./policy";
import { listKeptPoles } from "./queries.server";
import { poleInput } from "./schema";

const LIST = "/comite/poles";

/** The loader's data of the list. */
export const polesPage = async (actor: MemberActor) => ({ poles: await listKeptPoles(actor), zone: await communityTimeZone() });

export async function addPoleFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayKeepPoles(actor);
  const input = form.parse(poleInput);
  return writeOnce(actor, form, async (tx) => `${LIST}?fait=ajout#pole-${await addPole(tx, proof, input)}`);
}

export async function renamePoleFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayKeepPoles(actor);
  const input = form.parse(poleInput);
  return writeOnce(actor, form, async (tx) => {
    await renamePole(tx, proof, id, input);
    return `${LIST}?fait=nom#pole-${id}`;
  });
}

export async function endPoleFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayKeepPoles(actor);
  return writeOnce(actor, form, async (tx) => {
    await endPole(tx, proof, id);
    return `${LIST}?fait=fin#pole-${id}`;
  });
}
