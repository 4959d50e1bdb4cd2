import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { SIGNING, VERIFICATION } from "../model";
import type { verificationPage } from "../receipt.server";
import { Broken } from "./receipt-view";

type Data = Awaited<ReturnType<typeof verificationPage>>;

/** Type the code of a receipt that is shown to you; the page says what it stands for. */
export function VerificationView({ data }: { data: Data }) {
  const { typed } = data;
  return (
    <>
      <PageHeader title="Vérifier un reçu" lead="Le code est sur le reçu de signature qu’on vous montre." back={{ to: SIGNING, label: "Signer la Charte" }} />
      <Form method="get" action={VERIFICATION} className="form">
        <TextField name="code" label="Code du reçu" hint="12 lettres et chiffres, comme 7K2M-Q9RT-4WXB." defaultValue={typed} required maxLength={20} autoComplete="off" short />
        <Button>Vérifier</Button>
      </Form>
      <div role="status">{data.asked ? <Found data={data} /> : null}</div>
    </>
  );
}

function Found({ data }: { data: Extract<Data, { asked: true }> }) {
  const { receipt } = data;
  if (!receipt) {
    return (
      <Notice tone="honey" title="Aucun reçu ne porte ce code">
        Comparez-le avec le reçu, signe par signe. Un code ne contient ni I, ni L, ni O, ni U.
      </Notice>
    );
  }
  return (
    <>
      <Broken {...receipt} />
      {receipt.withdrawn ? (
        <Notice tone="slate" title={`Ce reçu est bien celui d’une signature de la version ${receipt.version}, retirée depuis`} />
      ) : (
        <Notice tone="moss" title={`Ce reçu correspond au texte de la version ${receipt.version}`} />
      )}
      <div className="receipt-facts">
        <DefinitionList facts={receipt.facts} />
      </div>
    </>
  );
}
