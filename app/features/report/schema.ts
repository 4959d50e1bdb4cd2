import { z } from "zod";
import { line, longText, notSpeech, optionalText } from "~/kit/fields";
import { MAX_BODY, MAX_TITLE } from "~/features/thread/model";
import { CAUSES, MAX_NOTE, MAX_WORD } from "./model";

/** What someone asks the committee to look at. */
export const reportInput = z.object({
  motif: z.enum(CAUSES, { error: "Choisissez ce qui ne va pas." }),
  precision: optionalText(MAX_NOTE),
});

/** The same, of a thing that holds several texts. */
export const textReportInput = reportInput.extend({ passage: notSpeech("which text, by its name", z.string({ error: "Choisissez le passage." }).regex(/^[a-z0-9-]{1,90}$/, { error: "Choisissez le passage." })) });

const word = longText(MAX_WORD, "Écrivez pourquoi, en une phrase\u00a0: la personne la lira.");

/** What the committee tells the author about what it did. */
export const wordInput = z.object({ mot: word });

/** The text that stands in the place of what was concealed. */
export const redactedTextInput = z.object({ texte: longText(MAX_BODY, "Écrivez ce qui reste du message, ou supprimez-le."), mot: word });
export const redactedTitleInput = z.object({ texte: line(MAX_TITLE, "Écrivez un titre."), mot: word });

/** Taking a whole discussion away, or giving it back. */
export const removalInput = z.object({ retirer: z.enum(["oui", "non"], "Ce choix n’existe pas.").transform((value) => value === "oui"), mot: word });
