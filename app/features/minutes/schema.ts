import { z } from "zod";
import { longText, optionalLine, optionalText } from "~/kit/fields";
import { MAX_REASON, MAX_TEXT, MAX_WORDS } from "./model";

const version = z.string().regex(/^\d{0,9}$/, "Rouvrez la page, puis réessayez.").default("").transform(Number);

export const notesInput = z.object({ texte: optionalText(MAX_TEXT), version });

export const minutesInput = z.object({
  texte: longText(MAX_TEXT, "Écrivez le compte rendu."),
  /** Why what was adopted is made anew. */
  raison: optionalLine(MAX_REASON),
  version,
});

/** The text that is opened is the one that was read. */
export const openingInput = z.object({ version });

const words = (text: string) => text.trim();

export const correctionInput = z
  .object({ mots: longText(MAX_WORDS, "Copiez les mots à corriger.").transform(words), plutot: optionalText(MAX_WORDS) })
  .refine(({ mots, plutot }) => mots !== plutot, { path: ["plutot"], message: "C’est le même texte. Écrivez ce qu’il faudrait lire à la place." });

export const acceptanceInput = z.object({ texte: longText(MAX_TEXT, "Le compte rendu ne peut pas être vide."), version });

export const refusalInput = z.object({ raison: longText(MAX_REASON, "Dites pourquoi\u00a0: la personne qui a proposé la correction le lira.").transform(words) });
