import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember } from "~/kit/guard.server";
import { Departure } from "~/features/member/components/departure";
import { leaveFrom } from "~/features/member/forms.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Quitter la communauté – Le Fil" }];

export const loader = asMember(async () => null);

export const action = asMember(async ({ actor, form }) => redirect(await leaveFrom(actor, form), 303), { evenPaused: true });

export default function Leaving() {
  return (
    <PageFrame>
      <PageHeader title="Quitter la communauté" lead="Lisez d’abord ce qui se passe, et ce qui reste." back={{ to: "/reglages", label: "Réglages" }} />
      <Departure />
    </PageFrame>
  );
}
