import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { endManager, grantRole, keepingAnAdministrator, nameManager, withdrawRole } from "./mutations.server";
import { mayGrantRoles, mayNameManagers } from "./policy";
import { managerInput, roleInput } from "./schema";

const ROLES = "/administration/roles";

export async function grantRoleFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayGrantRoles(actor);
  const { member, role } = form.parse(roleInput);
  return writeOnce(actor, form, async (tx) => {
    await grantRole(tx, proof, { memberId: member, role });
    return `${ROLES}?fait=donne`;
  });
}

export async function withdrawRoleFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayGrantRoles(actor);
  const { member, role } = form.parse(roleInput);
  return keepingAnAdministrator(() =>
    writeOnce(actor, form, async (tx) => {
      await withdrawRole(tx, proof, { memberId: member, role });
      // Who gave the role away can no longer see this page.
      return member === actor.memberId && role === "administrator" ? "/reglages?fait=role" : `${ROLES}?fait=retire`;
    }),
  );
}

export async function nameManagerFrom(actor: MemberActor, memberId: number, form: Form): Promise<string> {
  const proof = mayNameManagers(actor);
  const { organisation } = form.parse(managerInput);
  return writeOnce(actor, form, async (tx) => {
    await nameManager(tx, proof, { memberId, organisationId: organisation });
    return `/comite/membres/${memberId}?fait=gestion`;
  });
}

export async function endManagerFrom(actor: MemberActor, memberId: number, form: Form): Promise<string> {
  const proof = mayNameManagers(actor);
  const { organisation } = form.parse(managerInput);
  return writeOnce(actor, form, async (tx) => {
    await endManager(tx, proof, { memberId, organisationId: organisation });
    return `/comite/membres/${memberId}?fait=fin-gestion`;
  });
}
