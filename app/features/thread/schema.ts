import { z } from "zod";
import { line, longText, optionalLine, optionalRowId, optionalText, rowId, ticked } from "~/kit/fields";
import { isName, MAX_NAME, NO_NAME, tidyName } from "~/features/topic/model";
import { MAX_BODY, MAX_SUMMARY, MAX_TITLE } from "./model";

/** A topic by its name, chosen or typed, or none. */
const topicName = () =>
  optionalLine(MAX_NAME)
    .transform(tidyName)
    .refine((name) => name === "" || isName(name), NO_NAME);

const topicFields = { sujet1: topicName(), sujet2: topicName(), sujet3: topicName() };

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
  question: ticked(),
  sans_nom: ticked(),
  ...topicFields,
});

/** How far someone has read. */
export const readingInput = z.object({ position: rowId("Rouvrez la page, puis réessayez.") });

export const titleInput = z.object({ titre: line(MAX_TITLE, "Écrivez un titre.") });

export const topicsInput = z.object(topicFields);

/** A state of a thread, on or off. */
export const stateInput = z.object({ etat: z.enum(["oui", "non"], "Ce choix n’existe pas.").transform((value) => value === "oui") });

/** What came out of a discussion; empty, there is no summary. */
export const summaryInput = z.object({ texte: optionalText(MAX_SUMMARY), version: z.string().regex(/^\d{0,15}$/, "Rouvrez la page, puis réessayez.").default("") });

/** Which message is the answer; none takes it back. */
export const answerInput = z.object({ message: optionalRowId() });
