import { z } from "zod";
import { line, longText, optionalRowId, optionalText } from "~/kit/fields";
import { ROLES } from "../model";
import { EARLIEST, LATEST, MAX_HANDOVER, MAX_MESSAGE, MAX_NOTE, MAX_TASK } from "./model";

const role = z.enum(ROLES, { error: "Choisissez un rôle." });

/** How many days, and on which side of the sitting. */
const count = z
  .string({ error: "Écrivez un nombre de jours." })
  .trim()
  .regex(/^\d{1,3}$/, "Écrivez un nombre de jours.")
  .transform(Number);

const fields = { jours: count, sens: z.enum(["avant", "apres"], { error: "Avant ou après?" }), role, titre: line(MAX_TASK, "Dites ce qu’il y a à faire.") };

type Typed = { jours: number; sens: "avant" | "apres" };
export const daysOf = ({ jours, sens }: Typed): number => (sens === "avant" ? -jours : jours);
const inReach = (typed: Typed): boolean => daysOf(typed) >= EARLIEST && daysOf(typed) <= LATEST;
const outOfReach = { path: ["jours"], message: `De ${-EARLIEST} jours avant à ${LATEST} jours après.` };

/** One step of the community's list, as the committee writes it. */
export const stepInput = z.object({ ...fields, message: optionalText(MAX_MESSAGE), version: z.coerce.number().int().min(0).default(0) }).refine(inReach, outOfReach);
export type StepInput = z.infer<typeof stepInput>;

/** A task for one sitting only. */
export const taskInput = z.object(fields).refine(inReach, outOfReach);

export const tickInput = z.object({ fait: z.enum(["oui", "non"]) });
export const handInput = z.object({ role });

export const handoverInput = z
  .object({ bien: optionalText(MAX_HANDOVER), savoir: optionalText(MAX_HANDOVER), restes: optionalText(MAX_HANDOVER), version: z.coerce.number().int().min(0) })
  .refine(({ bien, savoir, restes }) => bien + savoir + restes !== "", { path: ["bien"], message: "Écrivez au moins une ligne, dans une des trois cases." });

export const proposalInput = z.object({ etape: optionalRowId(), proposition: longText(MAX_NOTE, "Dites ce que vous changeriez.") });
export const settlingInput = z.object({ suite: z.enum(["taken", "set-aside"]) });
