import { z } from "zod";
import { line, optionalLine, optionalText } from "~/kit/fields";
import { isName } from "~/features/topic/model";
import { MAX_OBJECTIVES, MAX_POINTS, MAX_QUESTION, MAX_TITLE, parseAgenda, parseTopics } from "./model";
import { sittingFields } from "./sitting/schema";

const contentFields = {
  titre: line(MAX_TITLE, "Donnez un titre à ce Moment d’échange."),
  sujets: optionalLine(600)
    .transform(parseTopics)
    .refine((names) => names.every((name) => isName(name) && name.length <= 80), "Un sujet a de 2 à 80 caractères. Séparez-les par des virgules.")
    .refine((names) => names.length <= 8, "Huit sujets au plus."),
  objectifs: optionalText(MAX_OBJECTIVES),
  question: optionalText(MAX_QUESTION),
  ordre: optionalText(9_000)
    .transform(parseAgenda)
    .refine((items) => items.length <= MAX_POINTS, `L’ordre du jour a ${MAX_POINTS} points au plus.`)
    .refine((items) => items.every(({ title }) => title.length <= 200 && !/\p{Cc}/u.test(title)), "Un point a 200 caractères au plus.")
    .refine((items) => items.every(({ minutes }) => minutes === null || (minutes >= 1 && minutes <= 600)), "Un point dure de 1 à 600 minutes."),
};

/** What a meeting is about, once read. */
export const contentInput = z.object(contentFields);
export type Content = z.infer<typeof contentInput>;

/** A new meeting, with the date that makes it one; without a date it is an idea that waits for one. */
export const planInput = z.object({ ...contentFields, ...sittingFields });

/** version: what the page had read, so that two people at once do not undo each other. */
export const revisionInput = z.object({ ...contentFields, version: z.coerce.number().int() });
