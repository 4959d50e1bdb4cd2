import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { Done } from "~/features/community/components/done";
import { PageFrame } from "~/features/shell/components/page-frame";
import { KeepersForm } from "~/features/thread/anonymity/components/keepers-form";
import { keepersPage, nameKeepersFrom } from "~/features/thread/anonymity/forms.server";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Écrire sans nom – Le Fil" }];

export const loader = asCommittee(({ actor }) => keepersPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await nameKeepersFrom(actor, form), 303));

export default function Anonymity() {
  return (
    <PageFrame>
      <PageHeader title="Écrire sans nom" lead="Deux personnes du comité peuvent apprendre qui a écrit, par un geste qui est noté. Sans elles, personne ne peut écrire sans nom." back={{ to: "/comite", label: "Comité" }} />
      <Done sentences={{ noms: "Les deux personnes sont désignées. Le formulaire les nomme." }} />
      <KeepersForm {...useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
