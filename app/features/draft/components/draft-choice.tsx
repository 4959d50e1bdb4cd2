import { Notice } from "~/ui/notice";
import { Button } from "~/ui/button";
import type { Attachment } from "~/features/file/model";
import type { OtherDraft, Typed } from "../model";
import type { DraftKeeper } from "./draft-keeper";

export type ChoiceProps = { other: OtherDraft; mine: () => Typed; settle: DraftKeeper["settle"] };

/** Two texts of the same draft: both are shown, and a person decides. */
export function DraftChoice({ other, mine, settle }: ChoiceProps) {
  if (other.revision === 0) {
    return (
      <Notice
        tone="honey"
        role="alert"
        title="Ce brouillon a été publié ou supprimé ailleurs"
        acts={
          <>
            <Button type="button" look="plain" small onClick={() => settle(other, mine())}>
              Garder ce texte comme brouillon
            </Button>
            <Button type="button" look="quiet" small onClick={() => settle(other, null)}>
              Vider la boîte
            </Button>
          </>
        }
      >
        <p>Le texte ci-dessous n’est plus enregistré.</p>
      </Notice>
    );
  }
  const both = (): Typed => ({ ...mine(), titre: mine().titre || other.title, texte: `${mine().texte}\n\n${other.body}` });
  return (
    <Notice
      tone="honey"
      role="alert"
      title="Ce brouillon a changé ailleurs"
      acts={
        <>
          <Button type="button" look="plain" small onClick={() => settle(other, mine())}>
            Garder mon texte
          </Button>
          <Button type="button" look="plain" small onClick={() => settle(other, null)}>
            Prendre l’autre
          </Button>
          <Button type="button" look="quiet" small onClick={() => settle(other, both(), JSON.parse(other.files) as Attachment[])}>
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
