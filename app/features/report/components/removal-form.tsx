import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { leadPath } from "~/features/thread/model";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { MAX_WORD } from "../model";
import type { removalPage } from "../removal.server";

/** Takes a whole discussion away, or gives it back as it was. */
export function RemovalForm({ page: { threadId, removed } }: { page: Awaited<ReturnType<typeof removalPage>> }) {
  const problem = useProblem();
  return (
    <Form method="post" className="form" noValidate>
      <FormKey name={removed ? "remise" : "retrait"} early="mot" />
      <input type="hidden" name="retirer" value={removed ? "non" : "oui"} />
      <ProblemSummary problem={problem} />
      <p>{removed ? "Tout le monde la lira de nouveau, telle qu’elle était." : "Elle disparaît pour tout le monde, sauf la personne qui l’a lancée et le comité. Vous pourrez la remettre en place."}</p>
      <TextArea
        name="mot"
        label="Un mot pour la personne qui l’a lancée"
        hint="Elle le lira avec la décision, signé du comité. Personne d’autre ne le voit."
        rows={4}
        maxLength={MAX_WORD}
        defaultValue={problem?.values?.mot}
        error={problem?.fields?.mot}
      />
      <Acts>
        <Button look={removed ? "main" : "danger"}>{removed ? "Remettre en place" : "Retirer la discussion"}</Button>
        <ButtonLink look="quiet" to={leadPath(threadId)}>
          Ne rien changer
        </ButtonLink>
      </Acts>
    </Form>
  );
}
