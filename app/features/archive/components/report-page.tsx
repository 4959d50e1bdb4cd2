import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { textPath } from "../model";
import { ArchiveBody } from "./archive-text";

/** Takes a text of the archive out of sight until the committee decides. */
export function ReportPage({ page: { id, when, body } }: { page: { id: number; when: string; body: string } }) {
  return (
    <>
      <PageHeader title="Signaler un renseignement personnel" lead={"Un enfant ou une famille pourrait être reconnu\u00a0: le texte est masqué tout de suite, et le comité le regarde."} back={{ to: textPath(id), label: "Le texte" }} />
      <p className="soft">Texte du {when}</p>
      <ArchiveBody body={body} />
      <p className="soft">En cas de doute, signalez{"\u00a0"}: le comité peut tout remettre en place, et personne n’en pâtit.</p>
      <Form method="post" action={`${textPath(id)}/signalement`}>
        <FormKey name="signalement" />
        <Acts>
          <Button>Signaler et masquer</Button>
          <ButtonLink look="quiet" to={textPath(id)}>
            Annuler
          </ButtonLink>
        </Acts>
      </Form>
    </>
  );
}
