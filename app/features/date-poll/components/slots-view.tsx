import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { WhichOfTwo } from "~/features/meeting/components/sitting-fields";
import { FormKey } from "~/features/shell/components/form-key";
import { Button, ButtonLink } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { EmptyState } from "~/ui/empty-state";
import { TextField } from "~/ui/field";
import { Tag } from "~/ui/tag";
import type { repeatDayPage, slotsPage } from "../desk-pages.server";

type PageData = Awaited<ReturnType<typeof slotsPage>>;

const SAID = {
  debut: "La recherche est commencée. Proposez maintenant des heures.",
  heure: "L’heure est ajoutée.",
  reprise: "Les heures sont reprises ce jour-là.",
  retrait: "L’heure est retirée, avec ce qu’on en disait.",
};

/** The hours that are proposed, by day, each day's to be taken over to another day. */
export function SlotsView({ page: { desk, days, state, values } }: { page: PageData }) {
  const said = days.some(({ slots }) => slots.some(({ tally }) => tally.oui + tally.besoin + tally.non > 0));
  return (
    <>
      <Done sentences={SAID} />
      {days.length === 0 ? <EmptyState>Proposez quelques heures, sur deux ou trois jours{"\u00a0"}: trop de choix fatiguent, un seul n’en est pas un.</EmptyState> : null}
      {days.map(({ key, day, off, slots }) => (
        <section key={key} className="when-day" aria-labelledby={`jour-${key}`}>
          <h2 id={`jour-${key}`}>{day}</h2>
          {off ? <p className="small"><Tag tone="honey" shape="cut">{off}</Tag></p> : null}
          <ul className="plain-list" role="list">
            {slots.map(({ id, hours, past, total }) => (
              <li key={id} className="when-kept-slot">
                <span>
                  <b>{hours}</b> <span className="soft small numbers">{[past ? "passée" : "", said ? total : ""].filter(Boolean).join(" · ")}</span>
                </span>
                <Form method="post" action={`${desk}/heures/${id}/retrait`}>
                  <FormKey name={`retrait-${id}`} />
                  <Button look="quiet" small>
                    Retirer<span className="visually-hidden"> {day}, {hours}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
          <p className="small">
            <Link to={`${desk}/reprise?jour=${key}`}>
              Reprendre ces heures un autre jour<span className="visually-hidden">, celles du {day}</span>
            </Link>
          </p>
        </section>
      ))}
      <section className="section stack" aria-labelledby="ajout">
        <h2 id="ajout">Ajouter une heure</h2>
        <SlotForm desk={desk} values={values} />
      </section>
      {days.length > 0 && state === "preparing" ? (
        <p>
          <ButtonLink to={desk} look="plain">Continuer</ButtonLink>
        </p>
      ) : null}
    </>
  );
}

function SlotForm({ desk, values }: Pick<PageData, "desk" | "values">) {
  const problem = useProblem();
  const field = (name: "date" | "debut" | "fin") => ({ name, defaultValue: problem?.values?.[name] ?? values[name], error: problem?.fields?.[name] });
  const which = problem?.fields?.laquelle;
  return (
    <Form method="post" action={`${desk}/heures`} className="form" noValidate>
      <FormKey name="heure" />
      <ProblemSummary problem={problem} />
      <div className="fields-row">
        <TextField {...field("date")} type="date" label="Jour" required short />
        <TextField {...field("debut")} type="time" label="De" step={300} required short />
        <TextField {...field("fin")} type="time" label="À" step={300} required short />
      </div>
      <WhichOfTwo error={which} />
      <MeantAllTheSame />
      <Button>Ajouter cette heure</Button>
    </Form>
  );
}

/** Appears once someone has laid a slot on a day that is off. */
function MeantAllTheSame() {
  const problem = useProblem();
  const why = problem?.fields?.meme;
  return why ? <Checkbox name="meme" value="oui" label="Proposer ce jour tout de même" error={why} /> : null;
}

/** « Reprendre les heures d’un jour ». */
export function RepeatDayForm({ page: { desk, jour, day, hours } }: { page: Awaited<ReturnType<typeof repeatDayPage>> }) {
  const problem = useProblem();
  return (
    <Form method="post" action={`${desk}/reprise?jour=${jour}`} className="form" noValidate>
      <FormKey name="reprise" />
      <ProblemSummary problem={problem} />
      <p>
        Du {day}{"\u00a0"}: {hours.join("; ")}.
      </p>
      <input type="hidden" name="jour" value={jour} />
      <TextField name="vers" type="date" label="Reprendre ces heures le" defaultValue={problem?.values?.vers} error={problem?.fields?.vers} required short />
      <MeantAllTheSame />
      <Button>Reprendre ces heures</Button>
    </Form>
  );
}
