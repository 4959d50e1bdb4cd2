import { z } from "zod";
import { longText, optionalLine, optionalText, rowId } from "~/kit/fields";
import { RISKS } from "./model";

const MAX = 4_000;

/** The sheet of one incident; version is the one that the page had read. */
export const incidentInput = z.object({
  information: longText(MAX, "Dites de quels renseignements il s’agit."),
  circumstances: longText(MAX, "Dites ce qui s’est passé."),
  happened: optionalLine(300),
  known: optionalLine(300),
  persons: z
    .string()
    .trim()
    .regex(/^\d{0,5}$/, "Écrivez un nombre.")
    .default("")
    .transform((typed) => (typed === "" ? null : Number(typed))),
  risk: z.enum(RISKS, { error: "Choisissez dans la liste." }),
  reasoning: optionalText(MAX),
  commissionNotified: optionalLine(300),
  personsNotified: optionalLine(300),
  measures: optionalText(MAX),
  version: rowId("Rouvrez la page, puis réessayez."),
});
