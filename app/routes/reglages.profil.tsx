import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { ProfileForm } from "~/features/member/components/profile-form";
import { changeProfileFrom } from "~/features/member/forms.server";
import { findOwnPlace } from "~/features/member/queries.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Mon profil – Le Fil" }];

export const loader = asMember(async ({ actor }) => ({ place: await findOwnPlace(actor) }));

export const action = asMember(async ({ actor, form }) => redirect(await changeProfileFrom(actor, form), 303), { evenPaused: true });

export default function Profile() {
  const { place } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Mon profil" lead="Ce que les autres voient à côté de ce que vous écrivez." back={{ to: "/reglages", label: "Réglages" }} />
      <ProfileForm {...place} />
    </PageFrame>
  );
}
