import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asAdministrator } from "~/kit/guard.server";
import { Done } from "~/features/community/components/done";
import { ParkedMails } from "~/features/outbox/components/parked-mails";
import { listParkedMails } from "~/features/outbox/queries.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Courriels qui n’ont pas pu partir – Le Fil" }];

export const loader = asAdministrator(async ({ actor }) => ({ mails: await listParkedMails(actor) }));

export default function ParkedMailsPage() {
  const { mails } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader
        title="Courriels qui n’ont pas pu partir"
        lead="Le Fil a essayé chacun plusieurs fois, puis l’a mis de côté. Après 30 jours, il est oublié."
        back={{ to: "/administration", label: "Administration" }}
      />
      <Done
        sentences={{
          renvoi: "Le courriel repart. Si l’on n’arrive toujours pas à le remettre, il reviendra ici.",
          renvois: "Les courriels repartent. Ceux que l’on n’arrive toujours pas à remettre reviendront ici.",
        }}
      />
      <ParkedMails mails={mails} />
    </PageFrame>
  );
}
