import { useEffect, useRef, useState } from "react";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { StatusRegion } from "~/ui/status-region";

const WIDTH = 56;
const rowsOf = (text: string): number => text.split("\n").reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / WIDTH)), 0);

/** A message filled in with what is known, to copy by button or by hand, or to open in one's own mail. */
export function ReadyMessage({ id, title, text }: { id: number; title: string; text: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const [canCopy, setCanCopy] = useState(false);
  useEffect(() => setCanCopy(true), []);

  const copy = async () => {
    box.current?.querySelector("textarea")?.select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Le message est copié.");
    } catch {
      setSaid("Le message est sélectionné. Copiez-le avec Ctrl + C.");
    }
  };

  return (
    <div className="stack" ref={box}>
      <TextArea name={`message-${id}`} label="Message" hint={"Relisez-le\u00a0: ce qui est entre accolades reste à compléter."} defaultValue={text} key={text} rows={rowsOf(text)} readOnly />
      <div className="row">
        {canCopy ? (
          <Button type="button" look="plain" small onClick={() => void copy()}>
            Copier le message<span className="visually-hidden"> ({title})</span>
          </Button>
        ) : null}
        <a href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`}>Ouvrir dans mon courriel<span className="visually-hidden"> ({title})</span></a>
      </div>
      <StatusRegion>{said}</StatusRegion>
    </div>
  );
}
