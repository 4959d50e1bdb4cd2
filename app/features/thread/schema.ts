import { z } from "zod";
import { line, longText, optionalLine, optionalRowId, rowId } from "~/kit/fields";
import { MAX_BODY, MAX_TITLE } from "./model";

/**
 * What the composer posts. One form leads to publishing, to saving as a draft and
 * to the preview, so each of the three knows all of its fields.
 */
export const composerInput = z.object({
  titre: optionalLine(MAX_TITLE),
  texte: longText(MAX_BODY, "Écrivez votre message."),
  citation: optionalRowId(),
  discussion: optionalRowId(),
  version: z.string().regex(/^\d{0,9}$/, "Rouvrez la page, puis réessayez.").default(""),
});

/** How far someone has read. */
export const readingInput = z.object({ position: rowId("Rouvrez la page, puis réessayez.") });

export const titleInput = z.object({ titre: line(MAX_TITLE, "Écrivez un titre.") });

/** A state of a thread, on or off. */
export const stateInput = z.object({ etat: z.enum(["oui", "non"], "Ce choix n’existe pas.").transform((value) => value === "oui") });

/** Which message is the answer; none takes it back. */
export const answerInput = z.object({ message: optionalRowId() });
