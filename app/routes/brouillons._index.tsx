import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { asParticipant } from "~/kit/guard.server";
import { DraftList } from "~/features/draft/components/draft-list";
import { TwoTexts } from "~/features/draft/components/two-texts";
import { draftsPage, keepByButton } from "~/features/draft/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { useFrame } from "~/features/shell/use-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Mes brouillons – Le Fil" }];

export const loader = asParticipant(({ actor }) => draftsPage(actor));

/** The button « Enregistrer le brouillon » of a page without scripts. */
export const action = asParticipant(async (asked) => redirect(await keepByButton(asked), 303), { quiet: true, repeatable: true, files: true });

export default function Drafts() {
  const drafts = useLoaderData<typeof loader>();
  const refused = useActionData() as { problem?: Problem } | undefined;
  const me = useFrame()?.me;
  return (
    <PageFrame>
      <PageHeader title="Mes brouillons" lead="Personne d’autre que vous ne peut les lire. Ils s’effacent après 90 jours." />
      <div className="stack">
        {refused?.problem ? <TwoTexts problem={refused.problem} /> : null}
        <DraftList drafts={drafts} mayStart={me?.member === true && me.standing === "active"} />
      </div>
    </PageFrame>
  );
}
