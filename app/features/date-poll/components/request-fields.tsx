import { Checkbox } from "~/ui/choice";
import { TextArea, TextField } from "~/ui/field";
import { Disclosure } from "~/ui/disclosure";
import type { Problem } from "~/kit/errors";
import { MAX_NOTE } from "../model";

type Props = {
  problem: Problem | undefined;
  values: Record<"note" | "limite", string>;
  organisations: readonly { value: string; label: string }[];
  asked: readonly number[];
};

/** Until when one may answer, whom it is asked of, and with which words. */
export function RequestFields({ problem, values, organisations, asked }: Props) {
  const field = (name: "note" | "limite") => ({ name, defaultValue: problem?.values?.[name] ?? values[name], error: problem?.fields?.[name] });
  const ticked = new Set(problem?.values?.organisations ? (JSON.parse(problem.values.organisations) as string[]) : asked.map(String));
  return (
    <>
      <TextField {...field("limite")} type="date" label="Répondre au plus tard le" hint="Jusqu’à la fin de ce jour." short required />
      <TextArea {...field("note")} label="Mot d’accompagnement" labelAside="facultatif" hint="Ce qu’il faut savoir pour répondre. Il paraît dans la page, pas dans le courriel." maxLength={MAX_NOTE} rows={3} />
      <Disclosure summary="À qui le demander" open={ticked.size > 0}>
        <fieldset className="field">
          <legend className="label">Organisations</legend>
          <p className="hint">Sans rien cocher, toute la communauté est invitée à répondre. Les autres personnes peuvent répondre aussi, sans être relancées.</p>
          {organisations.map(({ value, label }) => (
            <Checkbox key={value} name="organisation" id={`organisation-${value}`} value={value} label={label} defaultChecked={ticked.has(value)} />
          ))}
        </fieldset>
      </Disclosure>
    </>
  );
}
