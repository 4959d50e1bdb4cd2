import { z } from "zod";

/** The fields that forms are made of, with sentences to stand beside them. */

const CONTROL = /[\p{Cc}\u2028\u2029]/u;
// PostgreSQL keeps no such character in a text.
const UNPRINTABLE = String.fromCharCode(0);

/** Fields that the check of discretion leaves alone, with the reason. */
const unguarded = new WeakMap<z.ZodType, string>();

/**
 * Marks a field in which nobody speaks of others: one's own address, a public place, a code. Everything
 * else that a form brings is checked (Form.parse); tests/architecture lists who may say so.
 */
export function notSpeech<Field extends z.ZodType>(reason: string, field: Field): Field {
  unguarded.set(field, reason);
  return field;
}

export const isSpeech = (field: z.ZodType | undefined): boolean => field === undefined || !unguarded.has(field);

/** One line of text, trimmed: no control character can reach a mail header or a calendar. */
export const line = (most: number, whenEmpty: string) =>
  z
    .string({ error: whenEmpty })
    .trim()
    .normalize("NFC")
    .min(1, whenEmpty)
    .max(most, `C’est trop long : ${most} caractères au plus.`)
    .refine((value) => !CONTROL.test(value), "Ce champ tient sur une seule ligne.");

/** One line that may be left empty. */
export const optionalLine = (most: number) =>
  z
    .string()
    .trim()
    .normalize("NFC")
    .max(most, `C’est trop long : ${most} caractères au plus.`)
    .refine((value) => !CONTROL.test(value), "Ce champ tient sur une seule ligne.")
    .default("");

/** A text of several lines. Its length counts UTF-16 units, as the browser's maxlength does. */
export const longText = (most: number, whenEmpty: string) =>
  z
    .string({ error: whenEmpty })
    .normalize("NFC")
    .refine((value) => !value.includes(UNPRINTABLE), "Ce texte contient un caractère qui ne s’affiche pas.")
    .refine((value) => value.trim() !== "", whenEmpty)
    .max(most, `Ce texte est trop long : ${most.toLocaleString("fr-CA")} caractères au plus.`);

/** A text of several lines that may be left empty. */
export const optionalText = (most: number) =>
  z
    .string()
    .normalize("NFC")
    .refine((value) => !value.includes(UNPRINTABLE), "Ce texte contient un caractère qui ne s’affiche pas.")
    .max(most, `Ce texte est trop long : ${most.toLocaleString("fr-CA")} caractères au plus.`)
    .transform((value) => value.trim())
    .default("");

/** An e-mail address, in lower case. */
export const emailAddress = () =>
  notSpeech(
    "the address that someone signs in with",
    z
      .string({ error: "Écrivez une adresse courriel." })
      .trim()
      .toLowerCase()
      .max(254, "Cette adresse est trop longue.")
      .pipe(z.email("Cette adresse n’a pas la bonne forme. Exemple : prenom.nom@exemple.ca")),
  );

/** The number of a row, as a form carries it. */
export const rowId = (whenAbsent: string) =>
  z
    .string({ error: whenAbsent })
    .regex(/^[1-9]\d{0,14}$/, whenAbsent)
    .transform(Number);

export const optionalRowId = () =>
  z
    .string()
    .regex(/^([1-9]\d{0,14})?$/, "Ce choix n’existe pas.")
    .transform((value) => (value === "" ? null : Number(value)))
    .nullable()
    .default(null);

/** An address of the web, or nothing. */
export const optionalWebAddress = (most: number) =>
  notSpeech(
    "an address of the web",
    optionalLine(most).refine((link) => link === "" || (URL.canParse(link) && /^https:\/\/\S+$/.test(link)), "Collez une adresse complète, qui commence par https://."),
  );

/** How many seats there are, or null where there is no limit. */
export const optionalSeats = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, "Écrivez un nombre, ou laissez vide s’il n’y a pas de limite.")
    .transform((typed) => (typed === "" ? null : Number(typed)))
    .refine((seats) => seats === null || (seats >= 1 && seats <= most), `De 1 à ${most} places.`)
    .default(null);

/** A box that was ticked, or not. */
export const ticked = () => z.literal("oui").optional().transform((value) => value === "oui");

/** A box that has to be ticked. */
export const mustTick = (whenNot: string) => z.literal("oui", { error: whenNot });
