import type { Ref } from "react";
import { Field, type FieldText } from "./field";

type CodeInputProps = FieldText & {
  name: string;
  defaultValue?: string;
  /** How many signs the code has; spaces between them are let in. */
  signs?: number;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
};

/**
 * One box for a code received elsewhere, made of letters and digits: it can be
 * pasted whole, spaces and all, and filled by the phone.
 */
export function CodeInput({ name, defaultValue, signs = 6, autoFocus, inputRef, ...text }: CodeInputProps) {
  return (
    <Field {...text} name={name}>
      {(described) => (
        <input
          {...described}
          ref={inputRef}
          className="input code-input"
          type="text"
          name={name}
          defaultValue={defaultValue}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={signs * 4}
          autoFocus={autoFocus}
          required
        />
      )}
    </Field>
  );
}
