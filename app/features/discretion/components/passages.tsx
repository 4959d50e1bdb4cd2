import { useEffect, useRef, type MouseEvent } from "react";
import { AGREED_FIELD, agreement, type Passage } from "~/kit/discretion/passage";
import { Button, buttonClass } from "~/ui/button";
import { fieldId } from "~/ui/field";
import { Notice } from "~/ui/notice";

type Props = { passages: readonly Passage[]; /** They were put right, or so the writer says. */ onCorrect?: () => void };

/**
 * Asks the writer of a form about passages by which someone could be recognised. It stands in
 * the form itself, so that nothing typed is lost, and works without scripts.
 */
export function Passages({ passages, onCorrect }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const refused = passages.some((passage) => passage.refused);
  // After the summary of errors, which asks for the focus as well.
  useEffect(() => {
    const frame = requestAnimationFrame(() => box.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [passages]);
  const [first] = passages;
  if (!first) return null;
  const correct = (event: MouseEvent) => {
    event.preventDefault();
    const form = box.current?.closest("form") ?? null;
    onCorrect?.();
    select(form, first);
  };
  return (
    <div className="passages" tabIndex={-1} ref={box} autoFocus role="alert">
      {/* Enter in a field presses the first button of a form: it must not be the one that agrees. */}
      <button type="submit" hidden />
      <Notice
        tone="honey"
        title={refused ? "Ce numéro ne se publie pas ici" : "Pourrait-on reconnaître quelqu’un?"}
        acts={
          <>
            <a className={buttonClass("main")} href={`#${fieldId(first.field)}`} onClick={correct}>
              Corriger
            </a>
            {refused ? null : (
              <Button look="plain" name={AGREED_FIELD} value={agreement(passages)}>
                Publier quand même{"\u00a0"}: personne n’est reconnaissable
              </Button>
            )}
          </>
        }
      >
        <p>Rien n’est publié{"\u00a0"}: votre texte est conservé tel quel.</p>
        <ul className="stack" role="list">
          {passages.map(({ mark, words, why, instead }) => (
            <li key={mark}>
              <mark>{words}</mark>
              <br />
              {why} <span className="soft">Plutôt{"\u00a0"}: {instead}</span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** Puts the writer on the words themselves, where the box is one that can do so. */
function select(form: HTMLFormElement | null, { field, words }: Passage): void {
  const named = form?.elements.namedItem(field);
  const plain = named instanceof HTMLElement ? named : document.getElementById(fieldId(field));
  const box = plain?.hidden ? (plain.parentElement?.querySelector<HTMLElement>("[contenteditable=true]") ?? plain) : plain;
  if (!box) return;
  box.focus();
  if (box.isContentEditable) return selectWithin(box, words);
  if (!(box instanceof HTMLTextAreaElement) && !(box instanceof HTMLInputElement && box.type === "text")) return;
  const at = box.value.indexOf(words);
  if (at >= 0) box.setSelectionRange(at, at + words.length);
}

/** The same where the box is an editor: its words stand in text nodes. */
function selectWithin(box: HTMLElement, words: string): void {
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1;
    if (at < 0) continue;
    getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    return;
  }
}
