import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Done } from "~/features/community/components/done";
import { FormKey } from "~/features/shell/components/form-key";
import { Button, ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { planPage } from "../plan-pages.server";
import type { ShownSitting } from "../sitting/shown.server";
import { knotOf, MeetingTag, SittingTag } from "./meeting-tags";
import { ContentForm } from "./plan-forms";
import { whereOf } from "../sitting/model";
import { When } from "./sitting-line";

type PlanData = Awaited<ReturnType<typeof planPage>>;

const SAID = {
  ebauche: "L’ébauche est gardée. Le comité seul la voit.",
  texte: "Le contenu est enregistré.",
  date: "La rencontre est enregistrée.",
  poles: "Les rencontres des pôles sont ajoutées.",
  choix: "La date est choisie, et la rencontre est créée. Les personnes qui avaient dit oui y sont inscrites.",
  copie: "Voici une copie, sans les dates ni les réponses.",
};

/** Where the committee puts a meeting together: dates, people, contents, and the act that opens it. */
export function PlanView({ page, answers }: { page: PlanData; answers?: ReactNode }) {
  const { id, title, state, opened, sittings, speakers } = page;
  return (
    <>
      <PageHeader
        title={title}
        back={{ to: "/comite/moments", label: "La saison" }}
        facts={<MeetingTag state={state} />}
        action={opened ? <ButtonLink look="plain" to={`/moments/${id}`}>Voir comme la communauté</ButtonLink> : null}
      />
      <Done sentences={SAID} />
      <section aria-labelledby="dates">
        <h2 id="dates">Dates et lieux</h2>
        {sittings.length === 0 ? <p className="soft">Aucune date encore.</p> : null}
        <Yarn>
          {sittings.map((sitting) => (
            <PlannedSitting key={sitting.id} meetingId={id} sitting={sitting} />
          ))}
        </Yarn>
        <p className="row">
          <Link to={`/comite/moments/${id}/rencontres`}>Ajouter une date</Link>
          <Link to={`/comite/moments/${id}/dates`}>Trouver une date ensemble</Link>
          {sittings.length > 0 ? <Link to={`/comite/moments/${id}/poles`}>Répéter dans les pôles</Link> : null}
        </p>
      </section>
      {answers}
      {opened ? null : <Opening id={id} ready={sittings.some((sitting) => sitting.state !== "cancelled")} />}
      <section className="section" aria-labelledby="personnes">
        <h2 id="personnes">Personnes-ressources</h2>
        <p>{speakers.length > 0 ? speakers.join(", ") : "Aucune encore."}</p>
        <p>
          <Link to={`/comite/moments/${id}/personnes`}>{speakers.length > 0 ? "Modifier les personnes" : "Ajouter une personne"}</Link>
        </p>
      </section>
      <section className="section" aria-labelledby="contenu-moment">
        <h2 id="contenu-moment">Contenu</h2>
        <ContentForm key={page.version} page={page} />
      </section>
      <Form method="post" action={`/comite/moments/${id}/copie`} className="section stack">
        <FormKey name="copie" />
        <h2>Refaire ce Moment d’échange</h2>
        <p>Une nouvelle ébauche, avec le même contenu et les mêmes personnes, sans les dates ni les réponses.</p>
        <Button look="plain">Copier</Button>
      </Form>
    </>
  );
}

function PlannedSitting({ meetingId, sitting }: { meetingId: number; sitting: ShownSitting }) {
  const { id, pole, state, unsaid, begun, reason, seats, deadline } = sitting;
  const to = `/comite/moments/${meetingId}/rencontres/${id}`;
  const which = <span className="visually-hidden"> {pole ?? sitting.day}</span>;
  return (
    <YarnItem knot={knotOf(state)} id={`rencontre-${id}`}>
      <p className="yarn-title">
        {pole ? `${pole} · ` : null}
        <When sitting={sitting} /> <SittingTag state={state} unsaid={unsaid} />
      </p>
      <p className="yarn-note">{[whereOf(sitting), seats, deadline ? `réponses jusqu’au ${deadline}` : null].filter(Boolean).join(" · ")}</p>
      {reason ? <p className="yarn-note">Raison{"\u00a0"}: {reason}</p> : null}
      {state === "held" || (begun && state === "planned") ? (
        <p className="small">
          <Link to={`/comite/sondages/nouveau?modele=moment&rencontre=${id}`}>Demander trois réponses anonymes{which}</Link>
        </p>
      ) : null}
      {state === "held" || state === "cancelled" ? null : (
        <div className="row small">
          <Link to={`${to}/responsables`}>Responsables{which}</Link>
          <Link to={to}>Modifier{which}</Link>
          {state === "postponed" ? null : <Link to={`${to}/report`}>Reporter{which}</Link>}
          <Link to={`${to}/annulation`}>Annuler{which}</Link>
          {begun && state === "planned" ? (
            <Form method="post" action={`${to}/tenue`}>
              <FormKey name={`tenue-${id}`} />
              <Button look="plain" small>Elle a eu lieu{which}</Button>
            </Form>
          ) : null}
        </div>
      )}
    </YarnItem>
  );
}

function Opening({ id, ready }: { id: number; ready: boolean }) {
  return (
    <Form method="post" action={`/comite/moments/${id}/ouverture`} className="section stack">
      <FormKey name="ouverture" />
      <h2>Ouvrir à la communauté</h2>
      <p>{ready ? "Tout le monde verra ce Moment d’échange, et sa discussion commencera." : "Ajoutez d’abord une date\u00a0: c’est à elle que l’on répond."}</p>
      {ready ? <Button>Ouvrir à la communauté</Button> : null}
    </Form>
  );
}
