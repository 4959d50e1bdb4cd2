import { z } from "zod";
import { line, longText, optionalLine, optionalRowId, optionalText, rowId, ticked } from "~/kit/fields";
import { isName, MAX_NAME, NO_NAME, tidyName } from "~/features/topic/model";
import { FEWEST_CHOICES, MAX_BODY, MAX_CHOICE, MAX_SUMMARY, MAX_TITLE, MOST_CHOICES } from "./model";

/** A topic by its name, chosen or typed, or none. */
const topicName = () =>
  optionalLine(MAX_NAME)
    .transform(tidyName)
    .refine((name) => name === "" || isName(name), NO_NAME);

const topicFields = { sujet1: topicName(), sujet2: topicName(), sujet3: topicName() };

const HOW_MANY = `Écrivez de ${FEWEST_CHOICES} à ${MOST_CHOICES} choix différents, un par ligne.`;

/** The choices of a quick poll, one a line, or none and then there is no poll. */
const choices = () =>
  optionalText(MOST_CHOICES * (MAX_CHOICE + 2))
    .transform((text) => text.split("\n").map((choice) => choice.replace(/[\p{Cc}\u2028\u2029]/gu, " ").trim()).filter(Boolean))
    .refine((list) => list.length === 0 || (list.length >= FEWEST_CHOICES && list.length <= MOST_CHOICES && new Set(list.map((choice) => choice.toLowerCase())).size === list.length), HOW_MANY)
    .refine((list) => list.every((choice) => choice.length <= MAX_CHOICE), `Un choix a ${MAX_CHOICE} caractères au plus.`);

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
  choix: choices(),
  plusieurs: ticked(),
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
