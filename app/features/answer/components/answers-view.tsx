import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { plural } from "~/kit/format";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { TextArea } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { answersPage } from "../overview.server";
import { MAX_QUESTION, MAX_QUESTIONS } from "../model";

type PageData = Awaited<ReturnType<typeof answersPage>>;
type Sitting = PageData["sittings"][number];

const SAID = { appel: "Les invitations à répondre partent par courriel.", questions: "Les questions sont enregistrées. Qui participe les voit sous sa réponse." };

/** Who comes, sitting by sitting: for the committee, on the screen and on paper. */
export function AnswersView({ page }: { page: PageData }) {
  const { id, title, sittings, refused, refusals, silent, silentCount, open } = page;
  return (
    <>
      <PageHeader title="Les réponses" facts={title} back={{ to: `/comite/moments/${id}`, label: "Préparer" }} />
      <Done sentences={SAID} />
      <Yarn>
        {sittings.map((sitting) => (
          <YarnItem key={sitting.id} knot={sitting.state === "held" ? "done" : sitting.state === "planned" ? "planned" : "event"}>
            <SittingAnswers meetingId={id} sitting={sitting} />
          </YarnItem>
        ))}
      </Yarn>
      <section className="section" aria-labelledby="autres">
        <h2 id="autres">Les autres</h2>
        <p>{plural(refused, "personne a répondu qu’elle ne peut pas", "personnes ont répondu qu’elles ne peuvent pas")}{refusals ? `\u00a0: ${refusals}` : ""}.</p>
        {open ? (
          <p className="screen-only">
            <Link to={`/moments/${id}/collegues`}>Répondre pour une personne qui l’a dit de vive voix</Link>
          </p>
        ) : null}
        {silentCount > 0 ? (
          <Disclosure summary={plural(silentCount, "personne n’a pas encore répondu", "personnes n’ont pas encore répondu")}>
            <p className="soft">Le comité seul voit ces noms.</p>
            <ul className="plain-list stack" role="list">
              {silent.map(({ organisation, names }) => (
                <li key={organisation}>
                  <b>{organisation}</b>
                  {"\u00a0"}: {names.join(", ")}
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : (
          <p>Tout le monde a répondu.</p>
        )}
      </section>
      <Call page={page} />
      <Questions page={page} />
    </>
  );
}

function SittingAnswers({ meetingId, sitting: { id, name, when, state, seats, coming, groups, guests, offered, waiting, maybe, replies } }: { meetingId: number; sitting: Sitting }) {
  return (
    <>
      <h2 className="yarn-title">{name}</h2>
      <p className="yarn-note">{[when, state === "cancelled" ? "annulée" : state === "postponed" ? "reportée" : null].filter(Boolean).join(" · ")}</p>
      <p>
        <b>{plural(coming, "personne inscrite", "personnes inscrites")}</b>
        {seats ? ` · ${seats}` : null}
      </p>
      {groups.map(({ organisation, people }) => (
        <p key={organisation} className="small">
          {organisation}
          {"\u00a0"}: {people.map(withBy).join(", ")}
        </p>
      ))}
      {guests.length > 0 ? <p className="small">Sans compte{"\u00a0"}: {guests.join(" · ")}</p> : null}
      {state === "planned" ? (
        <p className="small screen-only">
          <Link to={`/moments/${meetingId}/rencontres/${id}/invites`}>Inscrire une personne sans compte<span className="visually-hidden"> ({name})</span></Link>
        </p>
      ) : null}
      {offered.length > 0 ? <p className="small">Une place est gardée pour{"\u00a0"}: {offered.map(withBy).join(", ")}</p> : null}
      {waiting.length > 0 ? <p className="small">Liste d’attente, dans l’ordre{"\u00a0"}: {waiting.map(withBy).join(", ")}</p> : null}
      {maybe.length > 0 ? <p className="small">Peut-être{"\u00a0"}: {maybe.map(withBy).join(", ")}</p> : null}
      {replies.length > 0 ? (
        <Disclosure summary={plural(replies.length, "réponse à vos questions", "réponses à vos questions")}>
          <dl className="facts">
            {replies.map((person) => (
              <div key={person.name}>
                <dt>{person.name}</dt>
                {person.replies.map(({ label, body }) => (
                  <dd key={label}>
                    {label} <b>{body}</b>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
    </>
  );
}

const withBy = ({ name, by }: { name: string; by: string | null }): string => (by ? `${name} (par ${by})` : name);

function Call({ page: { id, opened, open, uncalled } }: { page: PageData }) {
  if (!opened) return <p className="section soft">On pourra répondre quand ce Moment d’échange sera ouvert à la communauté.</p>;
  if (!open) return null;
  return (
    <Form method="post" action={`/comite/moments/${id}/appel`} className="section stack screen-only">
      <FormKey name="appel" />
      <h2>Inviter à répondre</h2>
      {uncalled > 0 ? (
        <>
          <p>Un courriel avec les dates, les lieux et trois liens{"\u00a0"}: je participe, peut-être, je ne peux pas. Chaque personne le reçoit une seule fois.</p>
          <Button>{`Écrire à ${plural(uncalled, "personne", "personnes")}`}</Button>
        </>
      ) : (
        <p>Toutes les personnes qui n’ont pas répondu ont reçu l’invitation. Un seul rappel part de lui-même, trois jours avant la date limite.</p>
      )}
    </Form>
  );
}

function Questions({ page: { id, questions } }: { page: PageData }) {
  const problem = useProblem();
  return (
    <Form method="post" action={`/comite/moments/${id}/reponses`} className="form section screen-only" noValidate>
      <FormKey name="questions" />
      <h2>Questions aux personnes inscrites</h2>
      <ProblemSummary problem={problem} />
      <TextArea
        name="questions"
        label="Une question par ligne"
        labelAside="facultatif"
        hint={`Repas, covoiturage, accessibilité${"\u00a0"}: ${MAX_QUESTIONS} questions au plus, de ${MAX_QUESTION} caractères. Retirer une question efface ses réponses.`}
        defaultValue={problem?.values?.questions ?? questions}
        error={problem?.fields?.questions}
        rows={4}
      />
      <Button look="plain">Enregistrer les questions</Button>
    </Form>
  );
}
