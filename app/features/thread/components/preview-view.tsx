import type { Problem } from "~/kit/errors";
import { NO_DRAFT } from "~/features/draft/model";
import type { SharedFile } from "~/features/file/model";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { threadPath } from "../model";
import { Composer } from "./composer";
import { About } from "./new-thread";

type Previewed = { html: string; input: { titre: string; texte: string; citation: number | null; discussion: number | null; version: string; question: boolean; sans_nom: boolean; choix: string[]; plusieurs: boolean; sujet1: string; sujet2: string; sujet3: string }; files: SharedFile[]; wrong: string[] };

/** The preview of a page without scripts: what the text will look like, and the text itself, still in its form. */
export function PreviewView({ previewed, problem }: { previewed?: Previewed | undefined; problem?: Problem | undefined }) {
  const given = previewed?.input ?? problem?.values;
  const about = previewed ? aboutOf(previewed.input) : (problem?.values ?? {});
  const threadId = Number(given?.discussion) || null;
  const back = threadId ? { to: threadPath(threadId), label: "La discussion" } : { to: "/discussions/nouvelle", label: "Nouvelle discussion" };
  return (
    <>
      <PageHeader title="Aperçu" lead="Rien n’est encore publié." back={back} />
      {previewed && previewed.wrong.length > 0 ? (
        <Notice tone="thread" title="Des fichiers n’ont pas été gardés">
          <p className="lines">{previewed.wrong.join("\n")}</p>
        </Notice>
      ) : null}
      <Composer
        action={threadId ? threadPath(threadId) : "/discussions/nouvelle"}
        threadId={threadId}
        label={threadId ? "Votre réponse" : "Votre message"}
        draft={{ ...NO_DRAFT, files: previewed?.files ?? [], revision: Number(given?.version) || 0 }}
        problem={problem}
        besides={threadId ? null : <About known={[]} keepers={null} values={about} errors={problem?.fields ?? {}} />}
        {...(previewed ? { previewed: { title: previewed.input.titre, body: previewed.input.texte, quotedId: previewed.input.citation, html: previewed.html, poll: { choix: previewed.input.choix.join("\n"), plusieurs: previewed.input.plusieurs ? "oui" : "" } } } : {})}
      />
    </>
  );
}

const aboutOf = ({ question, sans_nom, sujet1, sujet2, sujet3 }: Previewed["input"]): Record<string, string> => ({ question: question ? "oui" : "", sans_nom: sans_nom ? "oui" : "", sujet1, sujet2, sujet3 });
