import { Form, Link } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { FIELDS, keptFilesOf } from "~/features/file/model";
import { BESIDES, placeOf } from "../model";

/** A draft that changed elsewhere, on a page without scripts: both texts, and one button for each. */
export function TwoTexts({ problem }: { problem: Problem }) {
  const { values = {}, state = {} } = problem;
  const threadId = Number(values.discussion) || null;
  const gone = Number(state.revision) === 0;
  if (problem.code !== "draft.moved") {
    return (
      <Notice tone="thread" role="alert" title={problem.fields?.texte ?? problem.fields?.fichiers ?? problem.sentence}>
        <p>Voici votre texte, pour le copier{"\u00a0"}:</p>
        <blockquote className="prose typed-text">{values.texte}</blockquote>
      </Notice>
    );
  }
  return (
    <Notice tone="honey" role="alert" title={gone ? "Ce brouillon a été publié ou supprimé ailleurs" : "Ce brouillon a changé ailleurs"}>
      <div className="stack">
        <p>Votre texte{"\u00a0"}:</p>
        <blockquote className="prose typed-text">{[values.titre, values.texte].filter(Boolean).join("\n")}</blockquote>
        <Form method="post" action="/brouillons">
          {["titre", "texte", "discussion", "citation", ...BESIDES].map((name) => (
            <input key={name} type="hidden" name={name} value={values[name] ?? ""} />
          ))}
          {keptFilesOf(values).map(({ id, description }) => [
            <input key={id} type="hidden" name={FIELDS.ids} value={id} />,
            <input key={-id} type="hidden" name={FIELDS.described} value={description} />,
          ])}
          <input type="hidden" name="version" value={String(state.revision ?? 0)} />
          <Button look="plain">Garder ce texte</Button>
        </Form>
        {gone ? null : (
          <>
            <p>L’autre texte, celui qui est enregistré{"\u00a0"}:</p>
            <blockquote className="prose typed-text">{[state.title, state.body].filter(Boolean).join("\n")}</blockquote>
            <p>
              <Link to={placeOf(threadId)}>Garder l’autre</Link>
            </p>
          </>
        )}
      </div>
    </Notice>
  );
}
