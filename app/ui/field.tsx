import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { Shape } from "./shape";

/** The id a field of that name has, for labels and the links of an error summary. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

export type FieldText = {
  label: ReactNode;
  /** Small words after the label, such as "facultatif". */
  labelAside?: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
};

type Described = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

type FieldProps = FieldText & { name: string; id?: string; children: (input: Described) => ReactNode };

/** A label, a hint, an error beside the field, and the field, tied to one another. */
export function Field({ name, id = fieldId(name), label, labelAside, hint, error, children }: FieldProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {labelAside ? <span className="label-aside"> {labelAside}</span> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="error" id={id}>
      <Shape name="cut" />
      <span>{children}</span>
    </p>
  );
}

type Bare = "className" | "style" | "name";
type TextFieldProps = FieldText &
  Omit<InputHTMLAttributes<HTMLInputElement>, Bare> & { name: string; short?: boolean };

export function TextField({ name, id, label, labelAside, hint, error, short, ...input }: TextFieldProps) {
  return (
    <Field {...{ name, id, label, labelAside, hint, error }}>
      {(described) => (
        <input type="text" {...input} {...described} name={name} className={short ? "input input-short" : "input"} />
      )}
    </Field>
  );
}

type TextAreaProps = FieldText & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Bare> & { name: string };

export function TextArea({ name, id, label, labelAside, hint, error, ...input }: TextAreaProps) {
  return (
    <Field {...{ name, id, label, labelAside, hint, error }}>
      {(described) => <textarea rows={5} {...input} {...described} name={name} className="input" />}
    </Field>
  );
}

export type Option = { value: string; label: string };
type SelectProps = FieldText &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, Bare> & { name: string; options: readonly Option[] };

export function Select({ name, id, label, labelAside, hint, error, options, ...input }: SelectProps) {
  return (
    <Field {...{ name, id, label, labelAside, hint, error }}>
      {(described) => (
        <select {...input} {...described} name={name} className="input">
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
