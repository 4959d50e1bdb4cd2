import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { FormKey } from "~/features/shell/components/form-key";
import { formatList, plural } from "~/kit/format";
import { Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Notice } from "~/ui/notice";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { deskPage, DeskSlot } from "../desk-pages.server";
import { CHOICES, choiceNames } from "../model";
import { Said } from "./poll-tags";

type PageData = Awaited<ReturnType<typeof deskPage>>;

const SAID = {
  debut: "La recherche est commencée. Rien ne paraît encore.",
  ouverture: "La recherche est ouverte\u00a0: chaque personne reçoit un courriel avec son lien.",
  demande: "C’est enregistré.",
  rappel: "Le rappel part aux personnes qui n’avaient pas encore été relancées.",
  deja: "Personne à relancer\u00a0: chaque personne ne l’est qu’une fois.",
  fin: "La recherche est fermée. Les liens ne servent plus.",
};

/** What suits best, who can when, and who is missing. */
export function DeskView({ page }: { page: PageData }) {
  const { state, desk, days, rows } = page;
  const live = state === "preparing" || state === "open" || state === "ended";
  return (
    <>
      <Done sentences={SAID} />
      <NextStep page={page} />
      {state === "preparing" ? null : <Best page={page} />}
      {rows.length > 0 && days.length > 0 && state !== "preparing" ? <WhoCanWhen page={page} /> : null}
      {state === "open" || state === "ended" ? <Missing page={page} /> : null}
      {live ? (
        <section className="section" aria-labelledby="reglages">
          <h2 id="reglages">Ce qui est demandé</h2>
          <ul className="plain-list stack" role="list">
            <li><Link to={`${desk}/heures`}>Les heures proposées</Link></li>
            <li><Link to={`${desk}/personnes`}>Les personnes nécessaires et invitées</Link></li>
            <li><Link to={`${desk}/demande`}>Le message, la date limite et à qui on le demande</Link></li>
          </ul>
          <Disclosure summary="Abandonner cette recherche">
            <Form method="post" action={`${desk}/fin`} className="stack">
              <FormKey name="fin" />
              <p>Les réponses restent visibles ici, et les liens ne servent plus. Aucune rencontre n’est créée.</p>
              <Button look="danger">Fermer sans choisir de date</Button>
            </Form>
          </Disclosure>
        </section>
      ) : null}
    </>
  );
}

function NextStep({ page: { state, desk, ready, asked, until, chosen, missing, meetingId } }: { page: PageData }) {
  if (state === "chosen" && chosen) {
    return (
      <Notice tone="moss" title="La date est choisie">
        <p>
          {chosen.day}, {chosen.hours}. <Link to={`/comite/moments/${meetingId}`}>Préparer la rencontre</Link>
        </p>
      </Notice>
    );
  }
  if (state === "dropped") return <Notice tone="slate" title="Fermée sans date"><p>Vous pouvez chercher de nouveau une date pour ce pôle.</p></Notice>;
  if (state === "preparing" && !ready) {
    return (
      <p className="row">
        <ButtonLink to={`${desk}/heures`}>Proposer des heures</ButtonLink>
      </p>
    );
  }
  if (state === "preparing") {
    return (
      <Form method="post" action={`${desk}/ouverture`} className="stack">
        <FormKey name="ouverture" />
        <p>
          {plural(asked, "personne est invitée", "personnes sont invitées")} à répondre, au plus tard le {until}. Chacune reçoit un courriel; le titre du Moment d’échange paraît dans la page.
        </p>
        <Button>Ouvrir aux réponses</Button>
      </Form>
    );
  }
  if (missing.length === 0) return <Notice tone="moss" title="Tout le monde a répondu"><p>Vous pouvez choisir la date.</p></Notice>;
  if (state === "ended") return <Notice tone="honey" title="La période de réponse est terminée"><p>Choisissez une heure, ou <Link to={`${desk}/demande`}>donnez une autre date limite</Link>.</p></Notice>;
  return (
    <p>
      {asked - missing.length} réponses sur {asked}, jusqu’au {until}.
    </p>
  );
}

