import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { Select, type Option } from "~/ui/field";
import { Yarn, YarnItem } from "~/ui/yarn";

type Holder = { id: number; name: string; title: string; state: string; organisations: string[] };
type Role = "administrator" | "committee";

type HoldersProps = { role: Role; title: string; empty: string; people: readonly Holder[] };

/** Those who hold a role, each with the way to withdraw it. */
export function RoleHolders({ role, title, empty, people }: HoldersProps) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {people.length === 0 ? <p className="soft">{empty}</p> : null}
      <Yarn tight>
        {people.map((person) => (
          <YarnItem key={person.id} knot={person.state === "paused" ? "planned" : "event"}>
            <p className="yarn-title">{person.name}</p>
            <p className="yarn-note">{[person.title, ...person.organisations].filter(Boolean).join(", ")}</p>
            {person.state === "paused" ? <p className="yarn-note">En pause.</p> : null}
            <Form method="post" action="/administration/roles/retrait" preventScrollReset>
              <FormKey name={`retrait-${role}-${person.id}`} />
              <input type="hidden" name="member" value={person.id} />
              <input type="hidden" name="role" value={role} />
              <Button look="quiet" small>
                Retirer ce rôle<span className="visually-hidden"> à {person.name}</span>
              </Button>
            </Form>
          </YarnItem>
        ))}
      </Yarn>
    </section>
  );
}

/** Gives one role to one person. */
export function GrantRoleForm({ candidates }: { candidates: readonly Option[] }) {
  const refused = useProblem();
  // What stopped a withdrawal is no matter of this form.
  const problem = refused?.fields ? refused : undefined;
  const values = problem?.values;
  return (
    <Form method="post" action="/administration/roles" className="section form" noValidate>
      <FormKey name="role" />
      <h2>Donner un rôle</h2>
      <Select
        name="member"
        label="Personne"
        defaultValue={values?.member ?? ""}
        error={problem?.fields?.member}
        options={[{ value: "", label: "Choisir une personne" }, ...candidates]}
      />
      <RadioGroup
        name="role"
        label="Rôle"
        defaultValue={values?.role ?? "committee"}
        error={problem?.fields?.role}
        choices={[
          { value: "committee", label: "Comité de travail", hint: "Invite les personnes, tient la liste des membres et des organisations, anime." },
          { value: "administrator", label: "Administration", hint: "Règle l’outil et donne les rôles. Ne fait pas le travail du comité." },
        ]}
      />
      <Button>Donner ce rôle</Button>
    </Form>
  );
}

/** What stopped the last change, over both lists. */
export function RoleProblem() {
  return <ProblemSummary problem={useProblem()} />;
}
