import { useEffect, useState, type RefObject } from "react";

const PAUSE = 2_000;

/** Saves a form as one goes, after each pause, where there is an address for it. Returns what became of it, in words. */
export function useSaving(form: RefObject<HTMLFormElement>, address: string | null): string {
  const [said, say] = useState("");
  useEffect(() => {
    const sheet = form.current;
    if (!sheet || address === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let dirty = false;
    const body = () => {
      const typed = new URLSearchParams();
      for (const [name, value] of new FormData(sheet)) if (typeof value === "string" && name !== "cle") typed.append(name, value);
      typed.set("script", "oui");
      return typed;
    };
    const save = async () => {
      dirty = false;
      try {
        const answer = await fetch(address, { method: "POST", body: body() });
        if (!answer.ok) return say("Ce n’est pas encore gardé\u00a0: envoyez pour ne rien perdre.");
        say(((await answer.json()) as { saved: string }).saved);
      } catch {
        dirty = true;
        say("Hors ligne\u00a0: vos réponses sont dans cette page, pas encore gardées.");
      }
    };
    const typed = () => {
      dirty = true;
      clearTimeout(timer);
      timer = setTimeout(() => void save(), PAUSE);
    };
    const leave = () => {
      if (dirty && document.visibilityState === "hidden") navigator.sendBeacon(address, body());
    };
    sheet.addEventListener("input", typed);
    document.addEventListener("visibilitychange", leave);
    return () => {
      clearTimeout(timer);
      sheet.removeEventListener("input", typed);
      document.removeEventListener("visibilitychange", leave);
    };
  }, [form, address]);
  return said;
}
