import { z } from "zod";
import { optionalText, ticked } from "~/kit/fields";
import { parseWallTime } from "~/kit/wall-time";
import { MAX_REASON } from "./model";

const percent = z
  .string({ error: "Choisissez une part." })
  .trim()
  .regex(/^(\d{1,2}|100)$/, "Écrivez un nombre de 0 à 100. 0 veut dire qu’il n’y a pas de quorum.")
  .transform(Number);

/** A day of the calendar, as « 2027-03-01 ». */
export const day = z.string({ error: "Choisissez une date." }).refine((value) => parseWallTime(value, "23:59") !== null, "Choisissez une date, comme 2027-03-01.");

export const openInput = z.object({ date: day, objections: ticked(), personnes: percent, organisations: percent });

export const answerInput = z
  .object({ avis: z.enum(["adhere", "reserve", "object"], { error: "Choisissez une réponse." }), raison: optionalText(MAX_REASON) })
  .superRefine(({ avis, raison }, context) => {
    if (avis === "adhere" || raison !== "") return;
    const message = avis === "object" ? "Dites pourquoi vous vous opposez\u00a0: c’est ce qui permet de trouver mieux." : "Dites quelle est votre réserve\u00a0: elle sera lue, et n’empêche rien.";
    context.addIssue({ code: "custom", path: ["raison"], message });
  });

export const closeInput = z.object({ suite: z.enum(["resultat", "redaction"], { error: "Choisissez la suite." }) });
