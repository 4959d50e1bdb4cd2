import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { kitPath, MAX_HANDOVER } from "../kit/model";
import type { KitPage, ShownHandover } from "../kit/pages.server";

const PARTS = [
  { name: "bien", key: "worked", label: "Ce qui a bien marché" },
  { name: "savoir", key: "toKnow", label: "À savoir" },
  { name: "restes", key: "leftOver", label: "Restes" },
] as const;

/** What somebody left, part by part. */
export function HandoverWords({ handover }: { handover: ShownHandover }) {
  return (
    <>
      <dl className="handover">
        {PARTS.filter(({ key }) => handover[key] !== "").map(({ key, label }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{handover[key]}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">Écrit par {handover.by}</p>
    </>
  );
}

/** The page that the word is written from when it was refused, and that a link can lead to. */
export function HandoverPage({ page }: { page: KitPage }) {
  const { meetingId, sittingId, sitting } = page;
  return (
    <>
      <PageHeader title="Passer le relais" facts={[sitting.title, sitting.pole, sitting.day].filter(Boolean).join(" · ")} back={{ to: kitPath(meetingId, sittingId), label: "La trousse" }} />
      <ProblemSummary problem={useProblem()} />
      <HandoverForm page={page} />
    </>
  );
}

/** The word to the next ones; when somebody else wrote it meanwhile, both stand here. */
export function HandoverForm({ page: { meetingId, sittingId, handover, begun } }: { page: KitPage }) {
  const problem = useProblem();
  const moved = problem?.code === "kit.moved" && handover !== null;
  const typed = (name: string): string | undefined => problem?.values?.[name];
  return (
    <section className="section" aria-labelledby="mot">
      <h2 id="mot">Le mot aux prochaines personnes responsables</h2>
      <p className="soft">{begun ? "Trois lignes suffisent. Elles les trouveront en haut de leur trousse." : "À écrire après la rencontre, ou au fil de la préparation."}</p>
      {moved ? (
        <Notice tone="honey" title="Ce que l’autre personne vient d’écrire">
          <HandoverWords handover={handover} />
        </Notice>
      ) : null}
      <Form method="post" action={`${kitPath(meetingId, sittingId)}/mot`} className="form" noValidate preventScrollReset>
        <FormKey name="mot" />
        <input type="hidden" name="version" value={String(handover?.revision ?? 0)} />
        {PARTS.map(({ name, key, label }) => (
          <TextArea key={`${name}-${handover?.revision ?? 0}`} name={name} label={label} labelAside="facultatif" rows={3} maxLength={MAX_HANDOVER} defaultValue={typed(name) ?? handover?.[key] ?? ""} error={problem?.fields?.[name]} />
        ))}
        <Button look="plain">{handover ? "Enregistrer ce mot" : "Laisser ce mot"}</Button>
      </Form>
    </section>
  );
}
