import { z } from "zod";
import { optionalRowId } from "~/kit/fields";

const MAX_BODY = 20_000;

/** What the composer posts to be kept. Unlike a message, a draft may be empty: it is then forgotten. */
export const draftInput = z.object({
  titre: z
    .string()
    .normalize("NFC")
    .transform((title) => title.replace(/[\p{Cc}\u2028\u2029]/gu, " ").trim().slice(0, 160))
    .default(""),
  texte: z
    .string()
    .normalize("NFC")
    .transform((text) => text.replaceAll("\u0000", ""))
    .pipe(z.string().max(MAX_BODY, "Ce texte est trop long pour être gardé : 20 000 caractères au plus.")),
  discussion: optionalRowId(),
  version: z
    .string()
    .regex(/^\d{0,9}$/, "Rouvrez la page, puis réessayez.")
    .default("")
    .transform(Number),
  citation: optionalRowId(),
  // What is said besides the text goes with publishing only.
  choix: z.string().optional(),
  plusieurs: z.string().optional(),
  question: z.string().optional(),
  sans_nom: z.string().optional(),
  sujet1: z.string().optional(),
  sujet2: z.string().optional(),
  sujet3: z.string().optional(),
});
