import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asAdministrator } from "~/kit/guard.server";
import { RolesPage } from "~/features/role/components/roles-page";
import { withdrawRoleFrom } from "~/features/role/forms.server";
import { listRoleHolders } from "~/features/role/queries.server";

export const meta: MetaFunction = () => [{ title: "Retirer un rôle – Le Fil" }];

// The page of the roles again, so that what stopped a withdrawal is told over the lists.
export const loader = asAdministrator(async ({ actor }) => listRoleHolders(actor));

export const action = asAdministrator(async ({ actor, form }) => redirect(await withdrawRoleFrom(actor, form), 303));

export default function WithdrawRole() {
  return <RolesPage {...useLoaderData<typeof loader>()} />;
}
