import type { Problem } from "~/kit/errors";
import type { KnownDraft } from "~/features/draft/model";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Checkbox } from "~/ui/choice";
import { Disclosure } from "~/ui/disclosure";
import { topicFieldNames, TopicFields } from "~/features/topic/components/topic-fields";
import { whoMayKnow, type Keepers } from "../anonymity/model";
import { Composer } from "./composer";
import { SignFirst } from "./sign-first";

type AboutProps = { known: readonly string[]; keepers: Keepers | null; values: Record<string, string | undefined>; errors: Record<string, string> };

/** What a new discussion is: a question or not, and about which topics. Nobody has to say. */
export function About({ known, keepers, values, errors }: AboutProps) {
  return (
    <>
      <Checkbox name="question" value="oui" defaultChecked={values.question === "oui"} label="C’est une question" hint={"Elle porte le mot «\u00a0Question ouverte\u00a0» jusqu’à ce qu’une réponse soit choisie."} />
      {keepers || errors.sans_nom || values.sans_nom === "oui" ? (
        <Checkbox name="sans_nom" value="oui" defaultChecked={values.sans_nom === "oui"} label="Publier sans mon nom" hint={keepers ? whoMayKnow(keepers) : undefined} error={errors.sans_nom} />
      ) : null}
      <Disclosure summary="Dire de quels sujets il s’agit" open={topicFieldNames.some((name) => values[name] || errors[name])}>
        <TopicFields known={known} values={values} errors={errors} />
      </Disclosure>
    </>
  );
}

/** One box to ask or share; the title is optional and there is nothing to classify. */
export function NewThread({ draft, topics, keepers, mayWrite, held, problem }: { draft: KnownDraft; topics: readonly string[]; keepers: Keepers | null; mayWrite: boolean; held: boolean; problem: Problem | undefined }) {
  return (
    <>
      <PageHeader title="Écrire à la communauté" lead="Une question, une trouvaille, un outil à partager." back={{ to: "/discussions", label: "Discussions" }} />
      {mayWrite && held && !problem ? (
        <SignFirst what="lancer une discussion" />
      ) : mayWrite ? (
        <Composer action="/discussions/nouvelle" threadId={null} label="Votre message" draft={draft} problem={problem} besides={<About known={topics} keepers={keepers} values={problem?.values ?? draft.besides} errors={problem?.fields ?? {}} />} />
      ) : (
        <Notice tone="slate" title="Votre participation est en pause" acts={<ButtonLink look="plain" small to="/reglages">Voir mes réglages</ButtonLink>}>
          <p>Vous pouvez lire, mais pas écrire.</p>
        </Notice>
      )}
    </>
  );
}
