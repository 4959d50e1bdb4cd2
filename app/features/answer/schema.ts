import { z } from "zod";
import { optionalLine, optionalRowId, rowId } from "~/kit/fields";
import { CHOICES, MAX_QUESTION, MAX_QUESTIONS, MAX_REPLY, REFUSALS } from "./model";

const choix = z.enum(CHOICES, { error: "Choisissez une réponse." });

/** rencontre: for which sitting; of no use for a no. raison: of a no; nothing at all keeps what was said. */
export const answerInput = z.object({ choix, rencontre: optionalRowId(), raison: z.union([z.literal(""), z.enum(REFUSALS)], { error: "Cette raison n’existe pas." }).transform((said) => said || null).optional() });
export type AnswerInput = z.infer<typeof answerInput>;

export const colleagueInput = z.object({ personne: rowId("Choisissez une personne."), choix, rencontre: optionalRowId() });

const listOf = <One extends z.ZodType>(one: One) => z.preprocess((typed) => (typed === undefined ? [] : [typed].flat()), z.array(one).max(MAX_QUESTIONS));

/** The replies to the committee's questions, in the order of the questions. */
export const repliesInput = z.object({
  question: listOf(rowId("Cette question n’existe plus.")),
  reponse: listOf(optionalLine(MAX_REPLY)),
});

/** The committee's questions: one a line. */
export const questionsInput = z.object({
  questions: z
    .string()
    .default("")
    .transform((text) => text.split("\n").map((line) => line.normalize("NFC").replace(/\s+/g, " ").trim()).filter(Boolean))
    .refine((lines) => lines.length <= MAX_QUESTIONS, `${MAX_QUESTIONS} questions au plus, une par ligne.`)
    .refine((lines) => lines.every((line) => line.length <= MAX_QUESTION && !/\p{Cc}/u.test(line)), `Une question a ${MAX_QUESTION} caractères au plus.`),
});
