import { Form } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { Select, TextField } from "~/ui/field";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { closingsPage } from "../forms.server";
import { CLOSINGS, MAX_LABEL } from "../model";

type PageData = Awaited<ReturnType<typeof closingsPage>>;

/** The closing days to come, and the holidays that are known without anybody. */
export function ClosingsView({ page: { closings, holidays, poles } }: { page: PageData }) {
  return (
    <>
      <Done sentences={{ ajout: "La fermeture est ajoutée.", retrait: "La fermeture est retirée." }} />
      {closings.length === 0 ? <EmptyState>Journées pédagogiques, semaine de relâche, vacances d’un milieu{"\u00a0"}: ajoutez ici les jours où un pôle ne peut pas se réunir.</EmptyState> : null}
      <Yarn tight>
        {closings.map(({ id, label, when, pole }) => (
          <YarnItem key={id}>
            <p className="yarn-title">{label}</p>
            <p className="yarn-note">
              {when} · {pole ?? "tous les pôles"}
            </p>
            <Form method="post" action={`${CLOSINGS}/${id}/retrait`}>
              <FormKey name={`retrait-${id}`} />
              <Button look="quiet" small>
                Retirer<span className="visually-hidden"> {label}, {when}</span>
              </Button>
            </Form>
          </YarnItem>
        ))}
      </Yarn>
      <section className="section stack">
        <h2>Ajouter une fermeture</h2>
        <ClosingForm key={closings.length} poles={poles} />
      </section>
      <section className="section">
        <Disclosure summary="Les jours fériés du Québec, qui se calculent d’eux-mêmes">
          <ul>
            {holidays.map(({ day, when, name }) => (
              <li key={day}>
                {when}, {name}
              </li>
            ))}
          </ul>
          <p className="soft small">Loi sur les normes du travail, article 60; Loi sur la fête nationale, article 2.</p>
        </Disclosure>
      </section>
    </>
  );
}

function ClosingForm({ poles }: Pick<PageData, "poles">) {
  const problem = useProblem();
  const field = (name: string) => ({ name, defaultValue: problem?.values?.[name], error: problem?.fields?.[name] });
  return (
    <Form method="post" action={CLOSINGS} className="form" noValidate>
      <FormKey name="fermeture" />
      <ProblemSummary problem={problem} />
      <TextField {...field("quoi")} label="Ce qui ferme" hint="Par exemple «&nbsp;Journée pédagogique&nbsp;»." maxLength={MAX_LABEL} autoComplete="off" required />
      <div className="fields-row">
        <TextField {...field("du")} type="date" label="Premier jour" short required />
        <TextField {...field("jusquau")} type="date" label="Dernier jour" labelAside="s’il y en a plusieurs" short />
      </div>
      {poles.length > 0 ? <Select {...field("pole")} label="Pôle" options={[{ value: "", label: "Tous les pôles" }, ...poles]} /> : null}
      <Button>Ajouter</Button>
    </Form>
  );
}
