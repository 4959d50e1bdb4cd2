import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { ScanField } from "~/features/file/components/scan-field";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { EmptyState } from "~/ui/empty-state";
import { Select, TextField } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { FOLLOW_UP, MAX_NAME, MAX_TITLE } from "../model";
import type { paperPage } from "../paper/forms.server";
import { PAPER } from "../paper/model";

type Data = Awaited<ReturnType<typeof paperPage>>;
type Paper = Data["waiting"][number];

const DONE = {
  inscrite: "C’est inscrit. Une deuxième personne du comité compare avec la page et confirme; rien ne compte avant.",
  confirmee: "C’est confirmé, et au journal.",
  ecartee: "C’est écarté, et la page numérisée est effacée.",
};

/** What was signed on paper: recorded by one person, confirmed by another. */
export function PaperView({ data }: { data: Data }) {
  const { waiting, confirmed, versions } = data;
  return (
    <>
      <PageHeader
        title="Signatures sur papier"
        lead="Pour qui ne peut pas signer à l’écran. Une personne du comité inscrit ce que dit la page, avec sa numérisation; une deuxième compare et confirme."
        back={{ to: FOLLOW_UP, label: "Suivi des signatures" }}
      />
      <Done sentences={DONE} />
      {waiting.length > 0 ? (
        <section className="section" aria-labelledby="attente">
          <h2 id="attente">À confirmer</h2>
          <Yarn>
            {waiting.map((paper) => (
              <YarnItem key={paper.id} knot="loose">
                <Waiting paper={paper} />
              </YarnItem>
            ))}
          </Yarn>
        </section>
      ) : null}
      {versions.length === 0 ? <EmptyState>Aucune version n’a encore été en vigueur.</EmptyState> : <RecordForm data={data} />}
      {confirmed.length > 0 ? <Confirmed papers={confirmed} /> : null}
    </>
  );
}

const said = ({ actName, version, name, title, on }: Paper): string => `${actName} de la version ${version}, le ${on}, par ${name}, ${title}`;

function Waiting({ paper }: { paper: Paper }) {
  const { id, of, recorder, recorded, scan, mayConfirm } = paper;
  return (
    <>
      <YarnText title={of} note={said(paper)} />
      <p>
        <a href={scan.to}>La page numérisée ({scan.name})</a>
        <br />
        <span className="soft">
          Inscrite par {recorder}, le {recorded}.
        </span>
      </p>
      <div className="acts">
        {mayConfirm ? (
          <Form method="post" action={`${PAPER}/${id}/confirmation`}>
            <FormKey name={`confirmer-${id}`} />
            <Button>
              J’ai comparé, c’est juste<span className="visually-hidden"> ({of})</span>
            </Button>
          </Form>
        ) : (
          <p className="soft">Une autre personne du comité confirme.</p>
        )}
        <Form method="post" action={`${PAPER}/${id}/refus`}>
          <FormKey name={`ecarter-${id}`} />
          <Button look="plain">
            Écarter<span className="visually-hidden"> ({of})</span>
          </Button>
        </Form>
      </div>
    </>
  );
}

function RecordForm({ data: { versions, whose, today } }: { data: Data }) {
  const problem = useProblem();
  const { values = {}, fields = {} } = problem ?? {};
  return (
    <section className="section" aria-labelledby="inscrire">
      <h2 id="inscrire">Inscrire une page signée</h2>
      <Form method="post" action={PAPER} encType="multipart/form-data" className="form" noValidate>
        <FormKey name="papier" />
        <ProblemSummary problem={problem} />
        <RadioGroup
          name="acte"
          label="La page est"
          defaultValue={values.acte ?? "signature"}
          error={fields.acte}
          choices={[
            { value: "signature", label: "Une signature" },
            { value: "withdrawal", label: "Le retrait d’une signature" },
          ]}
        />
        <Select name="de" label="De qui" defaultValue={values.de ?? ""} error={fields.de} options={[{ value: "", label: "Choisir…" }, ...whose]} />
        <TextField name="nom" label="Nom de la personne qui a signé" hint="Tel qu’il est sur la page." defaultValue={values.nom} error={fields.nom} maxLength={MAX_NAME} autoComplete="off" required />
        <TextField name="titre" label="Son titre" hint="Tel qu’il est sur la page." defaultValue={values.titre} error={fields.titre} maxLength={MAX_TITLE} autoComplete="off" required />
        <Select name="version" label="Version nommée sur la page" defaultValue={values.version ?? String(versions[0])} error={fields.version} options={versions.map((number) => ({ value: String(number), label: `Version ${number}` }))} />
        <TextField name="date" type="date" label="Jour de la signature" defaultValue={values.date} max={today} error={fields.date} required short />
        <ScanField label="La page numérisée" hint="Un PDF ou une photo bien lisible. Seul le comité la voit." values={problem?.values} error={fields.fichiers} />
        <Button>Inscrire</Button>
      </Form>
    </section>
  );
}

function Confirmed({ papers }: { papers: readonly Paper[] }) {
  return (
    <section className="section" aria-labelledby="confirmees">
      <h2 id="confirmees">Confirmées</h2>
      <Yarn tight>
        {papers.map((paper) => (
          <YarnItem key={paper.id} knot="done">
            <YarnText
              title={paper.receipt ? <Link to={paper.receipt}>{paper.of}</Link> : paper.of}
              note={
                <>
                  <Tag tone={paper.act === "signature" ? "moss" : "slate"}>{paper.actName}</Tag> {said(paper)}. Inscrite par {paper.recorder}, confirmée par {paper.confirmer}. <a href={paper.scan.to}>La page numérisée</a>
                </>
              }
            />
          </YarnItem>
        ))}
      </Yarn>
    </section>
  );
}
