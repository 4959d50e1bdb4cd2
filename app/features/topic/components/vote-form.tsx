import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { topicPath } from "../model";

type Props = { id: number; name: string; mine: boolean; /** Votes that are left to give. */ votes: number; from: "liste" | "sujet"; anew?: boolean };

/** One's vote for a topic, or the taking back of it. */
export function VoteForm({ id, name, mine, votes, from, anew }: Props) {
  if (!mine && votes <= 0) return from === "sujet" ? <p className="soft">Vos cinq votes sont donnés. Retirez-en un pour demander celui-ci.</p> : null;
  return (
    <Form method="post" action={`${topicPath(id)}/vote`} preventScrollReset>
      <FormKey name={`vote-${id}`} />
      <input type="hidden" name="vote" value={mine ? "non" : "oui"} />
      <input type="hidden" name="retour" value={from} />
      <Button look={mine ? "quiet" : from === "sujet" ? "main" : "plain"} small={from === "liste"}>
        {mine ? "Retirer mon vote" : anew ? "Le demander de nouveau" : "Je le demande"}
        {from === "liste" ? <span className="visually-hidden">{`\u00a0: ${name}`}</span> : null}
      </Button>
    </Form>
  );
}
