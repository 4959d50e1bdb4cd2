import { Form, Link, useActionData } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { Done } from "~/features/community/components/done";
import { ProblemSummary } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Select, TextArea, TextField } from "~/ui/field";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { speakersPage } from "../plan-pages.server";

type PeopleData = Awaited<ReturnType<typeof speakersPage>>;

/** Speakers and expert partners, each to change or to take off. */
export function SpeakerList({ page: { id, speakers } }: { page: PeopleData }) {
  return (
    <>
      <Done sentences={{ ajout: "La personne est ajoutée.", modification: "C’est enregistré.", retrait: "La personne est retirée." }} />
      {speakers.length === 0 ? <p className="soft">Personne encore.</p> : null}
      <Yarn tight>
        {speakers.map(({ key, name, role }) => (
          <YarnItem key={key}>
            <p className="yarn-title">{name}</p>
            {role ? <p className="yarn-note">{role}</p> : null}
            <Form method="post" action={`/comite/moments/${id}/personnes/${key}/retrait`} className="row small">
              <FormKey name={`retrait-${key}`} />
              <Link to={`/comite/moments/${id}/personnes/${key}`}>
                Modifier<span className="visually-hidden"> {name}</span>
              </Link>
              <Button look="quiet" small>
                Retirer<span className="visually-hidden"> {name}</span>
              </Button>
            </Form>
          </YarnItem>
        ))}
      </Yarn>
    </>
  );
}

export function SpeakerForm({ page: { id, accounts, values, speakerId } }: { page: PeopleData }) {
  const problem = (useActionData() as { problem?: Problem } | undefined)?.problem;
  const field = (name: string) => ({ name, defaultValue: problem?.values?.[name] ?? values[name], error: problem?.fields?.[name] });
  return (
    <Form method="post" action={`/comite/moments/${id}/personnes${speakerId === null ? "" : `/${speakerId}`}`} className="form" noValidate>
      <FormKey name="personne" />
      <ProblemSummary problem={problem} />
      <Select
        {...field("compte")}
        label="Personne membre"
        hint="Si elle a un compte ici. Ce que vous laissez vide vient alors de son profil."
        options={[{ value: "", label: "Elle n’a pas de compte" }, ...accounts]}
      />
      <TextField {...field("nom")} label="Nom" maxLength={120} autoComplete="off" />
      <TextField {...field("fonction")} label="Titre ou fonction" labelAside="facultatif" maxLength={120} autoComplete="off" />
      <TextField {...field("organisation")} label="Organisation" labelAside="facultatif" maxLength={120} autoComplete="off" />
      <TextArea {...field("presentation")} label="Courte présentation" labelAside="facultatif" hint="Deux ou trois phrases, que la communauté lira." maxLength={600} rows={3} />
      <Button>{speakerId === null ? "Ajouter" : "Enregistrer"}</Button>
    </Form>
  );
}
