import { z } from "zod";
import { line, notSpeech, rowId } from "~/kit/fields";
import { isDay, MAX_FOLLOW_UP } from "./model";

const fields = {
  quoi: line(MAX_FOLLOW_UP, "Écrivez ce qu’il y a à faire."),
  personne: rowId("Choisissez la personne."),
  date: notSpeech("a day of the calendar", z.string().trim().refine(isDay, "Choisissez une date.")),
};

export const followUpInput = z.object(fields);
export const revisionInput = z.object({ ...fields, version: z.coerce.number().int() });
export const stateInput = z.object({ etat: z.enum(["fait", "a-faire"], "Ce choix n’existe pas.") });

export type FollowUpInput = z.infer<typeof followUpInput>;
