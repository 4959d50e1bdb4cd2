import { Form, Link } from "@remix-run/react";
import { formatNumber, plural } from "~/kit/format";
import { Done } from "~/features/community/components/done";
import { FormKey } from "~/features/shell/components/form-key";
import { ReportLink } from "~/features/shell/components/report-link";
import { useNews } from "~/features/shell/components/use-news";
import { Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { TextArea } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Table } from "~/ui/table";
import { buildPath, MAX_INTRO, promiseNames, resultsPath, surveyPath } from "../model";
import type { resultsPage } from "../result/pages.server";
import { BornSubjects, SubjectsForm } from "./subjects-form";
import { TallyView } from "./tally-view";

type ResultsData = Awaited<ReturnType<typeof resultsPage>>;

const SAID = { suite: "C’est dit à tout le monde.", lecture: "Votre lecture est enregistrée.", sujets: "C’est dans la liste des sujets." };

/** What a survey said, read by everyone in the same place. */
export function ResultsView({ page }: { page: ResultsData }) {
  const { id, title, promise, when, stamp, results, sequel, committee, toRead } = page;
  useNews("survey.moved", id, `/sondages/nouveautes?sondage=${id}`, stamp);
  return (
    <>
      <PageHeader
        title={title}
        back={{ to: "/sondages", label: "Sondages" }}
        facts={[promiseNames[promise], when].join(" · ")}
        action={committee ? <ButtonLink look="plain" to={buildPath(id)}>Préparer et suivre</ButtonLink> : null}
      />
      <Done sentences={SAID} />
      {results ? (
        <>
          <Reached page={page} results={results} />
          {sequel ? (
            <section className="section" aria-labelledby="suite">
              <h2 id="suite">Ce que nous en ferons</h2>
              <p className="survey-words">{sequel}</p>
            </section>
          ) : null}
          <BornSubjects subjects={page.subjects} />
          {toRead > 0 ? (
            <p>
              <Link to={`${buildPath(id)}/textes`}>{plural(toRead, "réponse écrite à relire", "réponses écrites à relire")}</Link> avant que d’autres les lisent.
            </p>
          ) : null}
          {results.tallies.map((tally) => (
            <TallyView key={tally.question.id} tally={tally} hiddenWord={page.hiddenWord} />
          ))}
          <Groups page={page} results={results} />
          <People page={page} />
          <p className="section row">
            <a href={`${resultsPath(id)}/tableau`}>Télécharger pour Excel</a>
            <a href={`${resultsPath(id)}/donnees`}>Télécharger en JSON</a>
          </p>
          <SubjectsForm id={id} candidates={page.candidates} />
          <p>
            <ReportLink of="reponses" id={id} which=", dans une réponse écrite" />
          </p>
          {committee ? <Sequel id={id} sequel={sequel} /> : null}
        </>
      ) : (
        <p>
          {promise === "named" ? "Les résultats se lisent dès que vous avez répondu." : "Les résultats se liront ici, une fois le sondage clos."} <Link to={surveyPath(id)}>Voir le sondage</Link>
        </p>
      )}
    </>
  );
}

type Shown = { page: ResultsData; results: NonNullable<ResultsData["results"]> };

function Reached({ page: { hiddenWord }, results: { respondents, organisations } }: Shown) {
  if (respondents === null) return <p>{`${hiddenWord.replace("moins", "Moins")} personnes ont répondu\u00a0: leurs réponses ne se lisent pas, car elles diraient qui elles sont.`}</p>;
  return <p>{`${plural(respondents, "personne a répondu", "personnes ont répondu")}, de ${plural(organisations ?? 0, "organisation", "organisations")}.`}</p>;
}

function Groups({ page: { hiddenWord }, results: { crossed, noGroups } }: Shown) {
  if (noGroups) return <p className="section soft">{noGroups}</p>;
  if (!crossed) return null;
  return (
    <section className="section stack" aria-labelledby="groupes">
      <h2 id="groupes">Par {crossed.by}</h2>
      <p className="soft">{`«\u00a0${hiddenWord}\u00a0» tient aussi la place d’un nombre un peu plus grand, là où il laisserait deviner les autres. Une question dont aucun groupe ne peut se lire n’est pas ici.`}</p>
      {crossed.tables.map(({ label, columns, groups }) => (
        <Table
          key={label}
          caption={label}
          columns={[
            { key: "groupe", label: "Groupe", cell: (group: (typeof groups)[number]) => group.label },
            ...columns.map((column, at) => ({ key: column, label: column, number: true, cell: ({ counts }: (typeof groups)[number]) => (counts[at] === null || counts[at] === undefined ? hiddenWord : formatNumber(counts[at])) })),
          ]}
          rows={groups}
          rowKey={(group) => group.label}
        />
      ))}
    </section>
  );
}

function People({ page: { people, promise } }: { page: ResultsData }) {
  if (people.length === 0) return null;
  return (
    <section className="section" aria-labelledby="personnes">
      <h2 id="personnes">Réponse par réponse</h2>
      {promise === "confidential" ? <p className="soft">Le comité seul voit ceci.</p> : null}
      {people.map(({ key, name, organisation, answers }) => (
        <Disclosure key={key} summary={[name, organisation].filter(Boolean).join(", ")}>
          <dl className="stack">
            {answers.map(({ label, words }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ))}
    </section>
  );
}

function Sequel({ id, sequel }: { id: number; sequel: string }) {
  return (
    <Form method="post" action={`${buildPath(id)}/suite`} className="section form" noValidate>
      <FormKey name="suite" />
      <TextArea name="suite" label="Ce que nous en ferons" hint="Dit à tout le monde, en haut des résultats." defaultValue={sequel} maxLength={MAX_INTRO} rows={3} />
      <Button look="plain">Dire la suite</Button>
    </Form>
  );
}
