import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { PrivacySummary } from "~/features/privacy/components/summary";
import { PRIVACY_NOTICE_VERSION } from "~/features/privacy/model";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { Select, TextField, type Option } from "~/ui/field";

type Props = { email: string; values: { name: string; title: string; organisation: string }; organisations: readonly Option[] };

/** Name, title, organisation, and the privacy notice. */
export function JoinForm({ email, values: known, organisations }: Props) {
  const problem = useProblem();
  const values: Record<string, string> = { ...known, ...problem?.values };
  const field = (name: string) => ({ name, defaultValue: values[name], error: problem?.fields?.[name] });
  return (
    <Form method="post" action="/inscription" className="form" noValidate reloadDocument>
      <FormKey name="inscription" />
      <input type="hidden" name="noticeVersion" value={PRIVACY_NOTICE_VERSION} />
      <ProblemSummary problem={problem} />
      <div className="form">
        <TextField {...field("name")} label="Votre nom" hint="Tel que vos collègues le connaissent." required maxLength={120} autoComplete="name" />
        <TextField
          {...field("title")}
          label="Votre titre"
          hint="Par exemple, éducatrice, travailleuse sociale, agent de liaison."
          required
          maxLength={120}
          autoComplete="organization-title"
        />
        <Select
          {...field("organisation")}
          label="Votre organisation"
          hint="Si vous en avez plusieurs, vous ajouterez les autres dans vos réglages."
          options={[{ value: "", label: "Choisir une organisation" }, ...organisations, { value: "autre", label: "Mon organisation n’est pas dans la liste" }]}
        />
        <TextField
          {...field("otherOrganisation")}
          label="Si elle n’est pas dans la liste, son nom"
          labelAside="(sinon, laissez vide)"
          hint="Elle sera ajoutée, et le comité verra que vous l’avez nommée."
          maxLength={120}
          autoComplete="organization"
        />
        <p className="hint">Votre adresse courriel est {email}. Vous y recevrez un code à chaque connexion{"\u00a0"}: il n’y a pas de mot de passe.</p>
      </div>
      <section className="section form">
        <h2>Confidentialité</h2>
        <PrivacySummary />
        <Checkbox
          name="notice"
          value="oui"
          required
          defaultChecked={values.notice === "oui"}
          label="J’ai lu l’avis de confidentialité et je l’accepte"
          error={problem?.fields?.notice ?? problem?.fields?.noticeVersion}
        />
        <Button>Rejoindre la communauté</Button>
      </section>
    </Form>
  );
}
