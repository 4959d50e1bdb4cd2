import { Checkbox } from "~/ui/choice";
import { Disclosure } from "~/ui/disclosure";
import { FieldError } from "~/ui/field";
import { FEWEST_CHOICES, MAX_CHOICE, MOST_CHOICES } from "../model";

type Props = { values: Record<string, string | undefined>; errors: Record<string, string> };

/** A quick poll in one gesture: the message asks, and each line is a choice. */
export function PollFields({ values, errors }: Props) {
  return (
    <Disclosure summary="Proposer un choix (sondage rapide)" open={Boolean(values.choix || errors.choix)}>
      <div className="stack">
        <div className="field">
          <label className="label" htmlFor="field-choix">
            Choix, un par ligne
          </label>
          <p className="hint" id="field-choix-hint">
            De {FEWEST_CHOICES} à {MOST_CHOICES} choix. Votre message pose la question; chaque vote se voit avec le nom de la personne.
          </p>
          {errors.choix ? <FieldError id="field-choix-error">{errors.choix}</FieldError> : null}
          <textarea
            className="input"
            id="field-choix"
            name="choix"
            rows={4}
            maxLength={MOST_CHOICES * (MAX_CHOICE + 2)}
            defaultValue={values.choix}
            aria-describedby={errors.choix ? "field-choix-error field-choix-hint" : "field-choix-hint"}
            aria-invalid={errors.choix ? true : undefined}
          />
        </div>
        <Checkbox name="plusieurs" value="oui" defaultChecked={values.plusieurs === "oui"} label="On peut choisir plusieurs réponses" />
      </div>
    </Disclosure>
  );
}
