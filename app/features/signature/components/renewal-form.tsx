import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import type { Renewal } from "../pages.server";

/** Nothing changed since one signed: the same sentence, of this year, and one button. */
export function RenewalForm({ action, renewal }: { action: string; renewal: Renewal }) {
  const { name, title, organisation, sentence, sha256, version } = renewal;
  return (
    <section className="section renewal" aria-labelledby="renouveler">
      <h2 id="renouveler">Renouveler</h2>
      <p>Le texte que vous avez signé n’a pas changé. Si vous y tenez encore, un bouton suffit.</p>
      <Form method="post" action={action} className="form" noValidate>
        <FormKey name="renouvellement" />
        <ProblemSummary problem={useProblem()} />
        <input type="hidden" name="empreinte" value={sha256} />
        <input type="hidden" name="phrase" value={sentence} />
        <input type="hidden" name="nom" value={name} />
        <input type="hidden" name="titre" value={title} />
        {organisation === null ? null : <input type="hidden" name="organisation" value={organisation} />}
        <blockquote className="signing-sentence">{sentence}</blockquote>
        <p className="soft">
          Version {version}, que vous pouvez <a href="#texte">relire ci-dessous</a>.
        </p>
        <Button>Renouveler la signature</Button>
      </Form>
    </section>
  );
}
