import { Form, Link } from "@remix-run/react";
import { useDayNews } from "~/features/attendance/components/use-day-news";
import { Done } from "~/features/community/components/done";
import { FormKey } from "~/features/shell/components/form-key";
import { ReportLink } from "~/features/shell/components/report-link";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Prose } from "~/ui/prose";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import { minutesPath, type MinutesState } from "../model";
import type { minutesPage, versionPage } from "../pages.server";

type Page = Awaited<ReturnType<typeof minutesPage>>;
type Correction = Page["corrections"][number];

const SAID = {
  texte: "Le compte rendu est enregistré.",
  ouvert: "Le compte rendu est ouvert à la correction pour sept jours. Les personnes qui y étaient le savent.",
  adopte: "Le compte rendu est adopté\u00a0: toute la communauté peut le lire.",
  correction: "Votre correction est proposée. Vous saurez ce qu’il en advient.",
  acceptee: "La correction est acceptée, et la personne le sait.",
  refusee: "La correction est refusée. La personne lira pourquoi.",
  retiree: "Votre correction est retirée.",
};

const TONES: Record<MinutesState, "slate" | "honey" | "moss"> = { draft: "slate", open: "honey", adopted: "moss" };

/** The minutes of a meeting: to be read, corrected while they are open, and printed. */
export function MinutesView({ page }: { page: Page }) {
  useDayNews(page.meetingId, page.stamp);
  const { meetingId, title, html, state, stateName, when, until, adopted, number, write, correct } = page;
  return (
    <>
      <PageHeader
        reading
        title={`Compte rendu\u00a0: ${title}`}
        back={{ to: `/moments/${meetingId}`, label: "Le Moment d’échange" }}
        facts={
          <span className="row">
            <Tag tone={TONES[state]}>{stateName}</Tag>
            <span>{when}</span>
          </span>
        }
      />
      <Done sentences={SAID} />
      {until ? <p>Ouvert à la correction jusqu’au {until}. Il sera ensuite adopté de lui-même, et lu par toute la communauté.</p> : null}
      {state === "draft" ? <p className="soft">Seuls les responsables de la rencontre et le comité lisent cette ébauche.</p> : null}
      {adopted ? <p className="soft">Adopté le {adopted}.{number && number > 1 ? ` Version ${number}.` : ""}</p> : null}
      <div className="minutes-text">
        <Prose html={html} reading />
      </div>
      <Acts>
        {correct ? <ButtonLink to={correct}>Proposer une correction</ButtonLink> : null}
        {write ? (
          <ButtonLink look="plain" to={write}>
            {state === "adopted" ? "Publier une nouvelle version" : "Modifier le texte"}
          </ButtonLink>
        ) : null}
      </Acts>
      <Steps page={page} />
      <Corrections page={page} />
      <Versions page={page} />
      {state === "draft" ? null : (
        <p className="page-note screen-only">
          <ReportLink of="moment" id={meetingId} />
        </p>
      )}
    </>
  );
}

/** What moves them on: opened by those who write, adopted by the committee or by time. */
function Steps({ page: { meetingId, revision, mayOpen, mayAdopt, waiting } }: { page: Page }) {
  if (!mayOpen && !mayAdopt) return null;
  return (
    <section className="section screen-only" aria-labelledby="suite">
      <h2 id="suite">La suite</h2>
      {mayOpen ? (
        <Form method="post" action={`${minutesPath(meetingId)}/ouverture`} className="stack">
          <FormKey name={`ouverture-${revision}`} />
          <input type="hidden" name="version" value={revision} />
          <p>Les personnes qui y étaient pourront proposer des corrections pendant sept jours. Le compte rendu est ensuite adopté.</p>
          <Button>Ouvrir à la correction</Button>
        </Form>
      ) : null}
      {mayAdopt ? (
        <Form method="post" action={`${minutesPath(meetingId)}/adoption`} className="stack">
          <FormKey name="adoption" />
          <p>
            Le comité peut l’adopter sans attendre la fin des sept jours.
            {waiting > 0 ? ` Il reste ${waiting === 1 ? "une correction" : `${waiting} corrections`} sans réponse.` : ""}
          </p>
          <Button look="plain">Adopter maintenant</Button>
        </Form>
      ) : null}
    </section>
  );
}

function Corrections({ page: { corrections } }: { page: Page }) {
  if (corrections.length === 0) return null;
  return (
    <section className="section minutes-corrections" aria-labelledby="corrections">
      <h2 id="corrections">Corrections proposées</h2>
      <Yarn>
        {corrections.map((one) => (
          <YarnItem key={one.id} knot={one.outcome === null ? "loose" : "event"} id={`correction-${one.id}`}>
            <OneCorrection one={one} />
          </YarnItem>
        ))}
      </Yarn>
    </section>
  );
}

function OneCorrection({ one: { id, words, instead, by, at, outcome, accepted, reason, settledBy, to, withdraw } }: { one: Correction }) {
  return (
    <>
      <p className="yarn-note">
        {by}, le {at} {outcome ? <Tag tone={accepted ? "moss" : "slate"}>{outcome}</Tag> : <Tag tone="honey">En attente</Tag>}
      </p>
      <Replaced words={words} instead={instead} />
      {reason ? <p>{settledBy}{"\u00a0"}: «{"\u00a0"}{reason}{"\u00a0"}»</p> : null}
      <div className="row">
        {to ? (
          <Link to={to}>
            Répondre<span className="visually-hidden"> à la correction de {by}</span>
          </Link>
        ) : null}
        {withdraw ? (
          <Form method="post" action={withdraw}>
            <FormKey name={`retrait-${id}`} />
            <Button look="quiet" small>
              Retirer ma correction
            </Button>
          </Form>
        ) : null}
      </div>
    </>
  );
}

/** « Ces mots » and what to read instead, by words and not by colour alone. */
export function Replaced({ words, instead }: { words: string; instead: string }) {
  return (
    <dl className="correction-words">
      <dt>Au lieu de</dt>
      <dd>{words}</dd>
      <dt>Lire plutôt</dt>
      <dd>{instead || "(rien\u00a0: ces mots sont à enlever)"}</dd>
    </dl>
  );
}

function Versions({ page: { versions } }: { page: Page }) {
  if (versions.length === 0) return null;
  return (
    <section className="section screen-only" aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <Yarn tight>
        {versions.map(({ to, number, at, reason, by }) => (
          <YarnItem key={number}>
            <p className="yarn-title">
              <Link to={to}>Version {number}</Link>, le {at}
            </p>
            {reason ? <p className="yarn-note">{[reason, by].filter(Boolean).join(" ")}</p> : null}
          </YarnItem>
        ))}
      </Yarn>
    </section>
  );
}

/** A version as it was adopted. */
export function VersionView({ page: { meetingId, title, number, html, at, by, reason } }: { page: Awaited<ReturnType<typeof versionPage>> }) {
  return (
    <>
      <PageHeader reading title={`Compte rendu\u00a0: ${title}`} back={{ to: minutesPath(meetingId), label: "Le compte rendu" }} facts={`Version ${number}, le ${at}${by ? `, par ${by}` : ""}`} />
      {reason ? <Notice tone="slate" title="Pourquoi cette version"><p>{reason}</p></Notice> : null}
      <div className="minutes-text">
        <Prose html={html} reading />
      </div>
    </>
  );
}
