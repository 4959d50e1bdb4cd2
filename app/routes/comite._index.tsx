import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { CommitteeDesk } from "~/features/invitation/components/committee-desk";
import { findCommitteeDesk } from "~/features/invitation/queries.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Comité de travail – Le Fil" }];

export const loader = asCommittee(async ({ actor }) => findCommitteeDesk(actor));

export default function Committee() {
  return (
    <PageFrame>
      <PageHeader title="Comité de travail" lead="Ce que le comité tient pour la communauté." tied />
      <CommitteeDesk {...useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
