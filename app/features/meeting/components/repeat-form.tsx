import { Form, Link, useActionData } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { ProblemSummary } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { TextField } from "~/ui/field";
import type { repeatPage } from "../plan-pages.server";

type Typed = { date: string[]; heure: string[]; lieu: string[] };

/** A line per pole that has no sitting yet; one without a date is left out. */
export function RepeatForm({ page: { id, hour, poles } }: { page: Awaited<ReturnType<typeof repeatPage>> }) {
  const problem = (useActionData() as { problem?: Problem } | undefined)?.problem;
  const typed = problem?.values?.lignes ? (JSON.parse(problem.values.lignes) as Typed) : null;
  if (poles.length === 0) {
    return (
      <EmptyState>
        Ce Moment d’échange a une rencontre dans chaque pôle. <Link to="/comite/poles">Voir les pôles</Link>
      </EmptyState>
    );
  }
  const lines = Object.entries(problem?.fields ?? {}).filter(([name]) => name.includes("."));
  const told = problem && lines.length > 0 ? { ...problem, fields: Object.fromEntries(lines.map(([name, text]) => [name.replace(".", "-"), text])) } : problem;
  return (
    <Form method="post" action={`/comite/moments/${id}/poles`} className="form" noValidate>
      <FormKey name="poles" />
      <ProblemSummary problem={told} />
      {poles.map((pole, line) => (
        <fieldset key={pole.id} className="field">
          <legend className="label">{pole.name}</legend>
          <input type="hidden" name="pole" value={String(pole.id)} />
          <div className="fields-row">
            <TextField
              name="date"
              id={line === 0 && problem?.fields?.date ? "field-date" : `field-date-${line}`}
              type="date"
              label={<>Date<span className="visually-hidden">, {pole.name}</span></>}
              defaultValue={typed?.date[line]}
              error={problem?.fields?.[`date.${line}`] ?? (line === 0 ? problem?.fields?.date : undefined)}
              short
            />
            <TextField name="heure" id={`field-heure-${line}`} type="time" step={300} label={<>Heure<span className="visually-hidden">, {pole.name}</span></>} defaultValue={typed?.heure[line] ?? hour} short />
          </div>
          <TextField name="lieu" id={`field-lieu-${line}`} label={<>Lieu<span className="visually-hidden">, {pole.name}</span></>} defaultValue={typed?.lieu[line]} maxLength={200} autoComplete="off" />
        </fieldset>
      ))}
      <Button>Répéter dans ces pôles</Button>
    </Form>
  );
}
