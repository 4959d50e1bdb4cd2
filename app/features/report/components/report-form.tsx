import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { threadPath } from "~/features/thread/model";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { TextArea } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { CAUSE_WORDS, CAUSES, MAX_NOTE } from "../model";
import type { reportPage } from "../pages.server";

const HINTS: Partial<Record<(typeof CAUSES)[number], string>> = {
  "personal-information": "Un enfant ou une famille pourrait être reconnu. C’est masqué tout de suite, partout.",
};

/** Asks the committee to look at something. Whoever reports need prove nothing and is named to nobody but the committee. */
export function ReportForm({ page }: { page: Awaited<ReturnType<typeof reportPage>> }) {
  const problem = useProblem();
  const { threadId, author, text, concealed, kindWord, mayWrite } = page;
  if (concealed) {
    return (
      <Notice tone="slate" title="C’est déjà masqué" acts={<ButtonLink look="plain" small to={threadPath(threadId)}>Revenir à la discussion</ButtonLink>}>
        <p>Quelqu’un l’a signalé avant vous. Le comité le regarde.</p>
      </Notice>
    );
  }
  if (!mayWrite) return <Notice tone="slate" title="Votre participation est en pause">Vous pouvez lire, mais pas signaler. Reprenez dans vos réglages.</Notice>;
  return (
    <Form method="post" className="form" noValidate>
      <FormKey name="signaler" early="precision" />
      <ProblemSummary problem={problem} />
      <p className="soft">
        {kindWord} de {author}
      </p>
      <blockquote className="typed-text">{text}</blockquote>
      <RadioGroup
        name="motif"
        label="Qu’est-ce qui ne va pas?"
        defaultValue={problem?.values?.motif ?? "personal-information"}
        error={problem?.fields?.motif}
        choices={CAUSES.map((cause) => ({ value: cause, label: CAUSE_WORDS[cause], hint: HINTS[cause] }))}
      />
      <TextArea name="precision" label="En quelques mots" labelAside="(facultatif)" hint="Inutile pour un renseignement personnel. Le comité seul le lira." rows={3} maxLength={MAX_NOTE} defaultValue={problem?.values?.precision} error={problem?.fields?.precision} />
      <p className="soft">En cas de doute, signalez{"\u00a0"}: le comité peut tout remettre en place, et personne n’en pâtit. Votre nom n’est connu que du comité.</p>
      <Acts>
        <Button>Signaler au comité</Button>
        <ButtonLink look="quiet" to={threadPath(threadId)}>
          Annuler
        </ButtonLink>
      </Acts>
    </Form>
  );
}
