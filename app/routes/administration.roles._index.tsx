import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asAdministrator } from "~/kit/guard.server";
import { RolesPage } from "~/features/role/components/roles-page";
import { grantRoleFrom } from "~/features/role/forms.server";
import { listRoleHolders } from "~/features/role/queries.server";

export const meta: MetaFunction = () => [{ title: "Rôles – Le Fil" }];

export const loader = asAdministrator(async ({ actor }) => listRoleHolders(actor));

export const action = asAdministrator(async ({ actor, form }) => redirect(await grantRoleFrom(actor, form), 303));

export default function Roles() {
  return <RolesPage {...useLoaderData<typeof loader>()} />;
}
