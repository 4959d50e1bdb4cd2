import { Form, Link } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Select } from "~/ui/field";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { pollsPage, requestPage } from "../desk-pages.server";
import { pollsPath } from "../model";
import { PollTag } from "./poll-tags";
import { RequestFields } from "./request-fields";

type PageData = Awaited<ReturnType<typeof pollsPage>>;

/** The dates that are sought for a meeting, pole by pole. */
export function PollList({ page: { polls } }: { page: PageData }) {
  return (
    <Yarn>
      {polls.map(({ id, to, pole, state, note }) => (
        <YarnItem key={id} knot={state === "chosen" ? "done" : state === "open" ? "planned" : state === "dropped" ? "event" : "loose"}>
          <p className="yarn-title">
            <Link to={to}>{pole ?? "Sans pôle en particulier"}</Link> <PollTag state={state} />
          </p>
          <p className="yarn-note">{note}</p>
        </YarnItem>
      ))}
    </Yarn>
  );
}

export function StartForm({ page: { meetingId, poles, organisations, values, asked } }: { page: PageData }) {
  const problem = useProblem();
  return (
    <Form method="post" action={pollsPath(meetingId)} className="form" noValidate>
      <FormKey name="recherche" early="note" />
      <ProblemSummary problem={problem} />
      {poles.length > 0 ? <Select name="pole" label="Pôle" defaultValue={problem?.values?.pole} error={problem?.fields?.pole} options={[{ value: "", label: "Aucun en particulier" }, ...poles]} /> : null}
      <RequestFields problem={problem} values={values} organisations={organisations} asked={asked} />
      <p className="soft">Rien ne paraît encore{"\u00a0"}: vous proposerez d’abord des heures.</p>
      <Button>Commencer</Button>
    </Form>
  );
}

export function RequestForm({ page: { desk, organisations, values, asked } }: { page: Awaited<ReturnType<typeof requestPage>> }) {
  const problem = useProblem();
  return (
    <Form method="post" action={`${desk}/demande`} className="form" noValidate>
      <FormKey name="demande" early="note" />
      <input type="hidden" name="avant" value={values.avant} />
      <ProblemSummary problem={problem} />
      <RequestFields problem={problem} values={values} organisations={organisations} asked={asked} />
      <Button>Enregistrer</Button>
    </Form>
  );
}
