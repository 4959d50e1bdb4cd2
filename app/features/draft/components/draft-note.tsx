import type { DraftStatus } from "./draft-keeper";

/** « Brouillon enregistré à 10 h 42 », and what else became of the text. Only what went wrong is said aloud. */
export function DraftNote({ status }: { status: DraftStatus }) {
  switch (status.is) {
    case "saved":
      return <span>Brouillon enregistré {status.at}</span>;
    case "offline":
      return <span role="status">{status.copied ? "Hors ligne\u00a0: votre texte est conservé dans ce navigateur." : "Hors ligne\u00a0: gardez cette page ouverte, votre texte y est conservé."}</span>;
    case "ended":
      return <span role="status">Votre session est terminée. Votre texte est conservé dans ce navigateur; publiez-le pour vous reconnecter.</span>;
    case "refused":
      return <span role="status">{status.sentence}</span>;
    case "quiet":
    case "moved":
      return null;
  }
}
