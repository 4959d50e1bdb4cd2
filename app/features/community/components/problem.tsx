import { useActionData } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { ErrorSummary } from "~/ui/error-summary";

/** What stopped the form that was just posted to this page, if anything did. */
export const useProblem = (): Problem | undefined => (useActionData() as { problem?: Problem } | undefined)?.problem;

/** The summary over a form. A field named "list.2" is a line of the field "list", and is told there. */
export function ProblemSummary({ problem }: { problem: Problem | undefined }) {
  if (!problem) return null;
  const fields = Object.entries(problem.fields ?? {}).filter(([name]) => !name.includes("."));
  return (
    <ErrorSummary
      title={fields.length > 0 ? "Il reste à corriger" : "Ce n’est pas fait"}
      problems={fields.map(([name, message]) => ({ name, message }))}
      general={fields.length > 0 ? [] : [problem.sentence]}
    />
  );
}
