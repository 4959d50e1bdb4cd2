import { z } from "zod";
import { optionalRowId } from "~/kit/fields";
import { MAILED_KINDS, rhythmsFor, type MailedKind } from "./model";

const UNKNOWN = "Ce choix n’existe pas.";

/** What was read: everything, all that was told of one page, all of one discussion, or the messages of it that were seen. */
export const readInput = z.object({
  discussion: optionalRowId(),
  lieu: z.string().regex(/^(\/[a-z][\w/-]{0,198})?$/, UNKNOWN).default(""),
  positions: z
    .string()
    .regex(/^(\d{1,9}( \d{1,9}){0,99})?$/, UNKNOWN)
    .transform((text) => (text === "" ? [] : text.split(" ").map(Number)))
    .default([]),
});

const rhythms = Object.fromEntries(MAILED_KINDS.map((kind) => [kind, z.enum(rhythmsFor(kind), UNKNOWN)])) as Record<MailedKind, z.ZodEnum<{ "at-once": "at-once"; weekly: "weekly"; none: "none" }>>;

/** Boxes: one ticked arrives as a text, several as a list, none not at all. */
const days = z
  .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().regex(/^[0-6]$/, UNKNOWN).transform(Number)).max(7, UNKNOWN))
  .transform((list) => [...new Set(list)]);

const minute = z
  .string()
  .regex(/^\d{1,4}$/, UNKNOWN)
  .transform(Number)
  .pipe(z.number().max(1_439, UNKNOWN));

const optionalMinute = z.union([z.literal("").transform(() => null), minute], UNKNOWN).default(null);

export const mailChoicesInput = z
  .object({ ...rhythms, jours: days, heure: minute, "calme-de": optionalMinute, "calme-a": optionalMinute, conges: days })
  .superRefine((value, context) => {
    const problem = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (value.jours.length === 0) problem("jours", "Choisissez au moins un jour. Pour n’avoir aucun résumé, choisissez-le plus haut.");
    if ((value["calme-de"] === null) !== (value["calme-a"] === null)) problem("calme-a", "Choisissez les deux heures, ou aucune.");
    else if (value["calme-de"] !== null && value["calme-de"] === value["calme-a"]) problem("calme-a", "Choisissez deux heures différentes.");
    if (value.conges.length > 6) problem("conges", "Laissez au moins un jour où un courriel peut venir.");
  });

export type MailChoicesInput = z.infer<typeof mailChoicesInput>;

/** The page of a mail's last link. Mail programs post the field of RFC 8058 instead of ours. */
export const FEWER_CHOICES = ["at-once", "weekly", "none", "once", "nothing"] as const;
export type FewerChoice = (typeof FEWER_CHOICES)[number];

export const fewerInput = z
  .object({ choix: z.enum(FEWER_CHOICES, "Choisissez ce que vous préférez.").optional(), "List-Unsubscribe": z.literal("One-Click").optional() })
  .refine((value) => value.choix ?? value["List-Unsubscribe"], { path: ["choix"], message: "Choisissez ce que vous préférez." });
