import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asSignedIn } from "~/kit/guard.server";
import { DeviceList } from "~/features/device/components/device-list";
import { listOwnDevices } from "~/features/device/queries.server";
import { FormKey } from "~/features/shell/components/form-key";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Mes appareils – Le Fil" }];

export const loader = asSignedIn(async ({ actor }) => ({ devices: await listOwnDevices(actor) }));

export default function Devices() {
  const { devices } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader
        title="Mes appareils"
        lead="Les navigateurs où votre session est ouverte. Déconnectez ceux que vous ne reconnaissez pas, ou dont vous ne vous servez plus."
        back={{ to: "/reglages", label: "Réglages" }}
        tied
      />
      <DeviceList devices={devices} keyFor={(name) => <FormKey name={name} />} />
    </PageFrame>
  );
}
