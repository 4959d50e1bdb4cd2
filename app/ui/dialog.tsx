import type { MouseEvent, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button";

type DialogProps = { id: string; title: ReactNode; closeLabel: string; children: ReactNode };

function dialogOf(id: string): HTMLDialogElement | null {
  const found = document.getElementById(id);
  return found instanceof HTMLDialogElement ? found : null;
}

/*
 * The dialog is also a popover: without JavaScript its opener shows it by the
 * popovertarget attribute; with it, it is shown as a modal. React 18 has no
 * types for these attributes and passes them on as they are written.
 */
const asPopover = { popover: "auto" };
const opens = (id: string) => ({ popovertarget: id });
const closes = (id: string) => ({ popovertarget: id, popovertargetaction: "hide" });

/** A short question over the page; what it asks must also exist as a page. */
export function Dialog({ id, title, closeLabel, children }: DialogProps) {
  const close = (event: MouseEvent) => {
    const dialog = dialogOf(id);
    if (!dialog?.open) return;
    event.preventDefault();
    dialog.close();
  };
  return (
    <dialog className="dialog" id={id} aria-labelledby={`${id}-title`} {...asPopover}>
      <div className="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <button type="button" className={buttonClass("quiet", true)} onClick={close} {...closes(id)}>
          {closeLabel}
        </button>
      </div>
      {children}
    </dialog>
  );
}

type DialogOpenerProps = { dialog: string; look?: ButtonLook; small?: boolean; children: ReactNode };

export function DialogOpener({ dialog, look = "plain", small, children }: DialogOpenerProps) {
  const open = (event: MouseEvent) => {
    event.preventDefault();
    dialogOf(dialog)?.showModal();
  };
  return (
    <button type="button" className={buttonClass(look, small)} onClick={open} {...opens(dialog)}>
      {children}
    </button>
  );
}
