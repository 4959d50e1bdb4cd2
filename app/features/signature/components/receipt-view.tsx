import { Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ButtonLink } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { receiptPdfPath, SIGNING } from "../model";
import type { ShownReceipt } from "../receipt.server";

/** What was signed, by whom and when, to keep. */
export function ReceiptView({ receipt }: { receipt: ShownReceipt }) {
  const { code, version, title, sentence, facts, withdrawn } = receipt;
  return (
    <>
      <PageHeader
        reading
        title="Reçu de signature"
        facts={`${title}, version ${version}`}
        back={{ to: SIGNING, label: "Signer la Charte" }}
        action={
          <ButtonLink reloadDocument to={receiptPdfPath(code)}>
            Télécharger le reçu et le texte (PDF)
          </ButtonLink>
        }
      />
      <Done sentences={{ signature: "C’est signé. Votre reçu vous est aussi envoyé par courriel, avec le texte." }} />
      <Broken {...receipt} />
      {withdrawn ? (
        <Notice tone="slate" title="Cette signature a été retirée depuis">
          Le journal garde les deux{"\u00a0"}: la signature et son retrait.
        </Notice>
      ) : null}
      <blockquote className="signing-sentence">{sentence}</blockquote>
      <div className="receipt-facts">
        <DefinitionList facts={facts} />
      </div>
      <p className="soft">
        Qui a ce code peut le <Link to={`/charte/verification?code=${code}`}>vérifier dans Le Fil</Link>. Les empreintes permettent de vérifier, sans Le Fil, que le journal exporté est entier.
      </p>
    </>
  );
}

/** What should never be seen. */
export function Broken({ sound }: { sound: boolean }) {
  if (sound) return null;
  return (
    <Notice tone="honey" title="Ce reçu ne correspond plus au texte conservé" role="alert">
      Le texte ou le maillon du journal a été modifié depuis la signature. Prévenez le comité de travail, et gardez votre copie.
    </Notice>
  );
}
