import { FOLLOW_UP } from "../model";

/** How a community goes about signing: how long one may take, and what comes after. */

export const RULES = `${FOLLOW_UP}/regles`;

export type AfterGrace = "nothing" | "reminder" | "no-new-threads" | "reading-only";

/** From the mildest on. Whatever is chosen, everybody reads everything, signs, answers meetings and surveys, and proposes other words for the charter. */
export const AFTER_GRACE: Record<AfterGrace, { label: string; hint: string }> = {
  nothing: { label: "Rien de plus", hint: "La ligne reste dans «\u00a0À faire\u00a0»." },
  reminder: { label: "Un rappel en haut de chaque page", hint: "Tout reste ouvert." },
  "no-new-threads": { label: "Lire et répondre, sans lancer de discussion", hint: "Un rappel en haut de chaque page dit pourquoi, et mène à la signature." },
  "reading-only": { label: "Lire, sans écrire dans les discussions", hint: "Les Moments d’échange, les sondages et la charte restent ouverts." },
};

export const USUAL_AFTER_GRACE: AfterGrace = "reminder";
export const GRACE_DAYS = { least: 7, most: 180 } as const;
