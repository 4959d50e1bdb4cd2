import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asAdministrator } from "~/kit/guard.server";
import { Done } from "~/features/community/components/done";
import { SettingsForm } from "~/features/community/components/settings-form";
import { changeSettingsFrom } from "~/features/community/forms.server";
import { findSettings } from "~/features/community/queries.server";
import { FormKey } from "~/features/shell/components/form-key";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "La communauté – Le Fil" }];

export const loader = asAdministrator(async ({ actor }) => findSettings(actor));

export const action = asAdministrator(async ({ actor, form }) => redirect(await changeSettingsFrom(actor, form), 303));

export default function CommunitySettings() {
  return (
    <PageFrame>
      <PageHeader title="La communauté" lead="Son nom, son territoire, et qui en répond." back={{ to: "/administration", label: "Administration" }} />
      <div className="stack">
        <Done sentences={{ oui: "C’est enregistré." }} />
        <SettingsForm {...useLoaderData<typeof loader>()}>
          <FormKey name="communaute" />
        </SettingsForm>
      </div>
    </PageFrame>
  );
}
