import { Form, Link } from "@remix-run/react";
import { useDayNews } from "~/features/attendance/components/use-day-news";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Select, TextField, type Option } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import { followUpPath, followUpsPath, MAX_FOLLOW_UP } from "../model";
import type { followUpPage, followUpsPage } from "../pages.server";

type Page = Awaited<ReturnType<typeof followUpsPage>>;
type FollowUp = Page["open"][number];

const SAID = {
  suite: "La suite est notée, et la personne le sait.",
  modif: "La suite est modifiée.",
  fait: "C’est fait. Merci.",
  "a-faire": "La suite est de nouveau à faire.",
};

/** What is to be done after a meeting: by whom, until when. */
export function FollowUpsView({ page }: { page: Page }) {
  useDayNews(page.meetingId, page.stamp);
  const { meetingId, title, open, done, leads } = page;
  return (
    <>
      <PageHeader title="Suites" back={{ to: `/moments/${meetingId}`, label: title }} lead={"Ce qu’il reste à faire après la rencontre\u00a0: une personne, une date."} />
      <Done sentences={SAID} />
      {open.length + done.length === 0 ? <EmptyState>{leads ? "Aucune suite encore. Notez la première ci-dessous." : "Aucune suite n’est notée pour cette rencontre."}</EmptyState> : null}
      <List list={open} meetingId={meetingId} />
      {leads ? <NewFollowUp page={page} /> : null}
      {done.length > 0 ? (
        <section className="section" aria-labelledby="faites">
          <h2 id="faites">Faites</h2>
          <List list={done} meetingId={meetingId} />
        </section>
      ) : null}
    </>
  );
}

function List({ list, meetingId }: { list: FollowUp[]; meetingId: number }) {
  if (list.length === 0) return null;
  return (
    <Yarn>
      {list.map((one) => (
        <YarnItem key={one.id} knot={one.done ? "event" : "loose"} id={`suite-${one.id}`}>
          <p className="yarn-title">{one.body}</p>
          <p className="yarn-note">
            {one.who}, d’ici le {one.due} {one.done ? <Tag tone="moss">Fait</Tag> : null}
            {one.late ? <Tag tone="honey">La date est passée</Tag> : null}
          </p>
          <div className="row">
            {one.mayFinish ? (
              <Form method="post" action={`${followUpPath(meetingId, one.id)}/etat`}>
                <FormKey name={`etat-${one.id}-${one.done ? "fait" : "ouverte"}`} />
                <input type="hidden" name="etat" value={one.done ? "a-faire" : "fait"} />
                <Button look={one.done ? "quiet" : "plain"} small>
                  {one.done ? "Ce n’est pas fait" : "C’est fait"}
                  <span className="visually-hidden">{"\u00a0"}: {one.body}</span>
                </Button>
              </Form>
            ) : null}
            {one.to && !one.done ? (
              <Link to={one.to}>
                Modifier<span className="visually-hidden">{"\u00a0"}: {one.body}</span>
              </Link>
            ) : null}
          </div>
        </YarnItem>
      ))}
    </Yarn>
  );
}

function NewFollowUp({ page: { meetingId, people, today } }: { page: Page }) {
  const problem = useProblem();
  return (
    <section className="section screen-only" aria-labelledby="nouvelle-suite">
      <h2 id="nouvelle-suite">Noter une suite</h2>
      <Form method="post" action={followUpsPath(meetingId)} className="form" noValidate>
        <FormKey name="suite" early="quoi" />
        <ProblemSummary problem={problem} />
        <Fields people={people} today={today} start={problem?.values ?? {}} errors={problem?.fields ?? {}} />
        <Acts>
          <Button>Noter la suite</Button>
        </Acts>
      </Form>
    </section>
  );
}

type FieldsProps = { people: readonly Option[]; today?: string; start: Record<string, string>; errors: Record<string, string> };

function Fields({ people, today, start, errors }: FieldsProps) {
  return (
    <>
      <TextField name="quoi" label="Ce qu’il y a à faire" defaultValue={start.quoi} error={errors.quoi} maxLength={MAX_FOLLOW_UP} autoComplete="off" required />
      <Select name="personne" label="Par qui" options={[{ value: "", label: "Choisissez" }, ...people]} defaultValue={start.personne} error={errors.personne} required />
      <TextField name="date" type="date" label="D’ici quel jour" min={today} defaultValue={start.date} error={errors.date} short required />
    </>
  );
}

/** One of them, to be worded anew or given to somebody else. */
export function FollowUpForm({ page: { meetingId, id, title, body, memberId, due, revision, people } }: { page: Awaited<ReturnType<typeof followUpPage>> }) {
  const problem = useProblem();
  const start = problem && problem.code !== "follow-up.moved" ? (problem.values ?? {}) : { quoi: body, personne: memberId, date: due };
  return (
    <>
      <PageHeader title="Modifier une suite" back={{ to: followUpsPath(meetingId), label: `Suites\u00a0: ${title}` }} />
      <Form method="post" action={followUpPath(meetingId, id)} className="form" noValidate>
        <FormKey name={`suite-${revision}`} early="quoi" />
        <input type="hidden" name="version" value={revision} />
        <ProblemSummary problem={problem} />
        <Fields key={revision} people={people} start={start} errors={problem?.fields ?? {}} />
        <Acts>
          <Button>Enregistrer</Button>
          <ButtonLink look="quiet" to={followUpsPath(meetingId)}>
            Annuler
          </ButtonLink>
        </Acts>
      </Form>
    </>
  );
}
