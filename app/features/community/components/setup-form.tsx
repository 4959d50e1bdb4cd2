import { Form } from "@remix-run/react";
import { PRIVACY_NOTICE_VERSION } from "~/features/privacy/model";
import { PrivacySummary } from "~/features/privacy/components/summary";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { TextField } from "~/ui/field";
import { TIME_ZONES } from "../model";
import { CommunityFields } from "./community-fields";
import { ProblemSummary, useProblem } from "./problem";

/** The one form that no signed-in person posts: its key is the printed one. */
export function SetupForm({ setupKey }: { setupKey: string }) {
  const problem = useProblem();
  const values: Record<string, string> = { timeZone: TIME_ZONES[0], ...problem?.values };
  const field = (name: string) => ({ name, defaultValue: values[name], error: problem?.fields?.[name] });
  return (
    <Form method="post" action={`/demarrage?cle=${setupKey}`} noValidate reloadDocument>
      <ProblemSummary problem={problem} />
      <input type="hidden" name="setupKey" value={setupKey} />
      <input type="hidden" name="noticeVersion" value={PRIVACY_NOTICE_VERSION} />
      <section className="section form">
        <h2>La communauté</h2>
        <CommunityFields
          values={values}
          problem={problem}
          organisation={
            <TextField
              {...field("organisation")}
              label="Organisation qui en répond"
              hint="Elle répond des renseignements confiés à la communauté. C’est aussi la vôtre."
              required
              maxLength={120}
              autoComplete="organization"
            />
          }
        />
      </section>
      <section className="section form">
        <h2>Vous, à l’administration</h2>
        <TextField {...field("name")} label="Votre nom" required maxLength={120} autoComplete="name" />
        <TextField {...field("title")} label="Votre titre" hint="Par exemple, coordonnatrice ou agent de liaison." required maxLength={120} autoComplete="organization-title" />
        <TextField {...field("email")} type="email" label="Votre adresse courriel" hint="Vous y recevrez un code à chaque connexion." required maxLength={254} autoComplete="email" />
        <Checkbox
          name="committee"
          value="oui"
          defaultChecked={values.committee === "oui"}
          label="Je fais aussi partie du comité de travail"
          hint="Le comité invite les personnes et anime la communauté, l’administration règle l’outil. Sans personne au comité, personne ne peut inviter."
        />
      </section>
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
        <Button>Créer la communauté</Button>
      </section>
    </Form>
  );
}
