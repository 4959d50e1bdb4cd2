import { Form } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { FormKey } from "~/features/shell/components/form-key";
import { ReportLink } from "~/features/shell/components/report-link";
import { Button } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { Yarn } from "~/ui/yarn";
import { ARCHIVE, ARCHIVE_TITLE, textPath } from "../model";
import type { archivedPage, Shown } from "../pages.server";
import { ArchiveText } from "./archive-text";

type Page = Awaited<ReturnType<typeof archivedPage>>;

const SAID = { revendication: "C’est noté\u00a0: le comité confirmera que ce texte est de vous." };

/** One post of the group with its comments. */
export function ArchiveThread({ page: { heading, day, group, texts } }: { page: Page }) {
  return (
    <>
      <PageHeader title={`${heading} du ${day}`} lead={`Groupe Facebook «\u00a0${group}\u00a0». On ne répond plus ici.`} back={{ to: ARCHIVE, label: ARCHIVE_TITLE }} />
      <Done sentences={SAID} />
      <div className="archive-yarn">
        <Yarn>
          {texts.map((text, index) => (
            <ArchiveText key={text.id} {...text} id={`texte-${text.id}`} under={index > 0} aside={text.state ? <State state={text.state} /> : null} foot={<Foot text={text} />} />
          ))}
        </Yarn>
      </div>
      {texts.length > 1 ? <p className="soft section">Les archives de Meta ne disent pas à quelle publication répond un commentaire{"\u00a0"}: Le Fil le place sous la dernière de la même personne avant lui.</p> : null}
    </>
  );
}

const State = ({ state: { word, note } }: { state: NonNullable<Shown["state"]> }) => (
  <p className="hint">
    <Tag tone={word === "Pas encore relu" ? "honey" : "slate"}>{word}</Tag> {note}
  </p>
);

function Foot({ text: { id, when, mayClaim, claim, mayReport } }: { text: Shown }) {
  return (
    <>
      {mayClaim ? (
        <Form method="post" action={`${textPath(id)}/revendication`}>
          <FormKey name={`revendication-${id}`} />
          <Button look="quiet" small>
            C’est moi<span className="visually-hidden"> qui ai écrit le texte du {when}</span>
          </Button>
        </Form>
      ) : null}
      {claim === "waiting" ? <span>Vous dites que c’est vous{"\u00a0"}: le comité doit le confirmer.</span> : null}
      {claim === "refused" ? <span>Le comité n’a pas pu confirmer que c’est vous{"\u00a0"}: ce texte reste sans nom.</span> : null}
      {mayReport ? (
        <ReportLink of="archive" id={id} which={` dans le texte du ${when}`} />
      ) : null}
    </>
  );
}
