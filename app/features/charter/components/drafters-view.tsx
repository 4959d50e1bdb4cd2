import { Form } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Select } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { draftersPage } from "../drafter/pages.server";

const SAID = { nom: "Cette personne peut maintenant écrire le texte avec le comité.", retrait: "Cette personne n’écrit plus le texte. Ce qu’elle a écrit reste." };

/** Who writes the charter with the committee. */
export function DraftersView({ page: { drafters, others } }: { page: Awaited<ReturnType<typeof draftersPage>> }) {
  const problem = useProblem();
  return (
    <>
      <PageHeader title="Le groupe de rédaction" back={{ to: "/charte/redaction", label: "L’atelier de la charte" }} lead="Le comité en fait partie d’office. Vous pouvez y nommer d’autres membres." />
      <Done sentences={SAID} />
      {drafters.length === 0 ? <p className="soft">Personne d’autre n’est nommé.</p> : null}
      <Yarn>
        {drafters.map(({ id, name }) => (
          <YarnItem key={id}>
            <p className="yarn-title">{name}</p>
            <Form method="post" action="/comite/charte/redaction/retrait">
              <FormKey name={`retrait-${id}`} />
              <input type="hidden" name="membre" value={String(id)} />
              <Button look="quiet" small>
                Retirer<span className="visually-hidden"> {name}</span>
              </Button>
            </Form>
          </YarnItem>
        ))}
      </Yarn>
      <Form method="post" action="/comite/charte/redaction" className="form section" noValidate>
        <FormKey name="nommer" />
        <ProblemSummary problem={problem} />
        <Select name="membre" label="Nommer une personne membre" options={[{ value: "", label: "Choisir" }, ...others.map(({ id, name }) => ({ value: String(id), label: name }))]} error={problem?.fields?.membre} />
        <Button look="plain">Nommer</Button>
      </Form>
    </>
  );
}
