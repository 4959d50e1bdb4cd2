import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { transferPath } from "../model";
import type { checkPage } from "../transfer/pages.server";

type Page = Awaited<ReturnType<typeof checkPage>>;

const SAID = { laisser: "Ce texte est laissé de côté.", publier: "C’est noté\u00a0: personne n’y est reconnaissable.", corriger: "Le texte est corrigé." };

/** The texts in which someone could be recognised, with the words, and what to do with each. */
export function CheckList({ page: { id, count, texts } }: { page: Page }) {
  const path = transferPath(id);
  const problem = useProblem();
  return (
    <>
      <PageHeader title="Pourrait-on reconnaître quelqu’un?" lead={count === 0 ? undefined : "Ce qui se disait dans un groupe fermé il y a des années peut encore faire reconnaître un enfant ou une famille."} back={{ to: `${path}/apercu`, label: "Aperçu" }} />
      <ProblemSummary problem={problem} />
      <Done sentences={SAID} />
      {count === 0 ? (
        <Notice tone="moss" title="Plus rien à regarder" acts={<ButtonLink to={`${path}/apercu`}>Voir l’aperçu et publier</ButtonLink>} />
      ) : (
        <>
          <p>{count > texts.length ? `${count} textes sont à regarder\u00a0: en voici ${texts.length}.` : count > 1 ? `${count} textes sont à regarder.` : "Un texte est à regarder."}</p>
          <ul className="archive-picks" role="list">
            {texts.map((text) => (
              <Doubtful key={text.id} text={text} path={path} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Doubtful({ text: { id, when, body, passages, refused }, path }: { text: Page["texts"][number]; path: string }) {
  const of = <span className="visually-hidden"> le texte du {when}</span>;
  return (
    <li className="archive-pick" id={`texte-${id}`}>
      <h2 className="yarn-title">Texte du {when}</h2>
      <p className="archive-plain">{body}</p>
      <ul className="stack archive-words" role="list">
        {passages.map(({ mark, words, why, instead }) => (
          <li key={mark}>
            <mark>{words}</mark>
            <br />
            {why} <span className="soft">Plutôt{"\u00a0"}: {instead}</span>
          </li>
        ))}
      </ul>
      <Form method="post" action={`${path}/verification`}>
        <FormKey name={`verification-${id}`} />
        <input type="hidden" name="numero" value={id} />
        <Acts>
          <Link className="button" to={`${path}/textes/${id}`}>
            Corriger{of}
          </Link>
          <Button look="plain" name="acte" value="laisser">
            Laisser de côté{of}
          </Button>
          {refused ? null : (
            <Button look="quiet" name="acte" value="publier">
              Publier quand même{"\u00a0"}: personne n’est reconnaissable{of}
            </Button>
          )}
        </Acts>
      </Form>
    </li>
  );
}
