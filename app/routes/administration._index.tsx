import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asAdministrator } from "~/kit/guard.server";
import { countParkedMails } from "~/features/outbox/queries.server";
import { AdministrationDesk, NotReadyNotice } from "~/features/role/components/administration-desk";
import { countAdministrators } from "~/features/role/queries.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Administration – Le Fil" }];

export const loader = asAdministrator(async ({ actor }) => ({ administrators: await countAdministrators(actor), parked: (await countParkedMails(actor)).count }));

export default function Administration() {
  const { administrators, parked } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Administration" lead="Les réglages de l’outil et les rôles." />
      <NotReadyNotice />
      <AdministrationDesk administrators={administrators} parked={parked} />
    </PageFrame>
  );
}
