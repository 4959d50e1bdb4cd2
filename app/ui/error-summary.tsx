import { useEffect, useRef } from "react";
import { fieldId } from "./field";

export type FieldProblem = { name: string; message: string };

type ErrorSummaryProps = {
  title: string;
  problems: readonly FieldProblem[];
  /** Problems that belong to no field. */
  general?: readonly string[];
};

/**
 * What stopped the form, each line a link to its field. It takes the focus
 * when it appears: by the autofocus attribute without JavaScript, by the
 * effect after a client-side navigation.
 */
export function ErrorSummary({ title, problems, general = [] }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const count = problems.length + general.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count, problems]);
  if (count === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box} autoFocus>
      <h2>{title}</h2>
      <ul>
        {general.map((message) => (
          <li key={message}>{message}</li>
        ))}
        {problems.map((problem) => (
          <li key={problem.name}>
            <a href={`#${fieldId(problem.name)}`}>{problem.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
