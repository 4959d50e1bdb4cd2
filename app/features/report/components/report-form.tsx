import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { TextArea } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { CAUSE_WORDS, CAUSES, MAX_NOTE } from "../model";
import type { reportPage } from "../pages.server";

type Page = Awaited<ReturnType<typeof reportPage>>;

const hintsOf = (fixed: boolean): Partial<Record<(typeof CAUSES)[number], string>> => ({
  "personal-information": fixed ? "Un enfant ou une famille pourrait être reconnu. Le comité en est averti tout de suite." : "Un enfant ou une famille pourrait être reconnu. C’est masqué tout de suite, partout.",
});

/** Asks the committee to look at something. Whoever reports need prove nothing and is named to nobody but the committee. */
export function ReportForm({ page }: { page: Page }) {
  const problem = useProblem();
  const { back, what, text, concealed, none, fixed, mayWrite } = page;
  if (none) return <Notice tone="slate" title="Il n’y a pas de texte ici" acts={<ButtonLink look="plain" small to={back}>Revenir</ButtonLink>} />;
  if (concealed) {
    return (
      <Notice tone="slate" title="C’est déjà masqué" acts={<ButtonLink look="plain" small to={back}>Revenir</ButtonLink>}>
        <p>Quelqu’un l’a signalé avant vous. Le comité le regarde.</p>
      </Notice>
    );
  }
  if (!mayWrite) return <Notice tone="slate" title="Votre participation est en pause">Vous pouvez lire, mais pas signaler. Reprenez dans vos réglages.</Notice>;
  return (
    <Form method="post" className="form" noValidate>
      <FormKey name="signaler" early="precision" />
      <ProblemSummary problem={problem} />
      <p className="soft">{what}</p>
      {text ? <blockquote className="typed-text">{text}</blockquote> : null}
      <WhichPassage page={page} />
      {fixed ? <p>Ce texte a été adopté ou signé tel quel{"\u00a0"}: il n’est pas masqué. Le comité peut en publier une nouvelle version.</p> : null}
      <RadioGroup
        name="motif"
        label="Qu’est-ce qui ne va pas?"
        defaultValue={problem?.values?.motif ?? "personal-information"}
        error={problem?.fields?.motif}
        choices={CAUSES.map((cause) => ({ value: cause, label: CAUSE_WORDS[cause], hint: hintsOf(fixed)[cause] }))}
      />
      <TextArea name="precision" label="En quelques mots" labelAside="(facultatif)" hint="Inutile pour un renseignement personnel. Le comité seul le lira." rows={3} maxLength={MAX_NOTE} defaultValue={problem?.values?.precision} error={problem?.fields?.precision} />
      <p className="soft">En cas de doute, signalez{"\u00a0"}: le comité peut tout remettre en place, et personne n’en pâtit. Votre nom n’est connu que du comité.</p>
      <Acts>
        <Button>Signaler au comité</Button>
        <ButtonLink look="quiet" to={back}>
          Annuler
        </ButtonLink>
      </Acts>
    </Form>
  );
}

/** Of several texts, the one that is meant. */
function WhichPassage({ page: { passages, chosen } }: { page: Page }) {
  const problem = useProblem();
  const [only] = passages;
  if (!only) return null;
  if (passages.length === 1) return <input type="hidden" name="passage" value={only.part} />;
  return (
    <RadioGroup
      name="passage"
      label="Où est-ce?"
      defaultValue={problem?.values?.passage ?? chosen ?? undefined}
      error={problem?.fields?.passage}
      choices={passages.map(({ part, label, text }) => ({ value: part, label, hint: text }))}
    />
  );
}
