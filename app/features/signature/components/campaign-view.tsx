import { Form } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import type { campaignPage } from "../campaign/forms.server";
import { CAMPAIGN } from "../campaign/model";
import { FOLLOW_UP } from "../model";
import { SignedCount } from "./signed-count";

type Data = Awaited<ReturnType<typeof campaignPage>>;

const DONE = {
  ouverte: "La campagne est ouverte. Chaque personne concernée en est avertie.",
  planifiee: "La campagne est planifiée. Elle s’ouvrira d’elle-même, au jour dit.",
  abandonnee: "La campagne planifiée est abandonnée. Rien n’a été demandé à personne.",
};

/** Once a year, everybody says again that they hold to the charter. */
export function CampaignView({ data }: { data: Data }) {
  const { version, count, current, past } = data;
  return (
    <>
      <PageHeader
        title="Renouveler les signatures"
        lead="Une fois par année, chaque personne et chaque organisation redit qu’elle tient à la Charte. Si rien n’a changé depuis leur signature, un bouton suffit."
        back={{ to: FOLLOW_UP, label: "Suivi des signatures" }}
      />
      <Done sentences={DONE} />
      {version === null ? (
        <EmptyState>Aucune version n’est encore en vigueur. Une campagne demande de renouveler ce qui a été signé.</EmptyState>
      ) : current ? (
        <Current current={current} />
      ) : (
        <PlanForm today={data.today} />
      )}
      {version !== null && current?.phase === "open" ? <SignedCount version={version} count={count} /> : null}
      {past.length > 0 ? (
        <section className="section" aria-labelledby="passees">
          <h2 id="passees">Les campagnes passées</h2>
          <Yarn tight>
            {past.map(({ key, from, until, by }) => (
              <YarnItem key={key} knot="done">
                <YarnText title={`Du ${from} au ${until}`} note={`Ouverte par ${by}`} />
              </YarnItem>
            ))}
          </Yarn>
        </section>
      ) : null}
    </>
  );
}

function Current({ current: { phase, from, until, by } }: { current: NonNullable<Data["current"]> }) {
  if (phase === "open") {
    return (
      <Notice tone="moss" title={`La campagne est ouverte jusqu’au ${until}`}>
        <p>
          Ouverte le {from} par {by}. Qui n’a pas renouvelé l’a dans «{"\u00a0"}À faire{"\u00a0"}», et reçoit un rappel trois jours avant la fin. Les rappels par organisation sont au suivi.
        </p>
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="honey" title={`Une campagne est planifiée, du ${from} au ${until}`}>
        <p>
          Planifiée par {by}. Elle s’ouvrira d’elle-même.
        </p>
      </Notice>
      <Form method="post" action={`${CAMPAIGN}/abandon`}>
        <FormKey name="abandon" />
        <Button look="plain">Abandonner la campagne planifiée</Button>
      </Form>
    </>
  );
}

function PlanForm({ today }: { today: string }) {
  const problem = useProblem();
  const { values = {}, fields = {} } = problem ?? {};
  return (
    <Form method="post" action={CAMPAIGN} className="form" noValidate>
      <FormKey name="campagne" />
      <ProblemSummary problem={problem} />
      <TextField name="debut" type="date" label="Début" hint="Aujourd’hui, ou un jour à venir." defaultValue={values.debut ?? today} min={today} error={fields.debut} required short />
      <TextField name="fin" type="date" label="Fin" hint="Ce jour est compris. Un mois laisse le temps aux congés." defaultValue={values.fin} min={today} error={fields.fin} required short />
      <Button>Lancer la campagne</Button>
    </Form>
  );
}
