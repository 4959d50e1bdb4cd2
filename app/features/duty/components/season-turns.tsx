import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { Moved } from "~/features/meeting/components/moved-note";
import { ReadHere } from "~/features/notification/components/read-here";
import { FormKey } from "~/features/shell/components/form-key";
import { Button, ButtonLink } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { TextField } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Table } from "~/ui/table";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { TEMPLATE } from "../kit/model";
import { ABSENCES, ROLES, roleNames, SEASON_PLAN, TURNS, turnPath } from "../model";
import type { seasonPage } from "../season/pages.server";
import type { ShownDuty, ShownTurns, ShownWhere } from "../shown.server";
import { DutyTag } from "./duty-tag";
import { Strands } from "./strands";

type PageData = Awaited<ReturnType<typeof seasonPage>>;

const SAID = {
  refuser: "C’est noté, et merci d’avoir répondu. Le comité seul le sait.",
  absence: "C’est noté\u00a0: on ne vous demandera pas de tour pendant ce temps.",
  retour: "C’est noté\u00a0: vous êtes de retour.",
};

const KINDS = { absence: "Absence", leave: "Congé", exemption: "Exemption" };

/** « À tour de rôle »: my turns, what looks for relief, and the season at a glance. */
export function SeasonTurns({ page }: { page: PageData }) {
  const { name, mine, sought, turns, strands, months, today, mayName, stamp, previous, next } = page;
  return (
    <>
      <PageHeader
        title="À tour de rôle"
        lead="Qui anime, qui coordonne, qui prend les notes, d’une rencontre à l’autre."
        back={{ to: "/moments", label: "Moments d’échange" }}
        action={mayName ? <ButtonLink look="plain" to={SEASON_PLAN}>Planifier la saison</ButtonLink> : null}
      />
      <Done sentences={SAID} />
      <Moved key={stamp} id={0} stamp={stamp} here={TURNS} />
      <ReadHere place={TURNS} />
      <section aria-labelledby="mes-tours">
        <h2 id="mes-tours">Mes tours</h2>
        {mine.length === 0 ? <p className="soft">Vous n’avez aucun tour à venir.</p> : null}
        <Yarn>
          {mine.map((one) => (
            <YarnItem key={one.id} knot={one.state === "asked" || one.offered ? "loose" : "planned"}>
              <YarnText title={<Link to={one.to}>{one.role}</Link>} note={whereWords(one.sitting)} act={<MyAct turn={one} />} />
            </YarnItem>
          ))}
        </Yarn>
        <Away page={page} />
      </section>
      {sought.length > 0 ? (
        <section className="section" aria-labelledby="releve">
          <h2 id="releve">Besoin de relève</h2>
          <Yarn>
            {sought.map(({ id, to, role, sitting, by }) => (
              <YarnItem key={id} knot="loose">
                <YarnText title={<Link to={to}>{role}</Link>} note={[whereWords(sitting), by ? `à la place ${deWords(by)}` : null].filter(Boolean).join(" · ")} />
              </YarnItem>
            ))}
          </Yarn>
        </section>
      ) : null}
      <section className="section" aria-labelledby="saison">
        <h2 id="saison">Saison {name}</h2>
        {turns.length === 0 ? <EmptyState>C’est ici que se verra la saison des responsables, un fil par personne. Aucun tour n’y est encore.</EmptyState> : null}
        {strands.length > 0 ? (
          <>
            <p className="strand-key">
              Un fil par personne, un nœud par tour{"\u00a0"}: <b>A</b> pour animation, <b>C</b> pour coordination, <b>N</b> pour notes. Plein, c’est fait; ouvert, c’est convenu{mayName ? "; pointillé, la réponse est attendue" : ""}.
            </p>
            <Strands strands={strands} months={months} today={today} />
          </>
        ) : null}
        {turns.length > 0 ? <TurnsTable turns={turns} /> : null}
      </section>
      <p className="row section">
        <Link to={TEMPLATE}>La trousse des responsables</Link>
        {mayName ? <Link to={ABSENCES}>Congés et exemptions</Link> : null}
      </p>
      <Pager label="Autres saisons" older={previous} newer={next} />
    </>
  );
}

/** What waits for me about a turn of mine. */
function MyAct({ turn: { state, offered, to, role } }: { turn: PageData["mine"][number] }) {
  if (state === "asked") {
    return (
      <ButtonLink small to={to}>
        Répondre<span className="visually-hidden"> ({role})</span>
      </ButtonLink>
    );
  }
  return offered ? (
    <ButtonLink small look="plain" to={to}>
      {offered} peut le prendre
    </ButtonLink>
  ) : null;
}

