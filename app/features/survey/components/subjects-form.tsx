import { Form, Link } from "@remix-run/react";
import { plural } from "~/kit/format";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { TopicTag } from "~/features/topic/components/topic-tag";
import { topicPath, TOPICS } from "~/features/topic/model";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { buildPath } from "../model";
import type { resultsPage } from "../result/pages.server";
import type { Candidate, Candidates } from "../subject/model";

type Born = Awaited<ReturnType<typeof resultsPage>>["subjects"];

/** The subjects that came out of the answers, each with where it is: what answering was for. */
export function BornSubjects({ subjects }: { subjects: Born }) {
  if (subjects.length === 0) return null;
  return (
    <section className="section" aria-labelledby="sujets-venus">
      <h2 id="sujets-venus">Les sujets venus de ce sondage</h2>
      <ul className="survey-born" role="list">
        {subjects.map(({ id, name, state }) => (
          <li key={id}>
            <Link to={topicPath(id)}>{name}</Link> <TopicTag state={state} />
          </li>
        ))}
      </ul>
      <p className="page-note">
        <Link to={TOPICS}>Voter pour les sujets qui attendent</Link>
      </p>
    </section>
  );
}

const wanted = ({ people }: Candidate, said: string | null): string | undefined =>
  people === null ? undefined : `${plural(people, "personne", "personnes")}${said ? `\u00a0: «\u00a0${said}\u00a0»` : ""}`;

/** The committee chooses what of the answers becomes a subject. */
export function SubjectsForm({ id, candidates }: { id: number; candidates: readonly Candidates[] }) {
  const problem = useProblem();
  if (candidates.length === 0) return null;
  return (
    <Form method="post" action={`${buildPath(id)}/sujets`} className="section form" noValidate>
      <FormKey name="sujets" />
      <ProblemSummary problem={problem} />
      <h2>En faire des sujets</h2>
      <p>Ils rejoignent la liste des sujets avec le nombre de personnes qui les demandent ici, et sans le nom de personne.</p>
      {candidates.map(({ label, said, subjects }, question) => (
        <fieldset key={label} className="field survey-boxes">
          <legend className="label">{label}</legend>
          {subjects.map((subject, at) => (
            <Checkbox key={subject.name} name="sujet" id={`sujet-${question}-${at}`} label={subject.name} hint={wanted(subject, said)} value={subject.name} />
          ))}
        </fieldset>
      ))}
      <Button look="plain">En faire des sujets</Button>
    </Form>
  );
}
