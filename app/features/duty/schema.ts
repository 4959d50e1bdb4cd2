import { z } from "zod";
import { optionalLine, optionalRowId, rowId } from "~/kit/fields";
import { ROLES } from "./model";

const role = z.enum(ROLES, { error: "Ce rôle n’existe pas." });
const version = z.coerce.number().int().min(0);
const person = rowId("Choisissez une personne.");

/** What the committee does with one role of one sitting. */
export const namingInput = z
  .object({ geste: z.enum(["demander", "accord", "retirer", "releve", "realite"]), role, version, personne: optionalRowId() })
  .refine(({ geste, personne }) => personne !== null || (geste !== "demander" && geste !== "accord"), { path: ["personne"], message: "Choisissez une personne." });

/** What a person does about a turn: their own, or one that is looked for. */
export const turnInput = z.object({
  geste: z.enum(["accepter", "refuser", "temps", "rendre", "prendre", "echange", "garder", "offrir", "decliner", "conclure", "ecarter"]),
  /** Whom a swap is asked of; empty for everyone. */
  aupres: optionalRowId(),
  mot: optionalLine(300),
  /** The turn given against it, and who takes it as the page showed. */
  contre: optionalRowId(),
  preneur: optionalRowId(),
});

const day = z.string().trim().regex(/^\d{4}-\d{2}-\d{2}$/, "Choisissez une date.").refine((text) => !Number.isNaN(Date.parse(text)), "Cette date n’existe pas dans le calendrier.");

export const absenceInput = z
  .object({ geste: z.literal("absence"), debut: day, fin: z.union([z.literal(""), day]).default(""), genre: z.enum(["absence", "leave"]) })
  .refine(({ debut, fin }) => fin === "" || fin >= debut, { path: ["fin"], message: "Le retour tombe avant le départ." })
  .refine(({ genre, fin }) => genre !== "absence" || fin !== "", { path: ["fin"], message: "Dites jusqu’à quand." });

export const removalInput = z.object({ geste: z.literal("retour"), absence: person });

/** Who sits out for a time, as the committee notes it. */
export const exemptionInput = z
  .object({ personne: person, genre: z.enum(["exemption", "leave"], { error: "Congé ou exemption?" }), debut: day, fin: z.union([z.literal(""), day]).default(""), raison: optionalLine(300) })
  .refine(({ debut, fin }) => fin === "" || fin >= debut, { path: ["fin"], message: "La fin tombe avant le début." });

const several = <Item extends z.ZodType>(item: Item) => z.preprocess((typed) => (typed === undefined ? [] : [typed].flat()), z.array(item));

/** The plan of a season: each line is a role, with who stands there (« 12-7 »), or nobody (« 12-0 »). */
export const seasonInput = z.object({
  geste: z.enum(["proposer", "ajuster", "demander", "effacer"]),
  ligne: several(
    z
      .string()
      .regex(/^[1-9]\d{0,14}-(0|[1-9]\d{0,14})$/, "Cette ligne n’existe plus.")
      .transform((text) => text.split("-").map(Number) as [number, number])
      .transform(([dutyId, memberId]) => ({ dutyId, memberId: memberId || null })),
  ),
});
