import { Link } from "@remix-run/react";
import { useRef, useState } from "react";
import { ServerMarkup } from "~/kit/markup";
import { fetchNews, useLive } from "~/realtime/use-live";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import type { listPage } from "../list-pages.server";
import { useLocalLinks } from "./use-local-links";

type ListData = Awaited<ReturnType<typeof listPage>>;

const begin = (look: "main" | "plain") => (
  <ButtonLink look={look} to="/discussions/nouvelle">
    Écrire un message
  </ButtonLink>
);

/** The discussions of the community, the latest activity first. */
export function ThreadList({ list }: { list: ListData }) {
  const { html, empty, first, older, latest, mayWrite } = list;
  const follow = useLocalLinks();
  return (
    <>
      <PageHeader title="Discussions" tied={!empty} action={mayWrite && !empty ? begin("main") : null} {...(first ? {} : { back: { to: "/discussions", label: "Les plus récentes" } })} />
      {latest === null ? null : <ListNews key={latest} latest={latest} />}
      {empty ? (
        <EmptyState act={mayWrite ? begin("main") : null}>
          Ici, chaque personne peut demander conseil, répondre ou partager un outil. Rien n’est encore écrit.
        </EmptyState>
      ) : (
        <div onClick={follow}>
          <ServerMarkup name="discussions" html={html} as="ol" className={older ? "yarn yarn-on" : "yarn"} />
        </div>
      )}
      <p className="page-note">
        <Link to="/documents">Documents partagés dans les discussions</Link>
      </p>
      <Pager label="Autres discussions" {...(older ? { older: { to: older, label: "Discussions plus anciennes" } } : {})} />
    </>
  );
}

/** Says that the list has changed instead of moving it under someone's eyes. */
function ListNews({ latest }: { latest: string }) {
  const [changed, setChanged] = useState(false);
  const known = useRef(latest);
  useLive("thread.moved", 0, async () => {
    const answer = await fetchNews("/discussions/nouveautes");
    const { latest: now } = (await answer.json()) as { latest: string };
    if (now !== known.current) setChanged(true);
  });
  return (
    <div role="status">
      {changed ? (
        <p className="float-note">
          La liste a changé{"\u00a0"}: <a href="/discussions">Actualiser</a>
        </p>
      ) : null}
    </div>
  );
}
