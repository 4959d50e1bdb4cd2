import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { CAMPAIGN } from "../campaign/model";
import type { followUpPage } from "../follow-up/forms.server";
import { FOLLOW_UP, STANDING_NAMES } from "../model";
import { PAPER } from "../paper/model";
import { PUBLICATION } from "../publication/model";
import { RULES } from "../rules/model";
import { LogSection } from "./log-section";
import { SignedCount } from "./signed-count";

type Data = Awaited<ReturnType<typeof followUpPage>>;

/** Per organisation: signed, to sign, behind. Nobody who has not signed is named. */
export function FollowUpView({ data }: { data: Data }) {
  const { version, count, organisations, missing } = data;
  return (
    <>
      <PageHeader title="Suivi des signatures" lead={version === null ? undefined : `Charte de collaboration, version ${version}`} back={{ to: "/comite/charte", label: "Mener la charte" }} />
      <Done sentences={{ rappel: "Le rappel part à celles et ceux qui n’ont pas signé, et à personne d’autre.", campagne: "La campagne est ouverte\u00a0: chaque signature est à renouveler." }} />
      {version === null ? (
        <EmptyState>Aucune version n’est encore en vigueur.</EmptyState>
      ) : (
        <>
          <SignedCount version={version} count={count} />
          <nav className="section" aria-label="Autour des signatures">
            <Yarn tight>
              <YarnItem>
                <YarnText title={<Link to={PAPER}>Signatures sur papier</Link>} note="Une personne les inscrit avec la page numérisée, une deuxième les confirme" />
              </YarnItem>
              <YarnItem>
                <YarnText title={<Link to={CAMPAIGN}>Renouveler les signatures</Link>} note="La campagne de l’année" />
              </YarnItem>
              <YarnItem>
                <YarnText title={<Link to={RULES}>Le délai pour signer</Link>} note="Combien de jours, et ce qui se passe ensuite" />
              </YarnItem>
              <YarnItem>
                <YarnText title={<Link to={PUBLICATION}>Mettre une version en vigueur</Link>} note="Une version adoptée, avec ce qui change et pourquoi" />
              </YarnItem>
            </Yarn>
          </nav>
          <section className="section" aria-label="Par organisation">
            <Table
              caption="Par organisation"
              rows={organisations}
              rowKey={({ id }) => String(id)}
              columns={[
                { key: "name", label: "Organisation", cell: ({ name }) => name },
                { key: "own", label: "L’organisation", cell: ({ standing, manager }) => <><Tag tone={standing === "signed" ? "moss" : "honey"}>{STANDING_NAMES[standing]}</Tag>{manager ? null : <span className="soft"> Sans gestionnaire inscrit</span>}</> },
                { key: "signed", label: "À jour", number: true, cell: ({ signed, people }) => `${signed}\u00a0sur\u00a0${people}` },
                { key: "to-sign", label: "À signer", number: true, cell: ({ toSign }) => toSign },
                { key: "behind", label: "En retard d’une version", number: true, cell: ({ behind }) => behind },
                { key: "renew", label: "À renouveler", number: true, cell: ({ toRenew }) => toRenew },
              ]}
            />
          </section>
          {missing > 0 ? <ReminderForm data={data} /> : <p className="section">Tout le monde est à jour.</p>}
        </>
      )}
      <LogSection log={data.log} />
    </>
  );
}

function ReminderForm({ data: { organisations, reminders, missing } }: { data: Data }) {
  const problem = useProblem();
  const waiting = organisations.filter(({ people, signed }) => signed < people);
  return (
    <section className="section" aria-labelledby="rappeler">
      <h2 id="rappeler">Rappeler</h2>
      <Form method="post" action={FOLLOW_UP} className="form">
        <FormKey name="rappel" />
        <ProblemSummary problem={problem} />
        <Select
          name="organisation"
          label="À qui"
          hint="Seulement à celles et ceux qui n’ont pas signé ce qui est demandé. Personne n’est nommé."
          defaultValue={problem?.values?.organisation ?? ""}
          error={problem?.fields?.organisation}
          options={[{ value: "", label: missing > 1 ? `Partout (${missing} personnes)` : "Partout (1 personne)" }, ...waiting.map(({ id, name, people, signed }) => ({ value: String(id), label: `${name} (${people - signed})` }))]}
        />
        <Button look="plain">Envoyer un rappel</Button>
      </Form>
      {reminders.length > 0 ? (
        <ul className="soft">
          {reminders.map(({ organisation, by, when }) => (
            <li key={when + by + (organisation ?? "")}>
              Rappel {organisation === null ? "partout" : `à ${organisation}`}, {when}, par {by}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
