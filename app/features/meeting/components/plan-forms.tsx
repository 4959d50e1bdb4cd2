import { Form, useActionData, type ShouldRevalidateFunction } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { ProblemSummary } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { TextArea } from "~/ui/field";
import type { newMeetingPage, planPage, sittingPage } from "../plan-pages.server";
import { KeptMeanwhile, MeetingFields } from "./meeting-fields";
import { SittingFields } from "./sitting-fields";

/** What stopped a form of this page; a form posted elsewhere has its own page. */
const useRefusal = (): Problem | undefined => (useActionData() as { problem?: Problem } | undefined)?.problem;

/** Where someone else was faster, the page is made anew, to show theirs beside what was typed. */
export const afreshOnConflict: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) => actionStatus === 409 || defaultShouldRevalidate;

export function NewMeetingForm({ page: { values, poles, topics } }: { page: Awaited<ReturnType<typeof newMeetingPage>> }) {
  const problem = useRefusal();
  return (
    <Form method="post" className="form" noValidate>
      <FormKey name="moment" early="titre objectifs question ordre" />
      <ProblemSummary problem={problem} />
      <MeetingFields values={values} problem={problem} topics={topics} />
      <h2>Quand et où</h2>
      <p className="soft">La première rencontre. Vous pourrez la répéter dans les autres pôles d’un seul geste.</p>
      <SittingFields values={values} problem={problem} poles={poles} mayWait />
      <p className="soft">Rien ne paraît encore{"\u00a0"}: le comité seul le verra, jusqu’à ce que vous l’ouvriez à la communauté.</p>
      <Button>Garder comme ébauche</Button>
    </Form>
  );
}

export function ContentForm({ page: { id, values, version, topicNames } }: { page: Awaited<ReturnType<typeof planPage>> }) {
  const problem = useRefusal();
  return (
    <Form method="post" action={`/comite/moments/${id}`} className="form" noValidate>
      <FormKey name="texte" early="titre objectifs question ordre" />
      <input type="hidden" name="version" value={String(version)} />
      <ProblemSummary problem={problem} />
      <KeptMeanwhile problem={problem} values={values} />
      <MeetingFields values={values} problem={problem} topics={topicNames} />
      <Button>Enregistrer le contenu</Button>
    </Form>
  );
}

const SITTING_NAMES = { date: "Date", heure: "Heure", duree: "Durée, en minutes", lieu: "Lieu", lien: "Lien", places: "Places", limite: "Répondre au plus tard le" };

export function SittingForm({ page: { id, values, version, poles, sisters, shown } }: { page: Awaited<ReturnType<typeof sittingPage>> }) {
  const problem = useRefusal();
  return (
    <Form method="post" action={`/comite/moments/${id}/rencontres${shown ? `/${shown.id}` : ""}`} className="form" noValidate>
      <FormKey name="rencontre" />
      {shown ? <input type="hidden" name="version" value={String(version)} /> : null}
      <ProblemSummary problem={problem} />
      <KeptMeanwhile problem={problem} values={values} labels={SITTING_NAMES} />
      <SittingFields values={values} problem={problem} poles={poles} />
      {problem?.code === "sitting.overfull" ? <TooMany registered={Number(problem.state?.registered)} /> : null}
      {shown && sisters > 0 ? <Scope problem={problem} what="L’heure, la durée, les places et le lien s’appliquent alors à toutes celles à venir; chacune garde sa date et son lieu." /> : null}
      <Button>{shown ? "Enregistrer la rencontre" : "Ajouter cette date"}</Button>
    </Form>
  );
}

/** Fewer seats than people: nobody is put out unless someone says so. */
function TooMany({ registered }: { registered: number }) {
  return (
    <RadioGroup
      name="trop"
      label={`${registered} personnes sont inscrites. Que faut-il faire?`}
      defaultValue="garder"
      choices={[
        { value: "garder", label: `Garder les ${registered} personnes inscrites`, hint: `Le nombre de places devient ${registered}.` },
        { value: "attente", label: "Mettre les dernières inscriptions sur la liste d’attente", hint: "Elles y viennent en premier, et un courriel le leur dit." },
      ]}
    />
  );
}

function Scope({ problem, what }: { problem: Problem | undefined; what: string }) {
  return (
    <RadioGroup
      name="portee"
      label="Ce changement vaut pour"
      defaultValue={problem?.values?.portee ?? "une"}
      choices={[
        { value: "une", label: "Cette rencontre seulement" },
        { value: "toutes", label: "Toutes les rencontres de ce Moment d’échange", hint: what },
      ]}
    />
  );
}

/** Asks why, because whoever meant to come will read it. */
export function ReasonForm({ sisters, verb, keyName, hint }: { sisters: number; verb: string; keyName: string; hint: string }) {
  const problem = useRefusal();
  return (
    <Form method="post" className="form" noValidate>
      <FormKey name={keyName} />
      <ProblemSummary problem={problem} />
      <TextArea name="raison" label="Raison" hint={hint} defaultValue={problem?.values?.raison} error={problem?.fields?.raison} required maxLength={500} rows={2} />
      {sisters > 0 ? <Scope problem={problem} what="Celles qui sont déjà tenues ou annulées ne changent pas." /> : null}
      <Button look={keyName === "annulation" ? "danger" : "main"}>{verb}</Button>
    </Form>
  );
}
