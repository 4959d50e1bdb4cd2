import type { MetaFunction } from "@remix-run/node";
import { asMember } from "~/kit/guard.server";
import { FirstSteps } from "~/features/member/components/first-steps";
import { PageFrame } from "~/features/shell/components/page-frame";
import { useFrame } from "~/features/shell/use-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Bienvenue – Le Fil" }];

export const loader = asMember(async () => null);

export default function Welcome() {
  const frame = useFrame();
  return (
    <PageFrame>
      <PageHeader
        title="Bienvenue"
        lead={`${frame?.community ?? "La communauté"}\u00a0: un espace privé pour demander, répondre et partager entre personnes qui travaillent auprès des tout-petits et de leurs familles.`}
        tied
      />
      <FirstSteps committee={frame?.me?.committee ?? false} administrator={frame?.me?.administrator ?? false} />
    </PageFrame>
  );
}
