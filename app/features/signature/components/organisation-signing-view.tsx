import { Link } from "@remix-run/react";
import { CharterText } from "~/features/charter/components/charter-text";
import { sentenceOf } from "~/kit/errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { organisationSigningPath, receiptPath, SIGNING, STANDING_NAMES } from "../model";
import type { organisationSigningPage } from "../pages.server";
import { ChangeList } from "./change-list";
import { RenewalForm } from "./renewal-form";
import { SigningForm } from "./signing-form";
import { WithdrawalForm } from "./withdrawal-view";

/** An organisation signs apart from its people, by who manages it. */
export function OrganisationSigningView({ data }: { data: Awaited<ReturnType<typeof organisationSigningPage>> }) {
  const { text, changes, renewal, organisation, signer, paused } = data;
  const { id, name, standing, held } = organisation;
  const here = organisationSigningPath(id);
  const signed = standing === "signed";
  return (
    <>
      <PageHeader
        reading
        title={`Signer au nom de l’organisation`}
        lead={name}
        facts={
          <>
            <Tag tone={signed ? "moss" : "honey"}>{STANDING_NAMES[standing]}</Tag> Version {text.number}, en vigueur depuis le {text.published}
          </>
        }
        back={{ to: SIGNING, label: "Signer la Charte" }}
      />
      {held ? (
        <Notice tone={signed ? "moss" : "honey"} title={`L’organisation a signé la version ${held.version} le ${held.on}.`} acts={<Link to={receiptPath(held.code)}>Voir le reçu</Link>} />
      ) : null}
      {renewal && !paused ? <RenewalForm action={here} renewal={renewal} /> : null}
      {changes.length > 0 && held ? (
        <section className="section" aria-labelledby="changements">
          <h2 id="changements">Ce qui a changé depuis la signature de l’organisation</h2>
          <p className="soft">
            De la version {held.version} à la version {text.number}.
          </p>
          <ChangeList changes={changes} />
        </section>
      ) : null}
      {changes.length > 0 ? <h2 className="section">Le texte au complet</h2> : null}
      <div className="signing-text" id="texte">
        <CharterText version={text} />
      </div>
      {signed ? null : (
        <section className="section" aria-labelledby="signer">
          <h2 id="signer">{renewal ? "Signer avec un autre nom ou un autre titre" : "Signer au nom de l’organisation"}</h2>
          <p className="soft">Cette signature engage l’organisation. La vôtre, comme personne, se fait à part.</p>
          {paused ? (
            <Notice tone="honey" title="Vous ne pouvez pas signer d’ici">
              {sentenceOf("member.paused")}
            </Notice>
          ) : (
            <SigningForm key={text.sha256} action={here} text={{ version: text.number, sha256: text.sha256 }} signer={signer} organisations={[{ id, name }]} forOrganisation verb="Signer au nom de l’organisation" />
          )}
        </section>
      )}
      {held ? (
        <section className="section" aria-labelledby="retirer">
          <h2 id="retirer">Retirer la signature de l’organisation</h2>
          <WithdrawalForm action={`${here}/retrait`} back={SIGNING} whose="organisation" />
        </section>
      ) : null}
    </>
  );
}
