import type { InputHTMLAttributes, ReactNode } from "react";
import { FieldError, fieldId } from "./field";

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "className" | "style" | "name"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
};

/** One box and its words; the whole line is the target. */
export function Checkbox({ name, label, hint, error, id = fieldId(name), ...input }: CheckboxProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      <div className="choice">
        <input
          {...input}
          type="checkbox"
          name={name}
          id={id}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
        />
        <span>
          <label htmlFor={id}>{label}</label>
          {hint ? (
            <span className="choice-hint" id={`${id}-hint`}>
              {hint}
            </span>
          ) : null}
        </span>
      </div>
    </div>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode };

type RadioGroupProps = {
  name: string;
  label: ReactNode;
  choices: readonly Choice[];
  hint?: ReactNode;
  error?: ReactNode;
  defaultValue?: string;
  required?: boolean;
};

/** A question with one answer. The first choice has the field's id, for error summaries. */
export function RadioGroup({ name, label, choices, hint, error, defaultValue, required }: RadioGroupProps) {
  const id = fieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className="field" aria-describedby={described || undefined}>
      <legend className="label">{label}</legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {choices.map((choice, index) => {
        const own = index === 0 ? id : `${id}-${index}`;
        return (
          <div className="choice" key={choice.value}>
            <input
              type="radio"
              name={name}
              id={own}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              required={required}
              aria-describedby={choice.hint ? `${own}-hint` : undefined}
            />
            <span>
              <label htmlFor={own}>{choice.label}</label>
              {choice.hint ? (
                <span className="choice-hint" id={`${own}-hint`}>
                  {choice.hint}
                </span>
              ) : null}
            </span>
          </div>
        );
      })}
    </fieldset>
  );
}
