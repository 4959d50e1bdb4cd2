import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember } from "~/kit/guard.server";
import { PauseForm } from "~/features/member/components/departure";
import { pauseFrom } from "~/features/member/forms.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Mettre en pause – Le Fil" }];

export const loader = asMember(async () => null);

export const action = asMember(async ({ actor, form }) => redirect(await pauseFrom(actor, form), 303), { evenPaused: true });

export default function Pause() {
  return (
    <PageFrame>
      <PageHeader title="Mettre ma participation en pause" lead="Un congé, une période trop pleine." back={{ to: "/reglages", label: "Réglages" }} />
      <PauseForm />
    </PageFrame>
  );
}
