import { TextField } from "~/ui/field";
import { MAX_NAME, MOST_PER_THREAD } from "../model";

type Props = { known: readonly string[]; values: Record<string, string | undefined>; errors: Record<string, string> };

export const topicFieldNames = Array.from({ length: MOST_PER_THREAD }, (_, index) => `sujet${index + 1}`);

/** Up to three topics, each chosen among those that exist or typed anew. */
export function TopicFields({ known, values, errors }: Props) {
  return (
    <fieldset className="field">
      <legend className="label">
        Sujets <span className="label-aside">(facultatif)</span>
      </legend>
      <p className="hint" id="sujets-hint">
        Trois au plus. Choisissez un sujet qui existe, ou écrivez-en un nouveau{"\u00a0"}: les majuscules et les accents ne font pas de différence.
      </p>
      <div className="fields-row">
        {topicFieldNames.map((name, index) => (
          <TextField key={name} name={name} label={`Sujet ${index + 1}`} list="sujets-connus" defaultValue={values[name]} error={errors[name]} maxLength={MAX_NAME} autoComplete="off" />
        ))}
      </div>
      <datalist id="sujets-connus">
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </fieldset>
  );
}
