import { z } from "zod";
import { line, notSpeech, optionalLine, optionalRowId, optionalSeats, optionalWebAddress } from "~/kit/fields";
import { TIME_ZONES } from "~/features/community/model";
import { MAX_REASON, MAX_SEATS } from "./model";

const typedDay = z.string().trim().max(20).default("");

export const sittingFields = {
  pole: optionalRowId(),
  date: typedDay,
  heure: typedDay,
  fuseau: z.enum(TIME_ZONES, { error: "Choisissez un fuseau de la liste." }),
  /** Of an hour that comes twice: the first, or the second. */
  laquelle: z.enum(["1", "2", ""]).optional(),
  duree: z
    .string({ error: "Choisissez une durée." })
    .regex(/^-?\d{1,4}$/, "Choisissez une durée.")
    .transform(Number)
    .refine((minutes) => minutes > 0, "La fin tomberait avant le début. Choisissez une durée.")
    .refine((minutes) => minutes >= 15 && minutes <= 720, "Une rencontre dure de 15 minutes à 12 heures."),
  lieu: notSpeech("a public place", optionalLine(200)),
  lien: optionalWebAddress(500),
  places: optionalSeats(MAX_SEATS),
  limite: typedDay,
};

export const sittingInput = z.object(sittingFields);
export type SittingInput = z.infer<typeof sittingInput>;

export const sittingRevisionInput = z.object({
  ...sittingFields,
  portee: z.enum(["une", "toutes"]).default("une"),
  version: z.coerce.number().int(),
});

/** Why it is not held that day: said to everyone. */
export const reasonInput = z.object({
  raison: line(MAX_REASON, "Dites pourquoi, en une phrase\u00a0: les personnes inscrites la liront."),
  portee: z.enum(["une", "toutes"]).default("une"),
});

const several = z.union([z.string(), z.array(z.string())]).default([]).transform((typed) => [typed].flat());

/** One line per pole: the same fields, in the same order. A line without a date is a pole where it is not held. */
export const repeatInput = z
  .object({ pole: several, date: several, heure: several, lieu: notSpeech("public places", several) })
  .refine(({ pole, ...others }) => Object.values(others).every((list) => list.length === pole.length), { path: ["pole"], message: "La page a changé. Rouvrez-la, puis réessayez." });