const whereWords = ({ title, pole, day }: ShownWhere): string => [title, pole, day].filter(Boolean).join(" · ");
const deWords = (name: string): string => (/^[aeiouyhàâéèêëîïôû]/i.test(name) ? `d’${name}` : `de ${name}`);

function TurnsTable({ turns }: { turns: readonly ShownTurns[] }) {
  return (
    <Table
      caption="Les tours de la saison, rencontre par rencontre"
      rows={turns}
      rowKey={({ id }) => String(id)}
      columns={[
        { key: "quand", label: "Rencontre", cell: (turn) => <SittingCell turn={turn} /> },
        ...ROLES.map((role) => ({ key: role, label: roleNames[role], cell: ({ duties, state }: ShownTurns) => <DutyCell duty={duties.find((duty) => duty.role === role)} held={state === "held"} /> })),
      ]}
    />
  );
}

const SittingCell = ({ turn: { meetingId, title, pole, shortDay, state, draft } }: { turn: ShownTurns }) => (
  <>
    <span className="numbers">{shortDay}</span>
    {pole ? ` · ${pole}` : null}
    <br />
    {draft ? <span className="soft">{title} (ébauche)</span> : <Link to={`/moments/${meetingId}`}>{title}</Link>}
    {state === "cancelled" ? <span className="soft"> (annulée)</span> : state === "postponed" ? <span className="soft"> (reportée)</span> : null}
  </>
);

/** Who was to do it, and who did. */
function DutyCell({ duty, held }: { duty: ShownDuty | undefined; held: boolean }) {
  if (!duty) return <span className="soft">{held ? "Personne" : "À nommer"}</span>;
  const { id, state, person, served, planned, searching } = duty;
  const really = served ?? person;
  const waits = state !== "accepted" || searching;
  return (
    <>
      {really ? <Link to={turnPath(id)}>{really.name}</Link> : null}
      {planned && really ? <span className="soft"> (au départ{"\u00a0"}: {planned})</span> : null}
      {waits && !held ? (
        <>
          {" "}
          {really ? null : state === "relief" ? <Link to={turnPath(id)}>Je peux aider</Link> : null} <DutyTag state={state} searching={searching} />
        </>
      ) : null}
      {held && !really ? <span className="soft">Personne</span> : null}
    </>
  );
}

function Away({ page: { absences, mayTell } }: { page: PageData }) {
  const problem = useProblem();
  const field = (name: string) => ({ name, defaultValue: problem?.values?.[name], error: problem?.fields?.[name] });
  if (!mayTell) return null;
  return (
    <Disclosure summary="Mes absences et mes congés" open={problem !== undefined || absences.length > 0}>
      <ProblemSummary problem={problem} />
      <ul className="stack plain-list" role="list">
        {absences.map(({ id, kind, from, until }) => (
          <li key={id} className="row">
            <span>
              {KINDS[kind]}, {until ? `du ${from} au ${until}` : `depuis le ${from}`}
            </span>
            {kind === "exemption" ? null : (
              <Form method="post" action={TURNS}>
                <FormKey name={`retour-${id}`} />
                <input type="hidden" name="geste" value="retour" />
                <input type="hidden" name="absence" value={String(id)} />
                <Button look="quiet" small>Enlever<span className="visually-hidden"> ({from})</span></Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form method="post" action={TURNS} className="form" noValidate>
        <FormKey name="absence" />
        <input type="hidden" name="geste" value="absence" />
        <RadioGroup
          name="genre"
          label="Pendant ce temps, on ne vous demandera pas de tour"
          defaultValue={problem?.values?.genre ?? "absence"}
          choices={[
            { value: "absence", label: "Une absence", hint: "Vacances, formation\u00a0: vous reprenez votre place dans l’ordre." },
            { value: "leave", label: "Un congé", hint: "Parental, de maladie\u00a0: rien n’est attendu, et rien n’est dû au retour." },
          ]}
        />
        <TextField {...field("debut")} label="À partir du" type="date" required />
        <TextField {...field("fin")} label="Jusqu’au" labelAside="facultatif pour un congé" type="date" />
        <Button look="plain">Enregistrer</Button>
      </Form>
    </Disclosure>
  );
}
