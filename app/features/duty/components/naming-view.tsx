import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { Moved } from "~/features/meeting/components/moved-note";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Select } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem } from "~/ui/yarn";
import { kitPath } from "../kit/model";
import { namingPath } from "../model";
import type { namingPage } from "../naming.server";
import { DutyTag } from "./duty-tag";
import { PersonLine } from "./person-line";

type PageData = Awaited<ReturnType<typeof namingPage>>;
type RoleData = PageData["roles"][number];

const SAID = {
  demander: "La demande est envoyée. Rien ne paraît tant que la personne n’a pas dit oui.",
  accord: "C’est noté, et la personne l’apprend.",
  retirer: "Le rôle est à nommer.",
  releve: "Tout le monde voit que ce rôle a besoin de relève.",
  realite: "C’est noté.",
};

/** The committee names those responsible for one sitting. The page suggests; a person asks. */
export function NamingView({ page }: { page: PageData }) {
  const { meetingId, sittingId, stamp, over, sitting, roles } = page;
  const problem = useProblem();
  return (
    <>
      <PageHeader
        title="Responsables"
        facts={[sitting.title, sitting.pole, `${sitting.day}, ${sitting.hour}`].filter(Boolean).join(" · ")}
        lead={over ? undefined : "Pour chaque rôle, une suggestion et sa raison. C’est vous qui demandez, et la personne qui décide."}
        back={{ to: `/comite/moments/${meetingId}`, label: "Préparer" }}
      />
      <Done sentences={SAID} />
      <Moved key={stamp} id={meetingId} stamp={stamp} here={namingPath(meetingId, sittingId)} />
      <ProblemSummary problem={problem} />
      {sitting.state === "postponed" ? (
        <Notice tone="honey" title="Cette rencontre est reportée">
          <p>Les responsables restent, et ont à redire oui ou non quand la nouvelle date sera connue.</p>
        </Notice>
      ) : null}
      <Yarn>
        {roles.map((one) => (
          <YarnItem key={one.role} knot={one.state === "accepted" ? "done" : one.state === "asked" || one.state === "proposed" ? "planned" : "loose"} id={one.role}>
            <RoleBlock page={page} one={one} />
          </YarnItem>
        ))}
      </Yarn>
      <p className="row section">
        <Link to={kitPath(meetingId, sittingId)}>La trousse de cette rencontre</Link>
        <Link to="/moments/responsables">À tour de rôle, cette saison</Link>
      </p>
    </>
  );
}

function RoleBlock({ page, one }: { page: PageData; one: RoleData }) {
  const { over, begun } = page;
  const { name, state, person, planned, ask, suggestions } = one;
  return (
    <section className="turn-role" aria-labelledby={`role-${one.role}`}>
      <h2 id={`role-${one.role}`}>{name}</h2>
      <p>
        <DutyTag state={state} />
      </p>
      {person ? <PersonLine person={person} /> : null}
      {planned ? <p className="yarn-note">Au départ{"\u00a0"}: {planned}</p> : null}
      {ask ? (
        <p className="yarn-note">
          Demandé le {ask.since} ({ask.days}). {ask.moreTime ? "A demandé un peu de temps." : "Pas encore de réponse."} {ask.reason}
        </p>
      ) : null}
      {begun ? <Reality page={page} one={one} /> : null}
      {over ? null : (
        <>
          {ask?.due && suggestions[0] ? <p>Sans réponse depuis {ask.days}. La suite, si vous le voulez{"\u00a0"}:</p> : null}
          <Suggestions page={page} one={one} />
          <OtherActs page={page} one={one} />
        </>
      )}
    </section>
  );
}

