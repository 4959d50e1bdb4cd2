import { Form } from "@remix-run/react";
import { Fragment } from "react";
import type { Problem } from "~/kit/errors";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { Select, TextArea, type Option } from "~/ui/field";

/** The sentence at the box, then one for each line that needs a hand. */
function AddressesError({ problem }: { problem: Problem | undefined }) {
  const lines = Object.entries(problem?.fields ?? {}).filter(([name]) => name.startsWith("addresses."));
  return (
    <>
      {problem?.fields?.addresses}
      {lines.map(([name, sentence]) => (
        <Fragment key={name}>
          <br />
          {sentence}
        </Fragment>
      ))}
    </>
  );
}

/** Invites one person or several. */
export function InviteForm({ organisations }: { organisations: readonly Option[] }) {
  const problem = useProblem();
  const values = problem?.values;
  return (
    <Form method="post" action="/comite/invitations" className="form" noValidate>
      <FormKey name="inviter" />
      <ProblemSummary problem={problem} />
      <TextArea
        name="addresses"
        label="Adresses courriel"
        hint="Une par ligne."
        rows={3}
        defaultValue={values?.addresses}
        error={problem?.fields?.addresses ? <AddressesError problem={problem} /> : undefined}
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Select
        name="organisation"
        label="Organisation"
        labelAside="(facultatif)"
        hint="Elle sera proposée à l’inscription."
        defaultValue={values?.organisation ?? ""}
        error={problem?.fields?.organisation}
        options={[{ value: "", label: "Chaque personne le dira" }, ...organisations]}
      />
      <Checkbox
        name="manager"
        value="oui"
        defaultChecked={values?.manager === "oui"}
        label="Gestionnaire de cette organisation"
        hint="Une personne gestionnaire répond pour les personnes de son organisation."
      />
      <Button>Inviter</Button>
    </Form>
  );
}
