import type { ReactNode } from "react";

type ComposerProps = {
  /** The <label> text of the box. */
  label: ReactNode;
  /** The id of the textarea that stands in `box`. */
  boxId: string;
  /** Before the box: a title, the choice of a place. */
  before?: ReactNode;
  toolbar?: ReactNode;
  /** The textarea, with the class "input". */
  box: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  preview?: ReactNode;
  /** What goes with the text, such as files. */
  attached?: ReactNode;
  /** What became of the text: saved at, conserved on this device. */
  saved?: ReactNode;
  /** The one main button, and a quiet one at most. */
  acts?: ReactNode;
  /** A rich box stands over the textarea, and is named by the label. */
  rich?: boolean;
};

/**
 * The sheet one writes on. It stands in the page, never over it: on a phone it
 * is the last thing of the thread, and nothing hides behind it.
 */
export function Composer({ label, boxId, before, toolbar, box, hint, error, preview, attached, saved, acts, rich }: ComposerProps) {
  return (
    <div className="composer">
      {before}
      {rich ? (
        <p className="label" id={`${boxId}-label`} onClick={() => document.getElementById(boxId)?.focus()}>
          {label}
        </p>
      ) : (
        <label className="label" id={`${boxId}-label`} htmlFor={boxId}>
          {label}
        </label>
      )}
      {hint ? (
        <p className="hint" id={`${boxId}-hint`}>
          {hint}
        </p>
      ) : null}
      {error}
      <div className="composer-sheet">
        {toolbar}
        {box}
        {preview ? <div className="composer-preview prose">{preview}</div> : null}
      </div>
      {attached}
      {acts || saved ? (
        <div className="composer-foot">
          {acts}
          {saved ? <p className="composer-saved">{saved}</p> : null}
        </div>
      ) : null}
    </div>
  );
}
