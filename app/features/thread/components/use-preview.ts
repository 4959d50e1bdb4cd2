import { useState, type RefObject } from "react";

export type Preview = { html: string } | { sentence: string } | null;

/** Shows what the text will look like, made by the server so that it cannot differ from what is published. */
export function usePreview(form: RefObject<HTMLFormElement>): { preview: Preview; toggle: () => Promise<void>; close: () => void } {
  const [preview, show] = useState<Preview>(null);
  const close = () => show(null);
  const toggle = async () => {
    if (preview) return close();
    if (!form.current) return;
    try {
      const answer = await fetch("/apercu/rendu", { method: "POST", body: new FormData(form.current), redirect: "manual" });
      const { html, problem } = (await answer.json()) as { html?: string; problem?: { fields?: Record<string, string> } };
      show(html === undefined ? { sentence: problem?.fields?.texte ?? "L’aperçu n’est pas possible pour l’instant." } : { html });
    } catch {
      show({ sentence: "L’aperçu n’est pas possible hors ligne. Votre texte reste dans la boîte." });
    }
  };
  return { preview, toggle, close };
}
