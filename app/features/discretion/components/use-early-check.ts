import { useEffect, useState, type RefObject } from "react";
import type * as Rules from "~/kit/discretion/ask";
import { AGREED_FIELD, unsaid, type Passage } from "~/kit/discretion/passage";

/**
 * Asks before a form is sent. The rules are
 * fetched when someone begins to write; until they are there, and without scripts, the server asks.
 * @param fields the names of the fields that are read; with none, nothing is fetched.
 */
export function useEarlyCheck(within: RefObject<HTMLElement>, fields: string): [readonly Passage[], (passages: readonly Passage[]) => void] {
  const [passages, show] = useState<readonly Passage[]>([]);
  useEffect(() => {
    const form = within.current?.closest("form");
    if (!form || !fields) return;
    let checker: typeof Rules | null = null;
    const fetchRules = () => {
      form.removeEventListener("input", fetchRules);
      // The server asks in any case.
      import("~/kit/discretion/ask").then(
        (rules) => (checker = rules),
        () => {},
      );
    };
    const check = (event: SubmitEvent) => {
      const button = event.submitter;
      // Preview, draft: shown to the writer alone.
      if (!checker || button?.hasAttribute("formaction")) return;
      const typed = new FormData(form);
      const all = checker.passagesIn(fields.split(" ").flatMap((name) => typed.getAll(name).flatMap((value) => (typeof value === "string" ? [[name, value] as const] : []))));
      const agreed = button instanceof HTMLButtonElement && button.name === AGREED_FIELD ? button.value : "";
      const open = unsaid(all, agreed);
      // Taken away at once, the button that was pressed would stand in no form any more when the form is read.
      if (open.length === 0) return void setTimeout(() => show([]));
      show(all);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    form.addEventListener("input", fetchRules);
    form.addEventListener("submit", check);
    return () => {
      form.removeEventListener("input", fetchRules);
      form.removeEventListener("submit", check);
    };
  }, [within, fields]);
  return [passages, show];
}
