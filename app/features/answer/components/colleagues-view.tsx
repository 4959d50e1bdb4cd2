import { Form } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { Select } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { Choice } from "../model";
import type { colleaguesPage } from "../pages.server";

type PageData = Awaited<ReturnType<typeof colleaguesPage>>;

const SAID = { collegue: "C’est noté. La personne en est avertie par courriel, et peut l’annuler.", retrait: "Cette réponse est retirée." };
const NOBODY = { committee: "Aucune réponse n’a été donnée pour quelqu’un d’autre.", manager: "Personne d’autre de votre organisation n’est membre pour le moment." };
const LEADS = {
  committee: "Quelqu’un a répondu de vive voix ou par téléphone? Inscrivez sa réponse ici. La personne l’apprend, et décide encore.",
  manager: "Les personnes de votre organisation, et ce qu’elles ont répondu. Qui a répondu décide encore.",
};
const said: Record<Choice, string> = { oui: "Participe", "peut-etre": "Peut-être", non: "Ne peut pas" };
const CHOICES = Object.entries(said).map(([value, label]) => ({ value, label }));

/** For a manager: what the people of the own organisation answered, and answering for those who have not. */
export function ColleaguesView({ page }: { page: PageData }) {
  const { meetingId, title, colleagues, everybody } = page;
  const shown = everybody ? colleagues.filter(({ by }) => by !== null) : colleagues;
  return (
    <>
      <PageHeader title="Répondre pour une personne" facts={title} back={{ to: `/moments/${meetingId}`, label: "Le Moment d’échange" }} lead={LEADS[everybody ? "committee" : "manager"]} />
      <Done sentences={SAID} />
      {shown.length === 0 ? <p className="soft">{NOBODY[everybody ? "committee" : "manager"]}</p> : null}
      <Yarn tight>
        {shown.map((colleague) => (
          <ColleagueItem key={colleague.id} meetingId={meetingId} colleague={colleague} undoes={colleague.mine || (everybody && colleague.by !== null)} />
        ))}
      </Yarn>
      <AnswerFor page={page} />
    </>
  );
}

function ColleagueItem({ meetingId, colleague: { id, name, title, choice, waits, where, mine, by }, undoes }: { meetingId: number; colleague: PageData["colleagues"][number]; undoes: boolean }) {
  const words = choice === null ? "Pas encore de réponse" : [waits ? "En attente d’une place" : said[choice], where].filter(Boolean).join(", ");
  return (
    <YarnItem knot={choice === null ? "loose" : choice === "non" ? "event" : "done"}>
      <p className="yarn-title">{name}</p>
      <p className="yarn-note">{[title, words, mine ? "réponse donnée par vous" : by ? `réponse donnée par ${by}` : null].filter(Boolean).join(" · ")}</p>
      {undoes ? (
        <Form method="post" action={`/moments/${meetingId}/collegues/${id}/retrait`} className="row small">
          <FormKey name={`retrait-${id}`} />
          <Button look="quiet" small>
            Annuler cette réponse<span className="visually-hidden"> pour {name}</span>
          </Button>
        </Form>
      ) : null}
    </YarnItem>
  );
}

function AnswerFor({ page: { meetingId, sittings, colleagues } }: { page: PageData }) {
  const problem = useProblem();
  const kept = problem?.values ?? {};
  const free = colleagues.filter(({ own }) => !own).map(({ id, name, title }) => ({ value: String(id), label: title ? `${name}, ${title}` : name }));
  if (free.length === 0) return null;
  if (sittings.length === 0) return <p className="soft">La période de réponse est terminée.</p>;
  return (
    <Form method="post" action={`/moments/${meetingId}/collegues`} className="form section" noValidate>
      <FormKey name="collegue" />
      <ProblemSummary problem={problem} />
      <Select name="personne" label="Pour qui" defaultValue={kept.personne} error={problem?.fields?.personne} options={[{ value: "", label: "Choisissez une personne" }, ...free]} />
      {sittings.length > 1 ? (
        <Select name="rencontre" label="Rencontre" defaultValue={kept.rencontre} error={problem?.fields?.rencontre} options={sittings} />
      ) : (
        <input type="hidden" name="rencontre" value={sittings[0]?.value ?? ""} />
      )}
      <RadioGroup name="choix" label="Réponse" defaultValue={kept.choix ?? "oui"} error={problem?.fields?.choix} choices={CHOICES} />
      <Button>Répondre pour cette personne</Button>
    </Form>
  );
}
