import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { AskedActs } from "~/features/member/components/own-place";

/** Asks before an invitation is withdrawn. */
export function RevocationForm() {
  return (
    <Form method="post" className="form" reloadDocument>
      <ProblemSummary problem={useProblem()} />
      <div className="prose">
        <p>Le lien reçu par courriel ne servira plus. La personne n’en est pas avertie. Vous pourrez l’inviter de nouveau.</p>
      </div>
      <AskedActs keyName="revocation" verb="Retirer l’invitation" danger back={{ to: "/comite/invitations", label: "Ne rien changer" }} />
    </Form>
  );
}
