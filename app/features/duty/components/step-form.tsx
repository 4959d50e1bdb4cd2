import { Form } from "@remix-run/react";
import { useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { Select, TextArea, TextField, type Option } from "~/ui/field";
import { BLANKS, MAX_MESSAGE, MAX_TASK } from "../kit/model";

type Values = Partial<Record<string, string>>;
type Props = { action: string; name: string; verb: string; roles: readonly Option[]; values?: Values; message?: boolean; version?: number };

const SIDES = [
  { value: "avant", label: "avant la rencontre" },
  { value: "apres", label: "après la rencontre" },
];

/** What is to be done, by which role, and how many days before or after. */
export function TaskForm({ action, name, verb, roles, values = {}, message = false, version }: Props) {
  const problem = useProblem();
  const field = (one: string) => ({ name: one, error: problem?.fields?.[one], defaultValue: problem?.values?.[one] ?? values[one] });
  return (
    <Form method="post" action={action} className="form" noValidate>
      <FormKey name={name} />
      {version === undefined ? null : <input type="hidden" name="version" value={String(version)} />}
      <TextField {...field("titre")} label="Ce qu’il y a à faire" maxLength={MAX_TASK} autoComplete="off" required />
      <TextField {...field("jours")} label="Combien de jours" short inputMode="numeric" maxLength={3} hint={"0\u00a0: le jour même."} autoComplete="off" required />
      <RadioGroup name="sens" label="Quand" choices={SIDES} defaultValue={problem?.values?.sens ?? values.sens ?? "avant"} error={problem?.fields?.sens} />
      <Select {...field("role")} label="Qui s’en occupe" options={roles} />
      {message ? <TextArea {...field("message")} label="Message prêt" labelAside="facultatif" rows={8} maxLength={MAX_MESSAGE} hint={<BlankHint />} /> : null}
      <Button look={message ? "main" : "plain"}>{verb}</Button>
    </Form>
  );
}

const BlankHint = () => (
  <>
    Ces mots se remplissent d’eux-mêmes{"\u00a0"}:{" "}
    {Object.entries(BLANKS).map(([blank, becomes], index) => (
      <span key={blank}>
        {index > 0 ? ", " : ""}
        <code>{`{${blank}}`}</code> ({becomes})
      </span>
    ))}
    .
  </>
);
