import { Field, type FieldText } from "~/ui/field";
import { FIELDS, keptFilesOf } from "../model";

type Props = Pick<FieldText, "label" | "labelAside" | "hint" | "error"> & { values: Record<string, string> | undefined };

/** One scanned page for the committee's papers; what was received before a refusal is not sent again. */
export function ScanField({ values, ...text }: Props) {
  return (
    <Field name={FIELDS.sent} {...text}>
      {(described) => (
        <>
          {keptFilesOf(values).map(({ id, name }) => (
            <p key={id}>
              <input type="hidden" name={FIELDS.ids} value={id} />
              Déjà reçue{"\u00a0"}: {name}
            </p>
          ))}
          <input className="input" type="file" name={FIELDS.sent} accept=".pdf,.png,.jpg,.jpeg,.webp" {...described} />
        </>
      )}
    </Field>
  );
}
