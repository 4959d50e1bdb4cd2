import { Notice } from "~/ui/notice";
import { Button } from "~/ui/button";
import type { DraftText, OtherDraft } from "../model";
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

type ChoiceProps = { other: OtherDraft; mine: () => DraftText; onChoose: (chosen: DraftText) => void };

/** Two texts of the same draft: both are shown, and a person decides. */
export function DraftChoice({ other, mine, onChoose }: ChoiceProps) {
  if (other.revision === 0) {
    return (
      <Notice
        tone="honey"
        role="alert"
        title="Ce brouillon a été publié ou supprimé ailleurs"
        acts={
          <>
            <Button type="button" look="plain" small onClick={() => onChoose(mine())}>
              Garder ce texte comme brouillon
            </Button>
            <Button type="button" look="quiet" small onClick={() => onChoose({ title: "", body: "" })}>
              Vider la boîte
            </Button>
          </>
        }
      >
        <p>Le texte ci-dessous n’est plus enregistré.</p>
      </Notice>
    );
  }
  const both = (): DraftText => ({ title: mine().title || other.title, body: `${mine().body}\n\n${other.body}` });
  return (
    <Notice
      tone="honey"
      role="alert"
      title="Ce brouillon a changé ailleurs"
      acts={
        <>
          <Button type="button" look="plain" small onClick={() => onChoose(mine())}>
            Garder mon texte
          </Button>
          <Button type="button" look="plain" small onClick={() => onChoose({ title: other.title, body: other.body })}>
            Prendre l’autre
          </Button>
          <Button type="button" look="quiet" small onClick={() => onChoose(both())}>
            Garder les deux
          </Button>
        </>
      }
    >
      <p>Votre texte est dans la boîte. Voici l’autre{"\u00a0"}:</p>
      <blockquote className="prose typed-text">{[other.title, other.body].filter(Boolean).join("\n")}</blockquote>
    </Notice>
  );
}
