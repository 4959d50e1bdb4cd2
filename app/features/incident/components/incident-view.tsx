import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Select, TextArea, TextField } from "~/ui/field";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { FIELD_WORDS, RISK_WORDS, RISKS, type IncidentFields } from "../model";
import type { incidentPage } from "../pages.server";

type Page = Awaited<ReturnType<typeof incidentPage>>;

const LONG: readonly (keyof IncidentFields)[] = ["information", "circumstances", "reasoning", "measures"];
const ORDER = Object.keys(FIELD_WORDS) as (keyof IncidentFields)[];

/** The sheet of one incident, what was done, and each earlier wording. */
export function IncidentView({ page: { sheet, steps, past } }: { page: Page }) {
  return (
    <div className="stack">
      <SheetForm sheet={sheet} />
      <section className="stack">
        <h2>Ce qui a été fait</h2>
        <Yarn tight label="Étapes">
          {steps.map(({ key, what, who }) => (
            <YarnItem key={key}>
              <YarnText title={what} note={who} />
            </YarnItem>
          ))}
        </Yarn>
      </section>
      {past.length > 0 ? (
        <Disclosure summary={`Versions précédentes de la fiche (${past.length})`}>
          <ol className="stack" role="list">
            {past.map(({ version, who, information, circumstances, risk, reasoning, measures }) => (
              <li key={version}>
                <p className="soft">
                  Version {version}, {who}
                </p>
                <p>{[information, circumstances, risk, reasoning, measures].filter(Boolean).join(" – ")}</p>
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}
    </div>
  );
}

function SheetForm({ sheet }: Pick<Page, "sheet">) {
  const problem = useProblem();
  if (!sheet) return null;
  const valueOf = (name: keyof IncidentFields): string => problem?.values?.[name] ?? String(sheet[name] ?? "");
  return (
    <Form method="post" className="form" noValidate>
      <FormKey name={`fiche-${sheet.version}`} early="information circumstances reasoning measures" />
      <input type="hidden" name="version" value={sheet.version} />
      <ProblemSummary problem={problem} />
      {ORDER.map((name) => {
        const common = { name, ...FIELD_WORDS[name], error: problem?.fields?.[name], defaultValue: valueOf(name) };
        if (name === "risk") return <Select key={name} {...common} options={RISKS.map((value) => ({ value, label: RISK_WORDS[value] }))} />;
        if (LONG.includes(name)) return <TextArea key={name} {...common} rows={3} maxLength={4_000} />;
        return <TextField key={name} {...common} short={name === "persons"} inputMode={name === "persons" ? "numeric" : undefined} maxLength={300} autoComplete="off" />;
      })}
      <Button>Enregistrer la fiche</Button>
    </Form>
  );
}
