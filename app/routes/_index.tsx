import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asSignedIn } from "~/kit/guard.server";
import { HomeView } from "~/features/home/components/home-view";
import { homePage } from "~/features/home/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Accueil – Le Fil" }];

export const loader = asSignedIn(({ actor }) => homePage(actor));

export default function Home() {
  return (
    <PageFrame>
      <HomeView home={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
