import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { SearchForm } from "~/features/search/components/search-form";
import { SearchResults } from "~/features/search/components/search-results";
import { searchPage } from "~/features/search/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";
import sheet from "~/ui/styles/search.css?url";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.search.typed ? `${data.search.typed} – Recherche – Le Fil` : "Recherche – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, request }) => searchPage(actor, request));

export default function Search() {
  const data = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Recherche" />
      <SearchForm data={data} />
      <SearchResults data={data} />
    </PageFrame>
  );
}
