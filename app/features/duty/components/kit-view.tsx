import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Yarn } from "~/ui/yarn";
import { kitPath, TEMPLATE, type TaskTime } from "../kit/model";
import type { KitPage } from "../kit/pages.server";
import { HandoverForm, HandoverWords } from "./handover";
import { KitTask } from "./kit-task";
import { TaskForm } from "./step-form";
import { useKitNews } from "./use-kit-news";

const SAID = {
  ouverture: "La trousse est ouverte. Ses tâches suivent la date de la rencontre.",
  coche: "C’est noté\u00a0: fait.",
  decoche: "C’est noté\u00a0: encore à faire.",
  tache: "La tâche est ajoutée, pour cette rencontre seulement.",
  role: "La tâche est confiée.",
  retrait: "La tâche est retirée de cette rencontre.",
  mot: "Votre mot est laissé. Les prochaines personnes responsables le trouveront en haut de leur trousse.",
};

const GROUPS: readonly { time: TaskTime; title: string }[] = [
  { time: "late", title: "Tout de suite" },
  { time: "soon", title: "Cette semaine" },
  { time: "later", title: "Plus tard" },
];

/** What is to be done around one sitting, by whom and by when, with the messages that go with it. */
export function KitView({ page }: { page: KitPage }) {
  const { meetingId, sittingId, sitting, tasks, done, mayWrite, begun, over } = page;
  useKitNews(page);
  const problem = useProblem();
  const finished = tasks.filter(({ time }) => time === "done");
  return (
    <>
      <PageHeader
        title="La trousse"
        facts={[sitting.title, sitting.pole, `${sitting.day}, ${sitting.hour}`].filter(Boolean).join(" · ")}
        lead={tasks.length > 0 ? `${tasks.length} tâches, dont ${done}. Si la date change, ce qui reste à faire la suit.` : undefined}
        back={{ to: `/moments/${meetingId}`, label: "Le Moment d’échange" }}
      />
      <Done sentences={SAID} />
      <ProblemSummary problem={problem} />
      {over ? <Notice tone="slate" title="Cette rencontre est annulée" /> : null}
      {sitting.state === "postponed" ? (
        <Notice tone="honey" title="Cette rencontre est reportée">
          <p>Les jours se recompteront quand sa nouvelle date sera connue.</p>
        </Notice>
      ) : null}
      <Holders page={page} />
      {page.earlier.length > 0 ? <Earlier page={page} /> : null}
      {tasks.length === 0 ? <Unopened page={page} /> : null}
      {GROUPS.map(({ time, title }) => {
        const own = tasks.filter((task) => task.time === time);
        return own.length === 0 ? null : (
          <section key={time} className="section" aria-labelledby={`groupe-${time}`}>
            <h2 id={`groupe-${time}`}>{title}</h2>
            <Yarn>
              {own.map((task) => (
                <KitTask key={task.id} page={page} task={task} />
              ))}
            </Yarn>
          </section>
        );
      })}
      {finished.length > 0 ? (
        <section className="section" aria-labelledby="groupe-fait">
          <h2 id="groupe-fait">Fait</h2>
          <Yarn tight>
            {finished.map((task) => (
              <KitTask key={task.id} page={page} task={task} />
            ))}
          </Yarn>
        </section>
      ) : null}
      {mayWrite && !over && tasks.length > 0 ? (
        <Disclosure summary="Ajouter une tâche à cette rencontre" open={problem?.fields?.titre !== undefined || problem?.fields?.jours !== undefined}>
          <TaskForm action={kitPath(meetingId, sittingId)} name="tache" roles={page.roles} verb="Ajouter la tâche" />
        </Disclosure>
      ) : null}
      {mayWrite && tasks.length > 0 ? (
        begun ? <HandoverForm page={page} /> : <Disclosure summary="Passer le relais"><HandoverForm page={page} /></Disclosure>
      ) : null}
      <p className="row section">
        {sitting.draft ? null : <Link to={`/moments/${meetingId}/rencontres/${sittingId}/invites`}>Personnes invitées sans compte</Link>}
        <Link to={TEMPLATE}>La trousse de la communauté, et ce qu’on y changerait</Link>
      </p>
    </>
  );
}

/** Who holds which role, in one line. */
function Holders({ page: { holders } }: { page: KitPage }) {
  return (
    <p className="kit-holders">
      {holders.map(({ role, name, person }) => (
        <span key={role}>
          <span className="soft">{name}</span> {person ? person.name : <span className="soft">(à nommer)</span>}
        </span>
      ))}
    </p>
  );
}

/** What those before left, one press away. */
function Earlier({ page: { earlier } }: { page: KitPage }) {
  return (
    <Disclosure summary={earlier.length > 1 ? "Les mots des responsables d’avant" : "Le mot des responsables d’avant"}>
      {earlier.map((word) => (
        <section key={word.sittingId} aria-label={word.from} className="stack">
          <p className="soft">{word.from}</p>
          <HandoverWords handover={word} />
        </section>
      ))}
    </Disclosure>
  );
}

function Unopened({ page: { meetingId, sittingId, mayWrite, over } }: { page: KitPage }) {
  const act =
    mayWrite && !over ? (
      <Form method="post" action={`${kitPath(meetingId, sittingId)}/ouverture`}>
        <FormKey name="ouverture" />
        <Button>Ouvrir la trousse</Button>
      </Form>
    ) : undefined;
  return <EmptyState act={act}>Les tâches de cette rencontre se posent ici dès qu’une personne accepte d’en être responsable. Le comité peut aussi les poser d’avance.</EmptyState>;
}
