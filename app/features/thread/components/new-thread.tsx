import type { Problem } from "~/kit/errors";
import type { KnownDraft } from "~/features/draft/model";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Composer } from "./composer";

/** One box to ask or share; the title is optional and there is nothing to classify. */
export function NewThread({ draft, mayWrite, problem }: { draft: KnownDraft; mayWrite: boolean; problem: Problem | undefined }) {
  return (
    <>
      <PageHeader title="Écrire à la communauté" lead="Une question, une trouvaille, un outil à partager." back={{ to: "/discussions", label: "Discussions" }} />
      {mayWrite ? (
        <Composer action="/discussions/nouvelle" threadId={null} label="Votre message" draft={draft} problem={problem} />
      ) : (
        <Notice tone="slate" title="Votre participation est en pause" acts={<ButtonLink look="plain" small to="/reglages">Voir mes réglages</ButtonLink>}>
          <p>Vous pouvez lire, mais pas écrire.</p>
        </Notice>
      )}
    </>
  );
}
