import { Form, Link } from "@remix-run/react";
import { ServerMarkup } from "~/kit/markup";
import { FormKey } from "~/features/shell/components/form-key";
import { ReportLink } from "~/features/shell/components/report-link";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { COMMITTEE, CONSENT, DRAFTING, isOpenText, versionPath, type VersionState } from "../model";
import type { charterPage, shortPage, versionPage } from "../pages.server";
import { CharterForms, CharterText, Contents, VersionFacts } from "./charter-text";
import { Moved } from "./moved-note";

type PageData = Awaited<ReturnType<typeof charterPage>>;

/** The charter as it is read: the text, its contents, and the way to where it is written. */
export function CharterView({ page: { version, revision, others, committee, stamp } }: { page: PageData }) {
  if (!version) return <NoCharter committee={committee} stamp={stamp} />;
  return (
    <>
      <PageHeader
        title={version.title}
        reading
        facts={<VersionFacts version={version} />}
        action={version.underWay ? <WayOn state={version.state} /> : null}
      />
      <Moved key={stamp} stamp={stamp} here="/charte" />
      {version.underWay ? (
        <Notice tone="honey" title="Ce texte est en chemin">
          <p>Il n’engage encore personne. {WAY[version.state] ?? ""}</p>
        </Notice>
      ) : null}
      {revision ? (
        <p>
          Une nouvelle version est en cours{"\u00a0"}: <Link to={revision.to}>version {revision.number}, {revision.stateName.toLowerCase()}</Link>
        </p>
      ) : null}
      <CharterForms version={version} />
      <Contents version={version} />
      <CharterText version={version} />
      {isOpenText(version.state) ? null : <ReportIt id={version.id} />}
      {version.underWay ? <ReadIt /> : null}
      {others.length > 0 ? (
        <section className="section screen-only" aria-labelledby="versions">
          <h2 id="versions">Les autres versions</h2>
          <ul role="list" className="plain-list">
            {others.map(({ number, stateName }) => (
              <li key={number}>
                <Link to={versionPath(number)}>Version {number}</Link> <span className="soft">({stateName.toLowerCase()})</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

const WAY: Partial<Record<VersionState, string>> = {
  drafting: "Chaque membre peut le commenter et proposer une autre formulation, article par article.",
  reviewing: "Les gestionnaires le revoient pour leur organisation. On peut encore le commenter et proposer.",
  consenting: "Il ne bouge plus, et chaque membre est invité à dire s’il y adhère.",
  adopted: "Il est adopté, et entrera en vigueur à sa publication.",
};

/** What the version asks for at this step. */
function WayOn({ state }: { state: VersionState }) {
  return isOpenText(state) ? <ButtonLink to={DRAFTING}>Commenter et proposer</ButtonLink> : <ButtonLink to={CONSENT}>{state === "consenting" ? "Dire si j’y consens" : "Voir le consentement"}</ButtonLink>;
}

/** Says that one has read: counted, and named to nobody. */
function ReadIt() {
  return (
    <Form method="post" action="/charte/lecture" className="screen-only read-it">
      <FormKey name="lecture" />
      <Button look="plain">J’ai lu ce texte</Button>
      <p className="soft">Votre lecture est comptée dans la participation. Personne ne voit qui a lu, ni qui n’a pas lu.</p>
    </Form>
  );
}

const ReportIt = ({ id }: { id: number }) => (
  <p className="page-note screen-only">
    <ReportLink of="charte" id={id} />
  </p>
);

function NoCharter({ committee, stamp }: { committee: boolean; stamp: number }) {
  return (
    <>
      <PageHeader title="Charte de collaboration" />
      <Moved key={stamp} stamp={stamp} here="/charte" />
      <EmptyState act={committee ? <ButtonLink to={COMMITTEE}>Commencer la charte</ButtonLink> : null}>
        C’est ici que s’écrira la charte{"\u00a0"}: ce à quoi chacune et chacun s’engage, écrit par tous les membres. Elle n’est pas encore commencée.
      </EmptyState>
    </>
  );
}

/** One version by its number, in force or not. */
export function VersionView({ page: { version, reasons } }: { page: Awaited<ReturnType<typeof versionPage>> }) {
  return (
    <>
      <PageHeader title={version.title} reading facts={<VersionFacts version={version} />} back={{ to: "/charte", label: "La charte" }} />
      {reasons ? (
        <Notice tone="slate" title="Pourquoi cette version">
          <p>{reasons}</p>
        </Notice>
      ) : null}
      <CharterForms version={version} short={false} />
      <Contents version={version} />
      <CharterText version={version} />
      {isOpenText(version.state) ? null : <ReportIt id={version.id} />}
    </>
  );
}

/** The charter on one sheet. */
export function ShortView({ page: { title, number, stateName, html } }: { page: Awaited<ReturnType<typeof shortPage>> }) {
  return (
    <>
      <PageHeader title={`${title}, en une page`} reading back={{ to: "/charte", label: "La charte" }} facts={`Version ${number} · ${stateName}`} lead="Cette page résume. Seul le texte complet engage." />
      <ServerMarkup name="abrege" html={html} className="prose prose-reading" />
    </>
  );
}
