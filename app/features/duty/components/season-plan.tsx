import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Yarn, YarnItem } from "~/ui/yarn";
import { ABSENCES, namingPath, SEASON_PLAN, TURNS } from "../model";
import type { planPage } from "../season/pages.server";
import { DutyTag } from "./duty-tag";

type PageData = Awaited<ReturnType<typeof planPage>>;
type RoleData = PageData["sittings"][number]["roles"][number];

const SAID = {
  proposer: "Voici un plan pour tout ce qui est à nommer. Rien n’est demandé encore\u00a0: ajustez-le, puis demandez.",
  ajuster: "Le plan est enregistré.",
  demander: "Les demandes sont envoyées. Chaque personne répond pour elle.",
  effacer: "Le plan est effacé. Ce qui était demandé ou accepté n’a pas changé.",
};

const people = (count: number): string => (count > 1 ? `à ces ${count} personnes` : "à cette personne");

/** A season planned at once: the machine proposes, the committee adjusts, then asks in one act. */
export function SeasonPlan({ page }: { page: PageData }) {
  const { name, year, sittings, open, proposed, previous, next } = page;
  const problem = useProblem();
  const here = `${SEASON_PLAN}?saison=${year}`;
  return (
    <>
      <PageHeader title={`Planifier la saison ${name}`} lead="Un plan pour toutes les rencontres à venir. Le comité seul le voit; personne n’est nommé sans avoir dit oui." back={{ to: TURNS, label: "À tour de rôle" }} />
      <Done sentences={SAID} />
      <ProblemSummary problem={problem} />
      {sittings.length === 0 ? <EmptyState>Planifiez d’abord des rencontres dans cette saison. Leurs responsables se prévoiront ensuite ici, d’un seul geste.</EmptyState> : null}
      {open > 0 ? (
        <Form method="post" action={here} className="stack">
          <FormKey name="proposer" />
          <p>{open > 1 ? `${open} rôles sont à nommer.` : "Un rôle est à nommer."} Le plan suit l’attente depuis le dernier tour, et tient compte des absences.</p>
          <div>
            <Button look={proposed > 0 ? "plain" : "main"} name="geste" value="proposer">
              Proposer un plan
            </Button>
          </div>
        </Form>
      ) : null}
      {sittings.length > 0 ? (
        <Form method="post" action={here} className="section">
          <FormKey name="plan" />
          <Yarn>
            {sittings.map(({ id, meetingId, title, pole, day, roles, draft }) => (
              <YarnItem key={id} knot={roles.every(({ state }) => state === "accepted") ? "done" : roles.some(({ state }) => state === "open" || state === "relief") ? "loose" : "planned"}>
                <h2 className="yarn-title">
                  <Link to={namingPath(meetingId, id)}>{[day, pole].filter(Boolean).join(" · ")}</Link>
                </h2>
                <p className="yarn-note">
                  {title}
                  {draft ? " (ébauche)" : ""}
                </p>
                {roles.map((role) => (
                  <RoleLine key={role.role} role={role} day={[pole, day].filter(Boolean).join(", ")} people={page.people} />
                ))}
              </YarnItem>
            ))}
          </Yarn>
          {proposed > 0 ? (
            <div className="row">
              <Button name="geste" value="demander">
                Demander {people(proposed)}
              </Button>
              <Button look="plain" name="geste" value="ajuster">
                Enregistrer sans demander
              </Button>
              <Button look="quiet" name="geste" value="effacer">
                Effacer le plan
              </Button>
            </div>
          ) : null}
        </Form>
      ) : null}
      <p className="row section">
        <Link to={ABSENCES}>Congés et exemptions</Link>
      </p>
      <Pager label="Autres saisons" older={previous} newer={next} />
    </>
  );
}

function RoleLine({ role: { id, name, state, person, reason }, day, people: options }: { role: RoleData; day: string; people: PageData["people"] }) {
  if (state !== "proposed" || id === null) {
    return (
      <p className="plan-line">
        <span className="plan-role">{name}</span> {person ? `${person.name} ` : null}
        <DutyTag state={state} />
      </p>
    );
  }
  return (
    <div className="plan-line">
      <Select name="ligne" id={`tour-${id}`} label={<>{name}<span className="visually-hidden">, {day}</span></>} hint={reason} defaultValue={`${id}-${person?.id ?? 0}`} options={[{ value: "0", label: "Personne, à nommer plus tard" }, ...options].map(({ value, label }) => ({ value: `${id}-${value}`, label }))} />
    </div>
  );
}
