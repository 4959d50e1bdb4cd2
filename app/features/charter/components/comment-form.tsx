import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { TextArea, TextField, fieldId } from "~/ui/field";
import { MAX_QUOTE } from "../article/anchor";
import { articlePath } from "../model";

type Props = { page: { id: number; committee: boolean } };

/** Whatever is selected in the article becomes the passage spoken of, without moving anybody's cursor. */
function usePassage(): React.RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const take = () => {
      const selection = document.getSelection();
      const text = document.getElementById("texte-article");
      const field = form.current?.elements.namedItem("passage");
      if (!selection || selection.isCollapsed || !text || !(field instanceof HTMLTextAreaElement)) return;
      if (!text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
      field.value = selection.toString().replace(/\s+/g, " ").trim().slice(0, MAX_QUOTE);
    };
    document.addEventListener("selectionchange", take);
    return () => document.removeEventListener("selectionchange", take);
  }, []);
  return form;
}

/** What a member says of an article, or of words in it. */
export function CommentForm({ page: { id, committee } }: Props) {
  const problem = useProblem();
  const form = usePassage();
  const kept = problem?.values ?? {};
  return (
    <Form method="post" action={`${articlePath(id)}/commentaire`} className="form comment-form" noValidate ref={form}>
      <FormKey name="commentaire" />
      <ProblemSummary problem={problem} />
      <TextArea name="commentaire" label="Votre commentaire" rows={3} required defaultValue={kept.commentaire} error={problem?.fields?.commentaire} />
      <TextArea
        name="passage"
        label="Passage visé"
        labelAside="facultatif"
        hint="Choisissez des mots dans l’article, ou copiez-les ici tels qu’ils y sont."
        rows={2}
        maxLength={MAX_QUOTE}
        defaultValue={kept.passage}
        error={problem?.fields?.passage}
      />
      {committee ? <SpokenFor kept={kept} error={problem?.fields?.nom} /> : null}
      <Button look="plain">Publier le commentaire</Button>
    </Form>
  );
}

/** What was said at a meeting, on paper, under the name of who said it. */
export function SpokenFor({ kept, error }: { kept: Record<string, string>; error: string | undefined }) {
  return (
    <TextField
      name="nom"
      id={fieldId("nom")}
      label="Au nom de"
      labelAside="si c’est dit sur papier, à une rencontre"
      hint="La personne ou le groupe qui l’a dit. Votre nom paraît aussi, comme la personne qui l’a noté."
      defaultValue={kept.nom}
      error={error}
      maxLength={160}
    />
  );
}
