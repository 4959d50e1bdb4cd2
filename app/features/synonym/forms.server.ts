import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { addSynonyms, changeSynonyms, dropSynonyms } from "./mutations.server";
import { mayKeepSynonyms } from "./policy";
import { synonymInput } from "./schema";

const LIST = "/comite/synonymes";

export async function addSynonymsFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayKeepSynonyms(actor);
  const input = form.parse(synonymInput);
  return writeOnce(actor, form, async (tx) => `${LIST}?fait=ajout#synonyme-${await addSynonyms(tx, proof, input)}`);
}

export async function changeSynonymsFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayKeepSynonyms(actor);
  const input = form.parse(synonymInput);
  return writeOnce(actor, form, async (tx) => {
    await changeSynonyms(tx, proof, id, input);
    return `${LIST}?fait=change#synonyme-${id}`;
  });
}

export async function dropSynonymsFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayKeepSynonyms(actor);
  return writeOnce(actor, form, async (tx) => {
    await dropSynonyms(tx, proof, id);
    return `${LIST}?fait=retrait`;
  });
}
