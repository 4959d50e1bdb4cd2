import { Link } from "@remix-run/react";
import { PageHeader } from "~/ui/page-header";
import type { questionPage } from "../build-pages.server";
import { buildPath, DESK } from "../model";
import { KINDS, QUESTION_KINDS } from "../question/model";
import { QuestionForm } from "./build-forms";

/** One question to word, or first what kind it is. */
export function QuestionView({ page }: { page: Awaited<ReturnType<typeof questionPage>> }) {
  const { id, title, kind, questionId } = page;
  return (
    <>
      <PageHeader title={questionId === null ? "Ajouter une question" : "Modifier la question"} lead={kind ? KINDS[kind].name : "De quelle sorte?"} back={{ to: buildPath(id), label: title }} />
      {kind ? (
        <QuestionForm page={page} kind={kind} />
      ) : (
        <ul className="survey-templates" role="list">
          {QUESTION_KINDS.map((name) => (
            <li key={name}>
              <Link to={`${DESK}/${id}/questions?genre=${name}`}>{KINDS[name].name}</Link>
              <p className="soft">{KINDS[name].hint}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
