import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Yarn } from "~/ui/yarn";
import { ARCHIVE_TITLE, transferPath } from "../model";
import type { previewPage } from "../transfer/pages.server";
import { ArchiveText } from "./archive-text";

type Page = Awaited<ReturnType<typeof previewPage>>;

/** What is about to be published, as it will look. */
export function PreviewPage({ page: { id, group, kept, count, open, texts, further } }: { page: Page }) {
  const path = transferPath(id);
  return (
    <>
      <PageHeader title="Aperçu" lead={`${count} du groupe «\u00a0${group}\u00a0», comme les membres les verront sous «\u00a0${ARCHIVE_TITLE}\u00a0».`} back={{ to: path, label: "Choisir les textes" }} />
      {kept === 0 ? (
        <Notice tone="honey" title="Aucun texte n’est gardé" acts={<ButtonLink to={path}>Choisir des textes</ButtonLink>} />
      ) : open > 0 ? (
        <Notice tone="honey" title="Pourrait-on reconnaître quelqu’un?" acts={<ButtonLink to={`${path}/verification`}>{open > 1 ? `Regarder ces ${open} textes` : "Regarder ce texte"}</ButtonLink>}>
          <p>{open > 1 ? `Dans ${open} textes, des mots pourraient` : "Dans un texte, des mots pourraient"} faire reconnaître un enfant ou une famille. Dites ce qu’il faut en faire avant de publier.</p>
        </Notice>
      ) : (
        <Form method="post" action={`${path}/publication`}>
          <FormKey name="publication" />
          <p>Ces textes gardent leurs dates. Personne n’est averti, et vous pourrez tout reprendre.</p>
          <Acts>
            <Button>Publier {count}</Button>
            <ButtonLink look="quiet" to={path}>
              Changer mes choix
            </ButtonLink>
          </Acts>
        </Form>
      )}
      <section className="section" aria-labelledby="textes">
        <h2 id="textes">Ce qui sera publié</h2>
        <div className="archive-yarn">
          <Yarn>
            {texts.map(({ id: text, ...look }) => (
              <ArchiveText key={text} {...look} id={`texte-${text}`} />
            ))}
          </Yarn>
        </div>
      </section>
      <Pager label="Suite de l’aperçu" {...(further ? { newer: { to: further, label: "Suite de l’aperçu" } } : {})} />
    </>
  );
}