function Suggestions({ page, one: { role, state, suggestions, ask, version } }: { page: PageData; one: RoleData }) {
  const [first, ...others] = suggestions;
  if (!first) {
    return state === "accepted" || (state === "asked" && !ask?.due) ? null : (
      <p>Personne n’est disponible selon l’historique{"\u00a0"}: tout le monde a un tour à moins de quatre semaines, est absent ou a décliné. Vous pouvez demander à quelqu’un quand même, ou chercher une relève.</p>
    );
  }
  return (
    <>
      <Suggested page={page} role={role} version={version} suggestion={first} verb={state === "asked" ? "Demander plutôt à" : "Demander à"} main={state !== "asked"} />
      {others.length > 0 ? (
        <Disclosure summary="Les suggestions suivantes">
          {others.map((suggestion) => (
            <Suggested key={suggestion.person.id} page={page} role={role} version={version} suggestion={suggestion} verb="Demander à" />
          ))}
        </Disclosure>
      ) : null}
    </>
  );
}

type SuggestedProps = { page: PageData; role: string; version: number; suggestion: RoleData["suggestions"][number]; verb: string; main?: boolean };

function Suggested({ page, role, version, suggestion: { person, reason, refusals }, verb, main }: SuggestedProps) {
  return (
    <div className="suggestion">
      <PersonLine person={person} />
      <p className="suggestion-why">
        {reason} {refusals ? <span className="soft">{refusals}</span> : null}
      </p>
      <Act page={page} act="demander" role={role} version={version} person={person.id}>
        <Button look={main ? "main" : "plain"} small>
          {verb} {person.name}
        </Button>
      </Act>
    </div>
  );
}

type ActProps = { page: PageData; act: string; role: string; version: number; person?: number; children: ReactNode; stacked?: boolean };

/** One form with one role's act; keyed by all that makes it one. */
function Act({ page: { meetingId, sittingId }, act, role, version, person, children, stacked }: ActProps) {
  return (
    <Form method="post" action={namingPath(meetingId, sittingId)} className={stacked ? "stack" : undefined}>
      <FormKey name={`${act}-${role}-${person ?? 0}-${version}`} />
      <input type="hidden" name="geste" value={act} />
      <input type="hidden" name="role" value={role} />
      <input type="hidden" name="version" value={String(version)} />
      {person === undefined ? null : <input type="hidden" name="personne" value={String(person)} />}
      {children}
    </Form>
  );
}

function OtherActs({ page, one: { role, name, state, version } }: { page: PageData; one: RoleData }) {
  const options = [{ value: "", label: "Choisissez une personne" }, ...page.people];
  const which = <span className="visually-hidden"> ({name})</span>;
  return (
    <Disclosure summary={<>{state === "accepted" ? "Remplacer, ou chercher une relève" : "Une autre personne, ou une relève"}{which}</>}>
      <Form method="post" action={namingPath(page.meetingId, page.sittingId)} className="stack">
        <FormKey name={`autre-${role}-${version}`} />
        <input type="hidden" name="role" value={role} />
        <input type="hidden" name="version" value={String(version)} />
        <Select name="personne" id={`personne-${role}`} label={`Une personne pour\u00a0: ${name.toLocaleLowerCase("fr-CA")}`} options={options} />
        <div className="row">
          <Button look="plain" small name="geste" value="demander">
            Lui demander{which}
          </Button>
          <Button look="plain" small name="geste" value="accord">
            Elle a déjà dit oui{which}
          </Button>
        </div>
      </Form>
      <div className="row">
        {state === "relief" ? null : (
          <Act page={page} act="releve" role={role} version={version}>
            <Button look="plain" small>Chercher une relève auprès de tout le monde{which}</Button>
          </Act>
        )}
        {state === "open" ? null : (
          <Act page={page} act="retirer" role={role} version={version}>
            <Button look="quiet" small>{state === "asked" ? "Retirer la demande" : "Laisser à nommer"}{which}</Button>
          </Act>
        )}
      </div>
    </Disclosure>
  );
}

function Reality({ page, one: { role, name, version, served, person } }: { page: PageData; one: RoleData }) {
  return (
    <Act page={page} act="realite" role={role} version={version} stacked>
      <Select name="personne" id={`reel-${role}`} label={`Qui s’en est chargé, le jour même (${name.toLocaleLowerCase("fr-CA")})`} defaultValue={String(served?.id ?? person?.id ?? "")} options={[{ value: "", label: "Comme prévu, ou personne" }, ...page.people]} />
      <div>
        <Button look="plain" small>Noter</Button>
      </div>
    </Act>
  );
}