function Best({ page: { best, state } }: { page: PageData }) {
  const choosing = state === "open" || state === "ended";
  if (best.length === 0) return <p className="soft">Il ne reste aucune heure à venir. Proposez-en d’autres, ou fermez la recherche.</p>;
  return (
    <section className="section" aria-labelledby="meilleures">
      <h2 id="meilleures">Ce qui convient, le mieux d’abord</h2>
      <Yarn>
        {best.map((slot, rank) => (
          <YarnItem key={slot.id} knot={slot.chosen ? "done" : rank === 0 && slot.tally.oui > 0 ? "event" : "planned"}>
            <p className="yarn-title">
              {slot.day}, {slot.hours}
            </p>
            <p className="yarn-note numbers">{slot.total}</p>
            <Warnings slot={slot} />
            <Names slot={slot} />
            {choosing ? (
              <p>
                <ButtonLink look="plain" small to={slot.to}>
                  Choisir<span className="visually-hidden"> {slot.day}, {slot.hours}</span>
                </ButtonLink>
              </p>
            ) : null}
          </YarnItem>
        ))}
      </Yarn>
    </section>
  );
}

/** A required person who cannot, or has not said. */
export function Warnings({ slot: { refusedBy, unsure } }: { slot: Pick<DeskSlot, "refusedBy" | "unsure"> }) {
  return (
    <>
      {refusedBy.length > 0 ? <p><Tag tone="thread" shape="cut">{`${formatList(refusedBy)} ne ${refusedBy.length > 1 ? "peuvent" : "peut"} pas, et ${refusedBy.length > 1 ? "leur présence est nécessaire" : "sa présence est nécessaire"}`}</Tag></p> : null}
      {unsure.length > 0 ? <p className="yarn-note">Sans réponse, présence nécessaire{"\u00a0"}: {formatList(unsure)}</p> : null}
    </>
  );
}

export function Names({ slot: { by, day, hours } }: { slot: Pick<DeskSlot, "by" | "day" | "hours"> }) {
  const said = CHOICES.filter((choice) => by[choice].length > 0);
  if (said.length === 0) return null;
  return (
    <Disclosure summary={<>Qui dit quoi<span className="visually-hidden">, {day}, {hours}</span></>}>
      <dl className="when-names">
        {said.map((choice) => (
          <div key={choice}>
            <dt><Said choice={choice} /></dt>
            <dd>{by[choice].join(", ")}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

/** The picture of who can when, where there is room for it; a phone has the names under each hour. */
function WhoCanWhen({ page: { days, rows } }: { page: PageData }) {
  return (
    <section className="section when-wide" aria-labelledby="tableau">
      <h2 id="tableau">Qui peut quand</h2>
      <div className="when-scroll" role="region" aria-labelledby="tableau" tabIndex={0}>
        <table className="when-table">
          <thead>
            <tr>
              <td />
              {days.map(({ key, day, slots }) => (
                <th key={key} scope="colgroup" colSpan={slots.length}>{day}</th>
              ))}
            </tr>
            <tr>
              <th scope="col">Personne</th>
              {days.flatMap(({ slots }) => slots).map(({ id, hours }) => (
                <th key={id} scope="col">{hours}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, organisation, required, cells }) => (
              <tr key={key}>
                <th scope="row">
                  {name}
                  {required ? <span className="when-required">présence nécessaire</span> : null}
                  {organisation ? <span className="when-org">{organisation}</span> : null}
                </th>
                {cells.map(({ key: slot, choice }) => (
                  <td key={slot}><Said choice={choice} /></td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              {days.flatMap(({ slots }) => slots).map(({ id, tally }) => (
                <td key={id} className="numbers">{CHOICES.map((choice) => <span key={choice}>{tally[choice]} {choiceNames[choice].toLowerCase()}</span>)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Missing({ page: { missing, desk, toRemind, state } }: { page: PageData }) {
  if (missing.length === 0) return null;
  return (
    <section className="section stack" aria-labelledby="manquent">
      <h2 id="manquent">Qui manque</h2>
      <p className="soft">Le comité seul voit cette liste. Chaque personne est relancée une fois, par vous ou deux jours avant la fin.</p>
      <ul className="plain-list" role="list">
        {missing.map(({ key, name, organisation, some, guest, reminded }) => (
          <li key={key}>
            {name} <span className="soft small">{[organisation, some && "a répondu en partie", guest && "par son lien", reminded && "rappel envoyé"].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
      {state === "open" && toRemind > 0 ? (
        <Form method="post" action={`${desk}/rappel`}>
          <FormKey name="rappel" />
          <Button look="plain">{`Relancer ${plural(toRemind, "personne", "personnes")}`}</Button>
        </Form>
      ) : null}
    </section>
  );
}
