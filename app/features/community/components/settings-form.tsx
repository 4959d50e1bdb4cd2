import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import { Select, type Option } from "~/ui/field";
import { CommunityFields } from "./community-fields";
import { ProblemSummary, useProblem } from "./problem";

type Props = {
  values: Record<string, string>;
  organisations: readonly Option[];
  /** The form's hidden key. */
  children: ReactNode;
};

export function SettingsForm({ values: known, organisations, children }: Props) {
  const problem = useProblem();
  const values = { ...known, ...problem?.values };
  return (
    <Form method="post" className="form" noValidate>
      {children}
      <ProblemSummary problem={problem} />
      <CommunityFields
        values={values}
        problem={problem}
        organisation={
          <Select
            name="organisation"
            defaultValue={values.organisation}
            error={problem?.fields?.organisation}
            label="Organisation qui en répond"
            hint="Elle répond des renseignements confiés à la communauté."
            options={organisations}
          />
        }
      />
      <Button>Enregistrer</Button>
    </Form>
  );
}
