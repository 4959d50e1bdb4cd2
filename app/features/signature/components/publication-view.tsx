import { Form, Link } from "@remix-run/react";
import { versionPath } from "~/features/charter/model";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { EmptyState } from "~/ui/empty-state";
import { TextArea } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import type { publicationPage } from "../publication/forms.server";
import { KIND_NAMES, MAX_REASONS, PUBLICATION } from "../publication/model";
import { ChangeList } from "./change-list";

type Data = Awaited<ReturnType<typeof publicationPage>>;

const DONE = {
  publiee: "La version est en vigueur. Les membres en sont avertis.",
  demandee: "Une deuxième personne du comité doit confirmer que ce n’est qu’une question de forme. Rien n’est encore en vigueur.",
  refusee: "La demande est écartée. La version reste adoptée, et peut être mise en vigueur autrement.",
};

/** An adopted version is put in force, with what it changes and why. */
export function PublicationView({ data }: { data: Data }) {
  const { adopted, changes, request, past } = data;
  return (
    <>
      <PageHeader
        title="Mettre une version en vigueur"
        lead={adopted ? `${adopted.title}, version ${adopted.number}, adoptée` : undefined}
        back={{ to: "/comite/charte", label: "Mener la charte" }}
      />
      <Done sentences={DONE} />
      {adopted ? (
        <>
          {adopted.current === null ? (
            <p>
              C’est la première version. <Link to={versionPath(adopted.number)}>Lire le texte</Link>
            </p>
          ) : (
            <section className="section" aria-labelledby="changements">
              <h2 id="changements">Ce qui change depuis la version {adopted.current}</h2>
              {changes.length === 0 ? <p>Aucun article ne change.</p> : <ChangeList changes={changes} />}
            </section>
          )}
          {request ? <Waiting request={request} /> : <PublicationForm data={data} version={adopted.number} first={adopted.current === null} />}
        </>
      ) : (
        <EmptyState>Aucune version adoptée n’attend. Une version se met en vigueur ici après le consentement.</EmptyState>
      )}
      {past.length > 0 ? <Past past={past} /> : null}
    </>
  );
}

function PublicationForm({ data, version, first }: { data: Data; version: number; first: boolean }) {
  const problem = useProblem();
  const { values = {}, fields = {} } = problem ?? {};
  const form = data.protected ? "Les signatures restent bonnes. Un article sur les engagements ou la confidentialité change\u00a0: une deuxième personne du comité devra le confirmer." : "Une coquille, une tournure\u00a0: les signatures restent bonnes.";
  return (
    <Form method="post" action={PUBLICATION} className="form section" noValidate>
      <FormKey name="publication" />
      <ProblemSummary problem={problem} />
      <input type="hidden" name="version" value={version} />
      <RadioGroup
        name="nature"
        label="Ce changement est"
        defaultValue={values.nature ?? (first ? "substance" : undefined)}
        error={fields.nature}
        choices={[
          { value: "substance", label: "De fond", hint: "Chaque personne et chaque organisation signe de nouveau." },
          ...(first ? [] : [{ value: "form", label: "De forme", hint: form }]),
        ]}
      />
      <TextArea name="raisons" label="Pourquoi cette version" hint="Les membres le lisent avec le texte, et le journal le garde." defaultValue={values.raisons} error={fields.raisons} maxLength={MAX_REASONS} required />
      <Button>Mettre en vigueur</Button>
    </Form>
  );
}

function Waiting({ request: { id, reasons, name, when, mine } }: { request: NonNullable<Data["request"]> }) {
  return (
    <section className="section stack" aria-labelledby="demande">
      <h2 id="demande">Une deuxième personne doit confirmer</h2>
      <Notice tone="honey" title={`${name} dit que ce changement n’est que de forme (${when})`}>
        <p className="lines">{reasons}</p>
      </Notice>
      {mine ? <p>Une autre personne du comité doit le confirmer ici. Vous pouvez aussi retirer la demande, et mettre la version en vigueur comme un changement de fond.</p> : null}
      <div className="acts">
        {mine ? null : (
          <Form method="post" action={`${PUBLICATION}/${id}/confirmation`}>
            <FormKey name={`confirmation-${id}`} />
            <Button>Confirmer, et mettre en vigueur</Button>
          </Form>
        )}
        <Form method="post" action={`${PUBLICATION}/${id}/refus`}>
          <FormKey name={`refus-${id}`} />
          <Button look="plain">{mine ? "Retirer la demande" : "C’est un changement de fond"}</Button>
        </Form>
      </div>
    </section>
  );
}

function Past({ past }: { past: Data["past"] }) {
  return (
    <section className="section" aria-labelledby="passees">
      <h2 id="passees">Les versions mises en vigueur</h2>
      <Yarn tight>
        {past.map(({ number, kind, reasons, on, by, confirmedBy }) => (
          <YarnItem key={number} knot="done">
            <YarnText
              title={<Link to={versionPath(number)}>Version {number}</Link>}
              note={
                <>
                  <Tag tone="slate">{KIND_NAMES[kind]}</Tag> Le {on}, par {by}
                  {confirmedBy ? `, confirmée par ${confirmedBy}` : ""}. {reasons}
                </>
              }
            />
          </YarnItem>
        ))}
      </Yarn>
    </section>
  );
}
