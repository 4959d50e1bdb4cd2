import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { addOrganisation, renameOrganisation } from "./mutations.server";
import { mayKeepOrganisations } from "./policy";
import { organisationInput } from "./schema";

const LIST = "/comite/organisations";

export async function addOrganisationFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayKeepOrganisations(actor);
  const { name } = form.parse(organisationInput);
  return writeOnce(actor, form, async (tx) => `${LIST}?fait=ajout#organisation-${await addOrganisation(tx, proof, name)}`);
}

export async function renameOrganisationFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayKeepOrganisations(actor);
  const { name } = form.parse(organisationInput);
  return writeOnce(actor, form, async (tx) => {
    await renameOrganisation(tx, proof, id, name);
    return `${LIST}?fait=nom#organisation-${id}`;
  });
}
