import { Field, type FieldText } from "./field";

type CodeInputProps = FieldText & { name: string; defaultValue?: string; digits?: number; autoFocus?: boolean };

/**
 * One box for a code received elsewhere: it can be pasted whole, spaces and
 * all, and filled by the phone.
 */
export function CodeInput({ name, defaultValue, digits = 6, autoFocus, ...text }: CodeInputProps) {
  return (
    <Field {...text} name={name}>
      {(described) => (
        <input
          {...described}
          className="input code-input"
          type="text"
          name={name}
          defaultValue={defaultValue}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={digits * 2}
          autoFocus={autoFocus}
          required
        />
      )}
    </Field>
  );
}
