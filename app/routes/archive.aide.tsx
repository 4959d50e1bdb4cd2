import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { asMember } from "~/kit/guard.server";
import sheet from "~/features/archive/components/archive.css?url";
import { HelpPage } from "~/features/archive/components/help-page";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Demander votre archive à Meta – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(async () => null);

export default function Help() {
  return (
    <PageFrame>
      <HelpPage />
    </PageFrame>
  );
}
