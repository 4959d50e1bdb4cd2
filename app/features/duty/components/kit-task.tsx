import { Form, Link } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Select } from "~/ui/field";
import { YarnItem } from "~/ui/yarn";
import { kitPath, TEMPLATE } from "../kit/model";
import type { KitPage, ShownTask } from "../kit/pages.server";
import { ReadyMessage } from "./ready-message";

type Props = { page: KitPage; task: ShownTask };

/** One task: what, by when, whose; one press says that it is done. */
export function KitTask({ page, task }: Props) {
  const { id, title, label, day, time, roleName, owner, mine, message, done } = task;
  const knot = done ? "done" : time === "late" || (time === "soon" && mine) ? "loose" : "planned";
  const who = owner ? (mine ? `vous (${roleName.toLocaleLowerCase("fr-CA")})` : `${owner.name} (${roleName.toLocaleLowerCase("fr-CA")})`) : `${roleName}, à nommer`;
  const acts = page.mayWrite && !page.over;
  return (
    <YarnItem knot={knot} id={`tache-${id}`}>
      <p className="yarn-title">{title}</p>
      <p className="yarn-note">
        {done ? `Fait par ${done.by}, le ${done.day}` : [label, day, who].join(" · ")}
      </p>
      {acts ? <Tick page={page} task={task} /> : null}
      {done || (!message && !acts) ? null : (
        <Disclosure summary={<>{message ? "Message prêt à copier" : "Autres gestes"}{message && acts ? ", autres gestes" : null}<span className="visually-hidden"> ({title})</span></>}>
          {message ? <ReadyMessage id={id} title={title} text={message} /> : null}
          {acts ? <Change page={page} task={task} /> : null}
        </Disclosure>
      )}
    </YarnItem>
  );
}

const taskPath = ({ meetingId, sittingId }: KitPage, { id }: ShownTask, act = ""): string => `${kitPath(meetingId, sittingId)}/${id}${act}`;

function Tick({ page, task }: Props) {
  const { id, done, title } = task;
  return (
    <Form method="post" action={taskPath(page, task)} className="row kit-tick" preventScrollReset>
      <FormKey name={`tache-${id}`} />
      <input type="hidden" name="fait" value={done ? "non" : "oui"} />
      <Button look={done ? "quiet" : "plain"} small>
        {done ? "Pas encore fait, finalement" : "C’est fait"}
        <span className="visually-hidden"> ({title})</span>
      </Button>
    </Form>
  );
}

function Change({ page, task }: Props) {
  const { id, role, title, stepId } = task;
  const which = <span className="visually-hidden"> ({title})</span>;
  return (
    <div className="stack kit-acts">
      <Form method="post" action={taskPath(page, task, "/role")} className="row kit-hand" preventScrollReset>
        <FormKey name={`role-${id}`} />
        <Select name="role" id={`role-${id}`} label={<>Qui s’en occupe{which}</>} defaultValue={role} options={page.roles} />
        <Button look="plain" small>Confier{which}</Button>
      </Form>
      <div className="row">
        <Form method="post" action={taskPath(page, task, "/retrait")} preventScrollReset>
          <FormKey name={`retrait-${id}`} />
          <Button look="quiet" small>Retirer de cette rencontre{which}</Button>
        </Form>
        <Link to={`${TEMPLATE}${stepId === null ? "" : `?etape=${stepId}`}#proposer`}>
          {stepId === null ? "Proposer cette tâche à la communauté" : "Proposer de la changer pour la suite"}
          {which}
        </Link>
      </div>
    </div>
  );
}
