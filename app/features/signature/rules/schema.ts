import { z } from "zod";
import { AFTER_GRACE, GRACE_DAYS, type AfterGrace } from "./model";

const KINDS = Object.keys(AFTER_GRACE) as [AfterGrace, ...AfterGrace[]];
const { least, most } = GRACE_DAYS;
const BETWEEN = `Écrivez un nombre de jours, de ${least} à ${most}.`;

export const rulesInput = z.object({
  jours: z.string({ error: BETWEEN }).trim().regex(/^\d{1,3}$/, BETWEEN).transform(Number).refine((days) => days >= least && days <= most, BETWEEN),
  apres: z.enum(KINDS, { error: "Choisissez ce qui se passe ensuite." }),
});

export type RulesInput = z.infer<typeof rulesInput>;
