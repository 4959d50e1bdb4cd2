import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice";

/** The one button of an invitation; without it, opening the page changes nothing. */
export function OpenInvitationForm({ other, children }: { other: string | null; children: ReactNode }) {
  const problem = useProblem();
  return (
    <Form method="post" className="form" reloadDocument>
      <ProblemSummary problem={problem} />
      {children}
      {other ? <p>Ce navigateur est en session au nom de {other}. Continuer ferme cette session.</p> : null}
      <Checkbox
        name="shared"
        value="oui"
        label="Cet appareil est partagé"
        hint="Votre session s’y fermera après 30 minutes sans activité."
      />
      <Button>Continuer vers l’inscription</Button>
    </Form>
  );
}
