import { Form, Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Done } from "~/features/community/components/done";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Progress } from "~/ui/progress";
import { ARCHIVE, HELP, transferPath, TRANSFERS } from "../model";
import type { transferPage } from "../transfer/pages.server";
import { GroupChoice } from "./group-choice";
import { TextsChoice } from "./texts-choice";

export type TransferData = Awaited<ReturnType<typeof transferPage>>;

const BACK = { to: TRANSFERS, label: "Apporter mes publications" };

/** One archive that was brought, wherever it stands. */
export function TransferView({ page }: { page: TransferData }) {
  switch (page.state) {
    case "reading":
      return <Reading page={page} />;
    case "failed":
      return (
        <>
          <PageHeader title="Cette archive n’a pas pu être lue" back={BACK} />
          <Notice tone="honey" title={page.what} acts={<><ButtonLink to={TRANSFERS}>Apporter une autre archive</ButtonLink><ButtonLink look="quiet" to={HELP}>Comment la demander à Meta</ButtonLink></>}>
            <p>{page.then}</p>
            <p>Rien n’en a été gardé, ni publié.</p>
          </Notice>
        </>
      );
    case "group":
      return (
        <>
          <PageHeader title="Choisir le groupe" lead="L’archive est lue, et le fichier est effacé. Voici les groupes où vous avez écrit." back={BACK} />
          <GroupChoice page={page} />
          <GiveUp id={page.id} />
        </>
      );
    case "texts":
      return (
        <>
          <PageHeader title="Choisir les textes" lead={`Groupe «\u00a0${page.group}\u00a0». Tout est coché\u00a0: décochez ce que vous n’apportez pas.`} back={BACK} />
          <TextsChoice page={page} />
          <GiveUp id={page.id} />
        </>
      );
    case "published":
      return (
        <>
          <PageHeader title="C’est publié" lead={`${page.count} de cette archive. Le comité les relira avant que la recherche les trouve.`} back={BACK} />
          <Done sentences={{ publie: "Vos textes sont publiés. Personne n’a été averti." }} />
          <Acts>
            <ButtonLink to={ARCHIVE}>Voir l’archive du groupe</ButtonLink>
          </Acts>
        </>
      );
  }
}

/** Looks again by itself while the archive is read; without scripts, at the press of a link. */
function Reading({ page: { id, part } }: { page: Extract<TransferData, { state: "reading" }> }) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const again = setTimeout(revalidate, 1_200);
    return () => clearTimeout(again);
  }, [state, revalidate, part]);
  return (
    <>
      <PageHeader title="Lecture de l’archive" lead={"Le fichier est arrivé. Vous pouvez quitter cette page\u00a0: la lecture continue."} back={BACK} />
      <div role="status">
        <Progress id="lecture" label="Lecture" value={part} words={`${part}\u00a0%`} />
      </div>
      <p>
        <Link to={transferPath(id)}>Regarder où en est la lecture</Link>
      </p>
      <GiveUp id={id} />
    </>
  );
}

function GiveUp({ id }: { id: number }) {
  return (
    <Form method="post" action={`${transferPath(id)}/abandon`} className="section">
      <FormKey name="abandon" />
      <p className="soft">Rien n’est publié tant que vous ne l’avez pas vu et demandé.</p>
      <Button look="quiet" small>
        Abandonner et tout effacer
      </Button>
    </Form>
  );
}
