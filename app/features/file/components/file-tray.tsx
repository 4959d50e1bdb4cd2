import type { ReactNode, RefObject } from "react";
import { Button } from "~/ui/button";
import { FieldError } from "~/ui/field";
import { Progress } from "~/ui/progress";
import { StatusRegion } from "~/ui/status-region";
import { FIELDS, isPicture, type SharedFile } from "../model";
import { KeptFile } from "./kept-file";
import { useUploads, type Item } from "./use-uploads";

export type TrayProps = {
  /** Files that a refused form gave back. */
  kept: readonly SharedFile[];
  /** What the message has already: it is taken out once the form is published. */
  own: readonly SharedFile[];
  /** All that was chosen so far. */
  files: readonly File[];
  box: RefObject<HTMLElement>;
  /** The question that pictures ask. */
  consent: ReactNode;
};

/** The files of a message under way: how far each one is, what pictures show, and how to leave one out. */
export function FileTray({ kept, own, files, box, consent }: TrayProps) {
  const { items, said, remove } = useUploads({ kept, files, box });
  const isOwn = (id: number) => own.some((file) => file.id === id);
  const out = own.filter(({ id }) => !items.some(({ shared }) => shared?.id === id));
  const leave = (item: Item) => {
    remove(item.key);
    box.current?.querySelector<HTMLElement>("#field-fichiers")?.focus();
  };
  return (
    <>
      <ul className="attached" role="list" aria-label="Fichiers joints">
        {items.map((item) =>
          item.shared ? (
            <KeptFile key={item.key} file={item.shared} act={<TakeOut name={item.name} word="Retirer" onPress={() => leave(item)} />} />
          ) : (
            <li className="attached-file" key={item.key}>
              {item.sentence ? (
                <div className="attached-head">
                  <FieldError id={`${item.key}-error`}>{item.sentence}</FieldError>
                  <span className="attached-act">
                    <TakeOut name={item.name} word="Fermer" onPress={() => leave(item)} />
                  </span>
                </div>
              ) : (
                <div className="attached-head">
                  <Progress id={item.key} label={item.name} value={Math.round(item.part * 100)} words={item.part < 1 ? `${Math.round(item.part * 100)}\u00a0%` : "Vérification…"} />
                  <span className="attached-act">
                    <TakeOut name={item.name} word="Annuler" onPress={() => leave(item)} />
                  </span>
                </div>
              )}
            </li>
          ),
        )}
      </ul>
      {out.map(({ id }) => (
        <input key={id} type="hidden" name={FIELDS.leftOut} value={id} />
      ))}
      {items.some(({ shared }) => shared && isPicture(shared) && !isOwn(shared.id)) ? consent : null}
      <StatusRegion spokenOnly>{said}</StatusRegion>
    </>
  );
}

function TakeOut({ name, word, onPress }: { name: string; word: string; onPress: () => void }) {
  return (
    <Button type="button" look="quiet" small onClick={onPress}>
      {word}
      <span className="visually-hidden"> {name}</span>
    </Button>
  );
}
