import { Form, Link } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { Done } from "~/features/community/components/done";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Select, TextField } from "~/ui/field";
import { Tag } from "~/ui/tag";
import { MAX_REPLY, refusalOptions } from "../model";
import type { AnsweringPart } from "../pages.server";

const SAID = {
  inscription: "Votre inscription est faite. La confirmation arrive par courriel, avec ce qu’il faut pour votre calendrier.",
  attente: "Vous êtes sur la liste d’attente. Un courriel vous dira si une place se libère.",
  "peut-etre": "C’est noté\u00a0: peut-être.",
  non: "C’est noté. Merci d’avoir répondu.",
  raison: "C’est noté, sans votre nom.",
  retrait: "Cette réponse est retirée.",
  precisions: "Vos précisions sont notées. Le comité et les responsables de la rencontre les voient, personne d’autre.",
};

/** Over the dates: what the last act did, or why it did not. */
export function AnswerSaid() {
  const problem = useProblem();
  return (
    <>
      <Done sentences={SAID} />
      <ProblemSummary problem={problem} />
    </>
  );
}

/** Under the dates: the refusal that is for all of them, who answered for whom, and what is asked of those who come. */
export function AnswerPart({ part }: { part: AnsweringPart }) {
  return (
    <>
      <WholeAnswer part={part} />
      {part.by ? <AnsweredBy part={part} by={part.by} /> : null}
      {part.questions.length > 0 && part.may ? (
        <section className="section" aria-labelledby="precisions">
          <h2 id="precisions">Pour la préparation</h2>
          <RepliesForm meetingId={part.meetingId} questions={part.questions} />
        </section>
      ) : null}
      <RepliesRead replies={part.replies} refusals={part.refusals} />
      {part.manages && part.may ? (
        <p>
          <Link to={`/moments/${part.meetingId}/collegues`}>Répondre pour une personne de votre organisation</Link>
        </p>
      ) : null}
    </>
  );
}

/** For those who are responsible: what those who come have asked to be known. */
function RepliesRead({ replies, refusals }: Pick<AnsweringPart, "replies" | "refusals">) {
  if (replies.length === 0 && refusals === "") return null;
  return (
    <section className="section" aria-labelledby="a-prevoir">
      <h2 id="a-prevoir">À prévoir</h2>
      <p className="soft">Les responsables de cette rencontre et le comité le voient, personne d’autre.</p>
      {refusals ? <p>Raisons des personnes qui ne peuvent pas{"\u00a0"}: {refusals}.</p> : null}
      <ul className="plain-list stack" role="list">
        {replies.map(({ name, label, body }) => (
          <li key={`${name} ${label}`}>
            <b>{name}</b> · {label} {body}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why not, for whoever cares to say; it is read as numbers. */
function WhyNot({ part: { meetingId, refusal } }: { part: AnsweringPart }) {
  const options = refusal === null ? refusalOptions : refusalOptions.map((option) => (option.value === "" ? { ...option, label: "Retirer ce que j’ai dit" } : option));
  return (
    <Form method="post" action={`/moments/${meetingId}`} className="row why-not" preventScrollReset>
      <FormKey name="raison" />
      <input type="hidden" name="choix" value="non" />
      <Select name="raison" label="Pourquoi?" labelAside="facultatif" hint="Le comité et les responsables voient combien de personnes, jamais lesquelles." defaultValue={refusal ?? ""} options={options} />
      <Button look="plain" small>Le dire</Button>
    </Form>
  );
}

function WholeAnswer({ part }: { part: AnsweringPart }) {
  const { meetingId, sittings, choice, may } = part;
  const open = sittings.some((sitting) => sitting.open);
  if (choice === "non") {
    return (
      <>
        <p>
          <Tag tone="slate">Vous avez répondu que vous ne pouvez pas</Tag>{" "}
          {open && may ? <span className="soft">Vous pouvez encore changer d’idée, plus haut.</span> : null}
        </p>
        {open && may ? <WhyNot part={part} /> : null}
      </>
    );
  }
  if (!may || sittings.length < 2 || !open || sittings.some(({ mine }) => mine?.state === "coming" || mine?.state === "offered" || mine?.state === "waiting")) return null;
  return (
    <Form method="post" action={`/moments/${meetingId}`} className="row" preventScrollReset>
      <FormKey name="reponse-non" />
      <Button name="choix" value="non" look="plain" small>Je ne peux à aucune de ces dates</Button>
    </Form>
  );
}

function AnsweredBy({ part: { meetingId, choice }, by }: { part: AnsweringPart; by: string }) {
  return (
    <Form method="post" action={`/moments/${meetingId}/reponse/retrait`} className="row">
      <FormKey name="retrait-reponse" />
      <span>{choice === "oui" ? `Inscription faite par ${by}.` : `Réponse donnée par ${by}.`}</span>
      <Button look="plain" small>{choice === "oui" ? "Annuler cette inscription" : "Annuler cette réponse"}</Button>
    </Form>
  );
}

/** What the committee asks of those who come; posted to its own address, whose page is this form. */
export function RepliesForm({ meetingId, questions }: Pick<AnsweringPart, "meetingId" | "questions">) {
  const problem = useProblem();
  return (
    <Form method="post" action={`/moments/${meetingId}/precisions`} className="form" preventScrollReset>
      <FormKey name="precisions" />
      <p className="soft">Vous pouvez laisser vide. Le comité et les responsables de la rencontre lisent ces réponses, personne d’autre.</p>
      {questions.map(({ id, label, reply }) => (
        <div key={id}>
          <input type="hidden" name="question" value={String(id)} />
          <TextField name="reponse" id={`precision-${id}`} label={label} labelAside="facultatif" defaultValue={reply} error={questions.length === 1 ? problem?.fields?.reponse : undefined} maxLength={MAX_REPLY} autoComplete="off" />
        </div>
      ))}
      <Button look="plain">Enregistrer mes précisions</Button>
    </Form>
  );
}
