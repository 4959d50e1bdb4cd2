import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { TextArea, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { actPage } from "../act-pages.server";
import { MAX_WORD } from "../model";

const SAYS: Partial<Record<string, string>> = {
  caviardage: "Les mots d’avant disparaissent de partout\u00a0: versions, brouillons, citations, recherche. On ne peut pas revenir en arrière.",
  retablissement: "Tout revient à sa place, citations comprises.",
  suppression: "Le texte et ses fichiers s’effacent pour tout le monde. On ne peut pas revenir en arrière.",
  masquage: "Il disparaît pour tout le monde, sauf la personne qui l’a écrit et le comité. Vous pourrez le remettre en place.",
  cloture: "Rien ne change pour personne.",
};

/** One act of the committee on a case, with what the author is told. */
export function ActForm({ page: { act, offered, kind, suggestion, back } }: { page: Awaited<ReturnType<typeof actPage>> }) {
  const problem = useProblem();
  if (!offered) {
    return (
      <Notice tone="slate" title="Ce n’est plus à faire" acts={<ButtonLink look="plain" small to={back}>Revenir au signalement</ButtonLink>}>
        <p>La situation a changé entre-temps.</p>
      </Notice>
    );
  }
  const typed = problem?.values;
  return (
    <Form method="post" className="form" noValidate>
      <FormKey name={act} early="texte mot" />
      <ProblemSummary problem={problem} />
      {SAYS[act] ? <p>{SAYS[act]}</p> : null}
      {act !== "caviardage" ? null : kind === "title" ? (
        <TextField name="texte" label="Nouveau titre" maxLength={160} defaultValue={typed?.texte ?? suggestion} error={problem?.fields?.texte} autoComplete="off" />
      ) : (
        <TextArea name="texte" label={kind === "text" ? "Ce qui reste du texte" : "Ce qui reste du message"} hint="Ce qui semblait risqué est déjà remplacé. Relisez tout, car un détail peut suffire." rows={10} defaultValue={typed?.texte ?? suggestion} error={problem?.fields?.texte} />
      )}
      <TextArea
        name="mot"
        label="Un mot pour la personne qui a écrit"
        hint="Elle le lira avec la décision, signé du comité. Personne d’autre ne le voit."
        rows={4}
        maxLength={MAX_WORD}
        defaultValue={typed?.mot ?? offered.word}
        error={problem?.fields?.mot}
      />
      <Acts>
        <Button look={act === "suppression" ? "danger" : "main"}>{offered.verb}</Button>
        <ButtonLink look="quiet" to={back}>
          Ne rien changer
        </ButtonLink>
      </Acts>
    </Form>
  );
}
