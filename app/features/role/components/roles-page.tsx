import { Done } from "~/features/community/components/done";
import { PageFrame } from "~/features/shell/components/page-frame";
import type { Option } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { GrantRoleForm, RoleHolders, RoleProblem } from "./roles";

type Holders = Parameters<typeof RoleHolders>[0]["people"];

/** Who holds which role over the community, and the form to give one. */
export function RolesPage({ administrators, committee, candidates }: { administrators: Holders; committee: Holders; candidates: readonly Option[] }) {
  return (
    <PageFrame>
      <PageHeader title="Les rôles" lead="Qui règle l’outil, et qui anime la communauté." back={{ to: "/administration", label: "Administration" }} />
      <RoleProblem />
      <Done sentences={{ donne: "Le rôle est donné.", retire: "Le rôle est retiré." }} />
      <RoleHolders role="administrator" title="Administration" empty="Personne n’est à l’administration." people={administrators} />
      <RoleHolders role="committee" title="Comité de travail" empty="Personne n’est encore au comité. Sans comité, personne ne peut inviter." people={committee} />
      <GrantRoleForm candidates={candidates} />
    </PageFrame>
  );
}
