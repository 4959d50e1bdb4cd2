import { Form } from "@remix-run/react";
import { useEffect, useRef, type FormEvent } from "react";
import { FormKey } from "~/features/shell/components/form-key";
import { messageActsPath } from "~/features/thread/model";
import { Button } from "~/ui/button";

export type PollShown = {
  single: boolean;
  people: string;
  ended: boolean;
  mayVote: boolean;
  mayClose: boolean;
  /** This person has chosen something. */
  voted: boolean;
  choices: { id: number; label: string; mine: boolean; count: string; by: string }[];
};

type Props = { threadId: number; messageId: number; poll: PollShown; /** Sends a form by script, where the page stays. */ send?: ((event: FormEvent<HTMLFormElement>) => void) | undefined; round: string };

/** A poll with one's own choice in it, who chose what, and its end. */
export function PollForm({ threadId, messageId, poll, send, round }: Props) {
  const { single, people, ended, mayVote, mayClose, voted, choices } = poll;
  const path = messageActsPath(threadId, messageId);
  const form = useRef<HTMLFormElement>(null);
  const inPlace = send !== undefined;
  const chosen = choices.filter(({ mine }) => mine).map(({ id }) => String(id)).join(" ");
  useEffect(() => {
    const boxes = [...(form.current?.querySelectorAll<HTMLInputElement>('input[name="choix"]') ?? [])];
    for (const box of boxes) box.checked = chosen.split(" ").includes(box.value);
    // The button that took the vote back went with it.
    if (inPlace && document.activeElement === document.body) boxes[0]?.focus();
  }, [chosen, inPlace]);
  return (
    <div className="stack poll-form" id="sondage">
      <Form method="post" action={`${path}/vote`} onSubmit={send} ref={form}>
        <FormKey name={`vote-${messageId}${round}`} />
        <fieldset className="field">
          <legend className="label">{mayVote ? (single ? "Votre choix" : "Vos choix") : "Sondage"}</legend>
          <p className="hint">
            {people}. {ended ? "Ce sondage est fermé." : "Les votes se voient avec les noms."}
          </p>
          {choices.map(({ id, label, mine, count, by }) => (
            <div className="choice" key={id}>
              {mayVote ? <input type={single ? "radio" : "checkbox"} name="choix" id={`choix-${id}`} value={id} required={single} defaultChecked={mine} aria-describedby={`choix-${id}-voix`} /> : null}
              <span>
                {mayVote ? <label htmlFor={`choix-${id}`}>{label}</label> : <span className="poll-choice">{label}</span>}
                <span className="choice-hint" id={`choix-${id}-voix`}>
                  {by ? `${count}\u00a0: ${by}` : count}
                </span>
              </span>
            </div>
          ))}
        </fieldset>
        {mayVote ? (
          <div className="acts">
            <Button small>{voted ? "Changer mon vote" : "Voter"}</Button>
            {voted ? (
              <Button look="quiet" small name="retrait" value="oui" formNoValidate>
                Retirer mon vote
              </Button>
            ) : null}
          </div>
        ) : null}
      </Form>
      {mayClose ? (
        <Form method="post" action={`${path}/fin-du-sondage`} onSubmit={send}>
          <FormKey name={`poll-end-${messageId}`} />
          <Button look="quiet" small>
            Fermer le sondage
          </Button>
        </Form>
      ) : null}
    </div>
  );
}
