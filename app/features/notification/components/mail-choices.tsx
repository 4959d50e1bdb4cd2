import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { FieldError, fieldId, Select } from "~/ui/field";
import { MAILED, MAILED_KINDS, rhythmsFor, type Rhythm } from "../model";
import type { choicesPage } from "../pages.server";

type Choices = Awaited<ReturnType<typeof choicesPage>>;

const RHYTHMS: Record<Rhythm, string> = { "at-once": "Un courriel dès que cela arrive", weekly: "Dans le résumé", none: "Aucun courriel" };

/** What one is written about, and when. */
export function MailChoices({ rhythms, times, week, summaryHours, quietHours, email, member }: Choices) {
  const problem = useProblem();
  const values = problem?.values;
  const field = (name: string, known: string) => ({ name, defaultValue: values?.[name] ?? known, error: problem?.fields?.[name] });
  const ticked = (name: string, known: readonly number[]) => ({ name, error: problem?.fields?.[name], ticked: values ? (values[name] ?? "").split(" ") : known.map(String) });
  const orNone = [{ value: "", label: "–" }, ...quietHours];
  return (
    <Form method="post" className="form" noValidate>
      <FormKey name="courriels" />
      <ProblemSummary problem={problem} />
      <p className="hint">
        Ils sont envoyés à {email} et ne disent jamais le titre ni le texte d’une discussion. Ce que vous avez déjà lu n’y est pas.
      </p>
      {MAILED_KINDS.filter((kind) => member || kind !== "news").map((kind) => (
        <Select key={kind} {...field(kind, rhythms[kind])} label={MAILED[kind].label} options={rhythmsFor(kind).map((value) => ({ value, label: RHYTHMS[value] }))} />
      ))}
      {member ? null : <input type="hidden" name="news" value="none" />}
      <Days {...ticked("jours", times.summaryDays)} label="Jours du résumé" hint="Il commence par ce qui vous concerne, et n’est pas envoyé quand il n’y a rien de nouveau." week={week} />
      <Select {...field("heure", String(times.summaryMinute))} label="Heure du résumé" options={summaryHours} />
      <Select {...field("calme-de", String(times.quietFrom ?? ""))} label="Heures calmes, à partir de" labelAside="(facultatif)" hint="Un courriel qui viendrait pendant ces heures attend leur fin. Rien n’est perdu." options={orNone} />
      <Select {...field("calme-a", String(times.quietUntil ?? ""))} label="Heures calmes, jusqu’à" labelAside="(facultatif)" options={orNone} />
      <Days {...ticked("conges", times.daysOff)} label="Jours sans courriel" hint="Ce qui viendrait ces jours-là attend le jour suivant." week={week} />
      <Button>Enregistrer</Button>
    </Form>
  );
}

type DaysProps = { name: string; label: string; hint: string; error: string | undefined; ticked: readonly string[]; week: Choices["week"] };

function Days({ name, label, hint, error, ticked, week }: DaysProps) {
  const id = fieldId(name);
  return (
    <fieldset className="field" aria-describedby={[`${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")}>
      <legend className="label">{label}</legend>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      <div className="days">
        {week.map(({ value, label: day }, index) => (
          <div className="choice" key={value}>
            <input type="checkbox" name={name} value={value} id={index === 0 ? id : `${id}-${value}`} defaultChecked={ticked.includes(value)} />
            <label htmlFor={index === 0 ? id : `${id}-${value}`}>{day}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
