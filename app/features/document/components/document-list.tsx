import { Form, Link } from "@remix-run/react";
import { ServerMarkup } from "~/kit/markup";
import { usePictureViewer } from "~/features/file/components/picture-viewer";
import { IN_DISCUSSIONS } from "~/features/thread/model";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { useLocalLinks } from "~/ui/use-local-links";
import { documentsPath } from "../model";
import type { documentsPage } from "../pages.server";

type Data = Awaited<ReturnType<typeof documentsPage>>;

/** Everything that was shared, the latest first, by subject, organisation and person. */
export function DocumentList({ list }: { list: Data }) {
  const { html, none, first, narrowed, filter, older } = list;
  const follow = useLocalLinks(IN_DISCUSSIONS);
  usePictureViewer();
  const back = first ? {} : { back: { to: documentsPath(filter), label: "Les plus récents" } };
  if (none && first && !narrowed)
    return (
      <>
        <PageHeader title="Documents" />
        <EmptyState>Ce qui est joint aux messages des discussions se retrouve ici. Rien n’est encore partagé.</EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title="Documents" lead="Ce qui a été partagé dans les discussions." {...back} />
      <Disclosure summary="Choisir un sujet, une organisation ou une personne" open={narrowed}>
        <Filters list={list} />
      </Disclosure>
      {none ? (
        <p>
          Rien n’est partagé avec ces choix. <Link to="/documents">Tout montrer</Link>
        </p>
      ) : (
        <div onClick={follow}>
          <ServerMarkup name="documents" html={html} as="ol" className={older ? "yarn yarn-on" : "yarn"} />
        </div>
      )}
      <Pager label="Autres documents" {...(older ? { older: { to: older, label: "Documents plus anciens" } } : {})} />
    </>
  );
}

function Filters({ list: { choices, filter, narrowed } }: { list: Data }) {
  const select = (name: string, label: string, all: string, options: Data["choices"]["topics"], chosen: number | null) =>
    options.length > 1 || chosen !== null ? (
      <Select name={name} label={label} defaultValue={chosen ?? ""} options={[{ value: "", label: all }, ...options.map((option) => ({ value: String(option.id), label: option.name }))]} />
    ) : null;
  return (
    <Form key={documentsPath(filter)} method="get" action="/documents" className="filters" role="search" aria-label="Choisir parmi les documents">
      {select("sujet", "Sujet", "Tous les sujets", choices.topics, filter.topic)}
      {select("organisation", "Organisation", "Toutes les organisations", choices.organisations, filter.organisation)}
      {select("personne", "Personne", "Toutes les personnes", choices.people, filter.person)}
      <div className="acts">
        <Button look="plain">Filtrer</Button>
        {narrowed ? <Link to="/documents">Tout montrer</Link> : null}
      </div>
    </Form>
  );
}
