import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { Settings } from "~/features/member/components/settings";
import { findOwnPlace } from "~/features/member/queries.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Réglages – Le Fil" }];

export const loader = asMember(async ({ actor }) => ({ place: await findOwnPlace(actor) }));

export default function SettingsPage() {
  return (
    <PageFrame>
      <Settings place={useLoaderData<typeof loader>().place} />
    </PageFrame>
  );
}
