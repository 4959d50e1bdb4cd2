import { Link } from "@remix-run/react";
import { CharterText } from "~/features/charter/components/charter-text";
import { Done } from "~/features/community/components/done";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { sentenceOf } from "~/kit/errors";
import { organisationSigningPath, receiptPath, SIGNING, STANDING_NAMES, VERIFICATION, WITHDRAWAL, type Standing } from "../model";
import type { ShownHolding, ShownOrganisation, signingPage } from "../pages.server";
import { ChangeList } from "./change-list";
import { SignedCount } from "./signed-count";
import { RenewalForm } from "./renewal-form";
import { SigningForm } from "./signing-form";

type Data = Awaited<ReturnType<typeof signingPage>>;

const DONE = { retrait: "Votre signature est retirée. Elle reste au journal, avec son retrait.", "retrait-organisation": "La signature de l’organisation est retirée." };

/** The whole text, then one's name, the sentence and the button; or what was signed, with its receipt. */
export function SigningView({ data }: { data: Data }) {
  if (!data.text) {
    return (
      <>
        <PageHeader title="Signer la Charte" />
        <EmptyState act={<ButtonLink look="plain" to="/charte">Voir où en est la Charte</ButtonLink>}>Aucune version de la Charte n’est encore en vigueur. Vous pourrez la signer ici dès qu’une version le sera.</EmptyState>
      </>
    );
  }
  const { text, changes, renewal, standing, until, held, signer, organisations, sharedMailbox, paused, count } = data;
  const signed = standing === "signed";
  const own = organisations.filter(({ manages }) => manages);
  return (
    <>
      <PageHeader
        reading
        title={signed ? text.title : renewal ? "Renouveler votre signature" : "Signer la Charte"}
        lead={signed || renewal ? undefined : "Lisez le texte au complet. La signature est à la fin."}
        facts={
          <>
            <Tag tone={toneOf(standing)}>{STANDING_NAMES[standing]}</Tag> {until ? `D’ici le ${until}. ` : ""}Version {text.number}, en vigueur depuis le {text.published}
          </>
        }
        back={{ to: "/charte", label: "La Charte" }}
      />
      <Done sentences={DONE} />
      {held ? <Held held={held} standing={standing} version={text.number} /> : null}
      {renewal && !sharedMailbox && !paused ? <RenewalForm action={SIGNING} renewal={renewal} /> : null}
      {own.length > 0 ? <Organisations organisations={own} /> : null}
      {changes.length > 0 && held ? (
        <section className="section" aria-labelledby="changements">
          <h2 id="changements">Ce qui a changé depuis votre signature</h2>
          <p className="soft">
            De la version {held.version}, que vous avez signée, à la version {text.number}.
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
          <h2 id="signer">{renewal ? "Signer avec un autre nom ou un autre titre" : "Signer"}</h2>
          {sharedMailbox || paused ? (
            <Notice tone="honey" title="Vous ne pouvez pas signer d’ici">
              {sentenceOf(paused ? "member.paused" : "signing.shared-mailbox")}
            </Notice>
          ) : (
            <SigningForm key={text.sha256} action={SIGNING} text={{ version: text.number, sha256: text.sha256 }} signer={signer} organisations={organisations} verb={held ? "Signer de nouveau" : "Signer la Charte"} />
          )}
          <p className="soft signing-aside">
            Vous n’êtes pas d’accord avec un passage? Ne pas signer ne vous retire rien{"\u00a0"}: <Link to="/charte">proposez une autre formulation</Link>, et le groupe y répondra.
          </p>
        </section>
      )}
      <SignedCount version={text.number} count={count} />
      <p className="row section">
        <Link to={VERIFICATION}>Vérifier un reçu</Link>
      </p>
    </>
  );
}

const toneOf = (standing: Standing) => (standing === "signed" ? "moss" : "honey");

function Held({ held, standing, version }: { held: NonNullable<ShownHolding>; standing: Standing; version: number }) {
  const signed = `Vous avez signé la version ${held.version} le ${held.on}.`;
  return (
    <Notice
      tone={toneOf(standing)}
      title={standing === "signed" ? signed : standing === "behind" ? `${signed} La version ${version} est à signer.` : `${signed} Une signature se renouvelle chaque année.`}
      acts={
        <>
          <Link to={receiptPath(held.code)}>Voir votre reçu</Link>
          <Link to={WITHDRAWAL}>Retirer votre signature</Link>
        </>
      }
    />
  );
}

/** Signed apart from people, by who manages them. */
function Organisations({ organisations }: { organisations: readonly ShownOrganisation[] }) {
  return (
    <section className="section" aria-labelledby="organisations">
      <h2 id="organisations">Au nom de votre organisation</h2>
      <Yarn tight>
        {organisations.map(({ id, name, standing, held }) => (
          <YarnItem key={id} knot={standing === "signed" ? "done" : "loose"}>
            <YarnText
              title={<Link to={organisationSigningPath(id)}>{name}</Link>}
              note={
                <>
                  <Tag tone={toneOf(standing)}>{STANDING_NAMES[standing]}</Tag> {held ? `Version ${held.version}, signée le ${held.on}` : null}
                </>
              }
            />
          </YarnItem>
        ))}
      </Yarn>
    </section>
  );
}
