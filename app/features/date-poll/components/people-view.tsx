import { Form } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { EmptyState } from "~/ui/empty-state";
import { Select, TextField } from "~/ui/field";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { peoplePage } from "../desk-pages.server";

type PageData = Awaited<ReturnType<typeof peoplePage>>;

const SAID = { ajout: "La personne est ajoutée.", retrait: "La personne est retirée.", lien: "Un nouveau lien est fait. Le précédent ne sert plus." };

/** Those without whom the meeting makes no sense, and guests with their links. */
export function PeopleView({ page: { desk, people, accounts } }: { page: PageData }) {
  return (
    <>
      <Done sentences={SAID} />
      {people.length === 0 ? <EmptyState>Nommez ici la personne qui présente ou anime{"\u00a0"}: la page vous le dira si une heure ne lui convient pas.</EmptyState> : null}
      <Yarn>
        {people.map((person) => (
          <NamedPerson key={person.id} desk={desk} person={person} />
        ))}
      </Yarn>
      <section className="section stack" aria-labelledby="ajout">
        <h2 id="ajout">Ajouter une personne</h2>
        <PersonForm key={people.length} desk={desk} accounts={accounts} />
      </section>
    </>
  );
}

function NamedPerson({ desk, person: { id, name, title, required, guest, link } }: { desk: string; person: PageData["people"][number] }) {
  const whose = <span className="visually-hidden"> {name}</span>;
  return (
    <YarnItem>
      <p className="yarn-title">
        {name} {required ? <Tag tone="thread">Présence nécessaire</Tag> : <Tag tone="slate" shape="loop">Personne invitée</Tag>}
      </p>
      {title ? <p className="yarn-note">{title}</p> : null}
      {link ? (
        <div className="field">
          <label className="label" htmlFor={`lien-${id}`}>Son lien, à lui envoyer<span className="visually-hidden">, {name}</span></label>
          <p className="hint" id={`aide-${id}`}>Il ne sert qu’à elle, sans compte, et jusqu’à ce que la date soit choisie.</p>
          <input id={`lien-${id}`} className="input" readOnly value={link} aria-describedby={`aide-${id}`} />
        </div>
      ) : null}
      <div className="row small">
        {guest && link ? (
          <Form method="post" action={`${desk}/personnes/${id}/lien`}>
            <FormKey name={`lien-${id}`} />
            <Button look="quiet" small>Faire un nouveau lien{whose}</Button>
          </Form>
        ) : null}
        <Form method="post" action={`${desk}/personnes/${id}/retrait`}>
          <FormKey name={`retrait-${id}`} />
          <Button look="quiet" small>Retirer{whose}</Button>
        </Form>
      </div>
    </YarnItem>
  );
}

function PersonForm({ desk, accounts }: Pick<PageData, "desk" | "accounts">) {
  const problem = useProblem();
  const field = (name: string) => ({ name, defaultValue: problem?.values?.[name], error: problem?.fields?.[name] });
  return (
    <Form method="post" action={`${desk}/personnes`} className="form" noValidate>
      <FormKey name="personne" />
      <ProblemSummary problem={problem} />
      <Select {...field("compte")} label="Personne qui a un compte" hint="Elle répond ici. Sa présence sera dite nécessaire." options={[{ value: "", label: "Elle n’a pas de compte" }, ...accounts]} />
      <TextField {...field("nom")} label="Nom, si elle n’a pas de compte" maxLength={120} autoComplete="off" />
      <TextField {...field("fonction")} label="Titre, organisation" labelAside="facultatif" maxLength={160} autoComplete="off" />
      <Checkbox name="necessaire" value="oui" label="Sa présence est nécessaire" defaultChecked={problem ? problem.values?.necessaire === "oui" : true} />
      <Button>Ajouter</Button>
    </Form>
  );
}
