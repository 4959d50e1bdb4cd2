import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { authorPath, threadPath } from "../../model";
import type { authorPage } from "../forms.server";
import { MOST_REASON } from "../model";

type Data = Awaited<ReturnType<typeof authorPage>>;

/** Who wrote without their name: for the two who may ask, and for the person themselves, who sees each question. */
export function AuthorView({ page }: { page: Data }) {
  const { title, threadId, keeper, mine, name, disclosures } = page;
  return (
    <>
      <PageHeader title="Écrit sans nom" lead={title} back={{ to: threadPath(threadId), label: "La discussion" }} />
      {mine ? <p>C’est vous qui avez écrit. Votre nom ne paraît nulle part dans cette discussion.</p> : null}
      {name ? (
        <Notice tone="honey" title={`Écrit par ${name}`}>
          <p>Ce nom vous est montré pendant une heure. Gardez-le pour vous.</p>
        </Notice>
      ) : null}
      {keeper && !mine && !name ? <Ask threadId={threadId} /> : null}
      <section className="section stack">
        <h2>Qui a demandé le nom</h2>
        {disclosures.length === 0 ? (
          <p>Personne.</p>
        ) : (
          <Yarn tight>
            {disclosures.map(({ by, at, when, reason }) => (
              <YarnItem key={at}>
                <YarnText title={`${by}, ${when}`} note={reason} />
              </YarnItem>
            ))}
          </Yarn>
        )}
      </section>
    </>
  );
}

function Ask({ threadId }: { threadId: number }) {
  const problem = useProblem();
  return (
    <Form method="post" action={authorPath(threadId)} className="form" noValidate>
      <FormKey name="auteur" />
      <ProblemSummary problem={problem} />
      <p>Demander le nom est noté au journal, et la personne verra votre demande et sa raison.</p>
      <TextField name="raison" label="Pourquoi vous faut-il ce nom" hint="Une situation à signaler, une personne à joindre." defaultValue={problem?.values?.raison} error={problem?.fields?.raison} required maxLength={MOST_REASON} autoComplete="off" />
      <Button look="danger">Demander le nom</Button>
    </Form>
  );
}
