import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { WithdrawalForm } from "~/features/signature/components/withdrawal-view";
import { withdrawFrom } from "~/features/signature/forms.server";
import { SIGNING, WITHDRAWAL } from "~/features/signature/model";
import { withdrawalPage } from "~/features/signature/pages.server";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Retirer sa signature – Le Fil" }];

export const loader = asMember(async ({ actor }) => withdrawalPage(actor));

export const action = asMember(async ({ actor, form }) => redirect(await withdrawFrom(actor, form), 303), { evenPaused: true });

export default function Withdrawal() {
  const { held } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Retirer votre signature" lead={held ? `Vous avez signé la version ${held.version} le ${held.on}.` : undefined} back={{ to: SIGNING, label: "Signer la Charte" }} />
      {held ? <WithdrawalForm action={WITHDRAWAL} back={SIGNING} whose="own" /> : <EmptyState>Vous n’avez aucune signature à retirer.</EmptyState>}
    </PageFrame>
  );
}
