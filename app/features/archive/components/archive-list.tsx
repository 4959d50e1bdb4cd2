import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import { ARCHIVE_TITLE, TRANSFERS } from "../model";
import type { archivePage } from "../pages.server";

/** What the community wrote on Facebook, as its members brought it over. */
export function ArchiveList({ page: { heads, older, mayBring, first } }: { page: Awaited<ReturnType<typeof archivePage>> }) {
  const bring = mayBring ? <ButtonLink to={TRANSFERS}>Apporter mes publications</ButtonLink> : null;
  return (
    <>
      <PageHeader title={ARCHIVE_TITLE} lead="Ce que les membres ont écrit dans l’ancien groupe, à ses dates d’origine. On ne répond plus ici." action={heads.length > 0 ? bring : null} />
      {heads.length === 0 ? (
        <EmptyState act={first ? bring : null}>{first ? "Ici se retrouve ce que chaque personne membre a écrit dans le groupe Facebook et choisit d’apporter. Personne n’a encore rien apporté." : "Il n’y a rien de plus ancien."}</EmptyState>
      ) : (
        <div className="archive-yarn">
          <Yarn>
            {heads.map(({ id, to, kind, who, organisation, when, excerpt, comments, state }) => (
              <YarnItem key={id} knot="planned">
                <p className="yarn-title">
                  <a href={to}>
                    {kind === "post" ? "Publication" : "Commentaire"} du {when}
                  </a>
                </p>
                <p className="archive-excerpt">{excerpt}</p>
                <p className="yarn-note">
                  {[who, organisation, comments].filter(Boolean).join(" · ")} {state ? <Tag tone={state === "Pas encore relu" ? "honey" : "slate"}>{state}</Tag> : null}
                </p>
              </YarnItem>
            ))}
          </Yarn>
        </div>
      )}
      <Pager label="Autres publications" {...(older ? { older: { to: older, label: "Plus anciennes" } } : {})} />
    </>
  );
}
