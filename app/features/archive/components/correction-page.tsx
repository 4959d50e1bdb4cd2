import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { transferPath } from "../model";
import type { correctionPage } from "../transfer/pages.server";

/** One text put in other words before it is published. */
export function CorrectionPage({ page: { id, text, when, body, passages } }: { page: Awaited<ReturnType<typeof correctionPage>> }) {
  const problem = useProblem();
  const check = `${transferPath(id)}/verification`;
  const { values, fields, code } = problem ?? {};
  return (
    <>
      <PageHeader title={`Corriger le texte du ${when}`} lead="Sa date ne change pas. Le texte d’avant n’est gardé nulle part ici." back={{ to: check, label: "Les textes à regarder" }} />
      {passages.length > 0 && !problem ? (
        <ul className="stack archive-words" role="list">
          {passages.map(({ mark, words, why, instead }) => (
            <li key={mark}>
              <mark>{words}</mark>
              <br />
              {why} <span className="soft">Plutôt{"\u00a0"}: {instead}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <Form method="post" action={`${transferPath(id)}/textes/${text}`} className="form" noValidate>
        <FormKey name="correction" early="corps" />
        {code?.startsWith("discretion") ? null : <ProblemSummary problem={problem} />}
        <TextArea name="corps" label="Texte" rows={8} defaultValue={values?.corps ?? body} error={fields?.corps} maxLength={70_000} />
        <Acts>
          <Button>Garder ce texte</Button>
          <ButtonLink look="quiet" to={check}>
            Annuler
          </ButtonLink>
        </Acts>
      </Form>
    </>
  );
}
