import { Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { ARCHIVE, ARCHIVE_TITLE, HELP, TAKE_BACK } from "../model";
import type { bringPage } from "../transfer/pages.server";
import { BringForm } from "./bring-form";

const SAID = { abandon: "C’est effacé\u00a0: rien n’en a été publié.", retrait: "Tout ce que vous aviez apporté est repris." };

/** Where one brings one's archive, and sees what one brought. */
export function BringPage({ page: { transfers, mine, mayBring } }: { page: Awaited<ReturnType<typeof bringPage>> }) {
  return (
    <>
      <PageHeader title="Apporter mes publications" lead="Vos textes de l’ancien groupe Facebook peuvent vous suivre ici. Vous choisissez lesquels, vous les voyez avant, et vous pouvez tout reprendre." back={{ to: ARCHIVE, label: ARCHIVE_TITLE }} />
      <Done sentences={SAID} />
      {mayBring ? (
        <section className="section" aria-labelledby="archive-meta">
          <h2 id="archive-meta">Votre archive</h2>
          <p>
            Meta remet à chaque personne une archive de ce qu’elle a écrit. <Link to={HELP}>Comment la demander, et ce qui en est lu</Link>
          </p>
          <BringForm />
        </section>
      ) : (
        <Notice tone="slate" title="Votre participation est en pause">
          Vous pouvez lire l’archive, et reprendre ce que vous aviez apporté.
        </Notice>
      )}
      {transfers.length > 0 ? (
        <section className="section" aria-labelledby="apports">
          <h2 id="apports">Ce que vous avez apporté</h2>
          <Yarn tight>
            {transfers.map(({ id, to, when, word, open }) => (
              <YarnItem key={id} knot={open ? "loose" : "event"}>
                <YarnText title={<Link to={to}>Archive reçue {when}</Link>} note={word} />
              </YarnItem>
            ))}
          </Yarn>
        </section>
      ) : null}
      {mine ? (
        <section className="section" aria-labelledby="reprendre">
          <h2 id="reprendre">Vos textes dans l’archive</h2>
          <p>
            {mine.texts}
            {mine.waiting > 0 ? `, dont ${mine.waiting} que le comité n’a pas encore relus` : ""}
            {mine.leftOut > 0 ? `, dont ${mine.leftOut} que le comité a laissés de côté` : ""}.
          </p>
          <p>
            <Link to={TAKE_BACK}>Tout reprendre</Link>
          </p>
        </section>
      ) : null}
    </>
  );
}
