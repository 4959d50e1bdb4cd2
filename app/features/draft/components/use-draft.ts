import { useEffect, useRef, useState, type RefObject } from "react";
import { forgetCopies } from "~/kit/local-copies";
import type { KnownDraft, Typed } from "../model";
import { DraftKeeper, type DraftStatus } from "./draft-keeper";

/** Where the form of sign-out leads; whoever leaves takes their text along, to the server. */
const SIGN_OUT = "/deconnexion";

/**
 * Ties a composer's form to a keeper for as long as it is on the page.
 * @param saved what needs no saving: what the form holds when the page is made, unless that was never kept.
 * @param address where it is kept, if it is no draft; null keeps nothing
 */
export function useDraft(form: RefObject<HTMLFormElement>, place: string, known: Pick<KnownDraft, "revision" | "savedAt">, saved: Typed, address?: string | null): { keeper: RefObject<DraftKeeper>; status: DraftStatus } {
  const [status, tell] = useState<DraftStatus>(known.savedAt ? { is: "saved", at: known.savedAt } : { is: "quiet" });
  const keeper = useRef<DraftKeeper | null>(null);
  const first = useRef({ revision: known.revision, saved });

  useEffect(() => {
    const composer = form.current;
    if (!composer || address === null) return;
    const read = () => new FormData(composer);
    const write = (typed: Typed) => {
      for (const [name, value] of Object.entries(typed)) {
        const field = composer.elements.namedItem(name);
        if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = value !== "";
        else if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text")) {
          field.value = value;
          // The rich box that may stand over the field takes it from there.
          field.dispatchEvent(new Event("change"));
        }
      }
    };
    const kept = new DraftKeeper({ read, write, tell }, place, first.current, address);
    keeper.current = kept;
    kept.restore();

    const typed = () => kept.typed();
    const left = () => void kept.save();
    const hidden = () => document.hidden && kept.leave();
    const gone = () => kept.leave();
    let leaving = false;
    const signingOut = (event: SubmitEvent) => {
      const leave = event.target as HTMLFormElement;
      if (leaving || new URL(leave.action).pathname !== SIGN_OUT) return;
      event.preventDefault();
      event.stopPropagation();
      leaving = true;
      void Promise.race([kept.save(), new Promise((late) => setTimeout(late, 2_000))]).then(() => {
        forgetCopies();
        // With nothing to save this runs inside the event, where a form may not be submitted again.
        setTimeout(() => leave.requestSubmit());
      });
    };
    composer.addEventListener("input", typed);
    composer.addEventListener("focusout", left);
    document.addEventListener("visibilitychange", hidden);
    addEventListener("pagehide", gone);
    addEventListener("online", left);
    document.addEventListener("submit", signingOut, true);
    return () => {
      composer.removeEventListener("input", typed);
      composer.removeEventListener("focusout", left);
      document.removeEventListener("visibilitychange", hidden);
      removeEventListener("pagehide", gone);
      removeEventListener("online", left);
      document.removeEventListener("submit", signingOut, true);
      gone();
      keeper.current = null;
    };
  }, [form, place, address]);

  return { keeper, status };
}
