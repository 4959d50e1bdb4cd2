import { Link } from "@remix-run/react";
import { TextField } from "~/ui/field";
import { ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { MAX_REASON, writingPath } from "../model";
import type { writingPage } from "../pages.server";
import { SheetForm } from "./sheet-form";

const HINT = "Les présences se comptent, et ne se nomment pas. Jamais de situation qui permette de reconnaître un enfant ou une famille.";

/** The sheet on which the minutes are written, begun from the template. */
export function WritingView({ page: { meetingId, title, me, adopted, draft, known, notes, back } }: { page: Awaited<ReturnType<typeof writingPage>> }) {
  const path = writingPath(meetingId);
  return (
    <>
      <PageHeader title={adopted ? "Une nouvelle version du compte rendu" : "Écrire le compte rendu"} back={{ to: back, label: title }} lead={adopted ? "Les versions précédentes restent lisibles." : "Le gabarit reprend ce que l’on sait déjà\u00a0: présences, sujets, notes, suites, cartes."} />
      {adopted ? null : (
        <div className="stack">
          <p>Chaque rubrique garde son titre. Ce qui n’a pas eu lieu s’enlève, ce qui manque s’ajoute{"\u00a0"}: une personne qui n’y était pas devrait comprendre ce qu’on retient.</p>
          {notes ? (
            <p>
              <Link to={notes.to}>{notes.several ? "Relire les notes des pôles et la synthèse" : "Relire les notes"}</Link>
            </p>
          ) : null}
        </div>
      )}
      <SheetForm
        action={path}
        keeps={draft ? `${path}/enregistrement` : null}
        place={`compte-rendu.${me}.${meetingId}`}
        known={known}
        label="Le compte rendu"
        hint={HINT}
        verb={adopted ? "Publier cette version" : "Enregistrer le compte rendu"}
        fields={adopted ? (problem) => <TextField name="raison" label="Pourquoi cette nouvelle version" hint="Tout le monde le lira." maxLength={MAX_REASON} defaultValue={problem?.values?.raison} error={problem?.fields?.raison} required /> : undefined}
        way={<ButtonLink look="quiet" to={back}>Annuler</ButtonLink>}
      />
    </>
  );
}
