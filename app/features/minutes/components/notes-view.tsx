import { Done } from "~/features/community/components/done";
import { ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { Prose } from "~/ui/prose";
import { notesPath, synthesisPath } from "../model";
import type { notesPage, synthesisPage } from "../note/pages.server";
import { SheetForm } from "./sheet-form";

const SAID = { notes: "C’est enregistré." };
const HINT = "Jamais de situation qui permette de reconnaître un enfant ou une famille\u00a0: une idée, une phrase, une question.";

/** The notes of one sitting, taken while it goes on. */
export function NotesView({ page: { meetingId, sittingId, title, me, name, known } }: { page: Awaited<ReturnType<typeof notesPage>> }) {
  const path = notesPath(meetingId, sittingId);
  return (
    <>
      <PageHeader title={name ? `Notes, ${name}` : "Notes"} back={{ to: `/moments/${meetingId}`, label: title }} lead="Pour les responsables et le comité. Elles s’enregistrent d’elles-mêmes, et servent à la synthèse et au compte rendu." />
      <Done sentences={SAID} />
      {known.by ? <p className="soft">Écrites en dernier par {known.by}, {known.savedAt}.</p> : null}
      <SheetForm action={path} keeps={`${path}/enregistrement`} place={`notes.${me}.${sittingId}`} known={known} label="Ce qui se dit" hint={HINT} verb="Enregistrer les notes" />
    </>
  );
}

/** What the sittings of a meeting have in common, with the notes of each beside. */
export function SynthesisView({ page: { meetingId, title, me, known, notes, forward } }: { page: Awaited<ReturnType<typeof synthesisPage>> }) {
  const path = synthesisPath(meetingId);
  return (
    <>
      <PageHeader title="Synthèse" back={{ to: `/moments/${meetingId}`, label: title }} lead={notes.length > 1 ? "Ce que les pôles disent ensemble, et ce qui les distingue." : "Ce que la rencontre a dit, en peu de mots."} />
      <Done sentences={SAID} />
      <SheetForm
        action={path}
        keeps={`${path}/enregistrement`}
        place={`synthese.${me}.${meetingId}`}
        known={known}
        label="La synthèse"
        hint={HINT}
        verb="Enregistrer la synthèse"
        way={<ButtonLink look="quiet" to={forward}>Passer au compte rendu</ButtonLink>}
      />
      <section className="section" aria-labelledby="notes">
        <h2 id="notes">Les notes</h2>
        <div className="notes-side">
          {notes.map(({ id, name, html, written }) => (
            <section key={id} aria-labelledby={`notes-${id}`}>
              <h3 id={`notes-${id}`}>{name}</h3>
              {written ? <p className="soft small">{written}</p> : null}
              {html ? <Prose html={html} reading /> : <p className="soft">Pas encore de notes.</p>}
            </section>
          ))}
        </div>
      </section>
    </>
  );
}
