import { useRef, useState } from "react";
import { Acts, Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { StatusRegion } from "~/ui/status-region";
import { letterToDesk, type Place, type Results } from "../model";

const WIDTH = 46;

/** As many lines as the text takes in the column, so that all of it is seen. */
const rowsOf = (text: string): number => text.split("\n").reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / WIDTH)), 0);

/** The text for one's IT desk, to copy by button or by hand. */
export function Letter({ place, results, canCopy }: { place: Place; results: Results; canCopy: boolean }) {
  const box = useRef<HTMLElement>(null);
  const [said, setSaid] = useState("");
  const text = letterToDesk(place, results);

  const copy = async () => {
    const area = box.current?.querySelector("textarea");
    area?.select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Le texte est copié.");
    } catch {
      setSaid("Le texte est sélectionné. Copiez-le avec Ctrl + C.");
    }
  };

  return (
    <section className="section stack" aria-labelledby="soutien" ref={box}>
      <h2 id="soutien">Pour le soutien informatique</h2>
      <TextArea
        name="lettre"
        label="Texte à envoyer"
        hint="Si votre réseau bloque quelque chose, ce texte dit quoi ouvrir. Il ne contient rien de vos discussions."
        value={text}
        rows={rowsOf(text)}
        readOnly
      />
      {canCopy ? (
        <Acts>
          <Button type="button" look="plain" onClick={() => void copy()}>
            Copier le texte
          </Button>
        </Acts>
      ) : null}
      <StatusRegion>{said}</StatusRegion>
    </section>
  );
}
