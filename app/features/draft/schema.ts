import { z } from "zod";
import { optionalRowId } from "~/kit/fields";

const MAX_BODY = 20_000;

/** What is said besides the text, as it was typed: it is judged when it is published. */
const besides = z
  .string()
  .normalize("NFC")
  .transform((text) => text.replaceAll("\u0000", "").slice(0, 1_000))
  .default("");

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
  choix: besides,
  plusieurs: besides,
  question: besides,
  sans_nom: besides,
  sujet1: besides,
  sujet2: besides,
  sujet3: besides,
});
