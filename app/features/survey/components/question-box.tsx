import type { ReactNode } from "react";
import { FieldError, fieldId } from "~/ui/field";
import { fieldOf, type Question } from "../question/model";

export type QuestionProps = { question: Question; values: Readonly<Record<string, string>>; error: string | undefined };

/** A question made of several fields, under one name that errors lead to. */
export function QuestionBox({ question, error, hint, children }: QuestionProps & { hint?: string; children: ReactNode }) {
  const id = fieldId(fieldOf(question.id));
  const told = question.hint || hint;
  const described = [told && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={described || undefined}>
      <legend className="label">
        {question.label}
        {question.required ? <span className="label-aside"> obligatoire</span> : null}
      </legend>
      {told ? (
        <p className="hint" id={`${id}-hint`}>
          {told}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {children}
    </fieldset>
  );
}
