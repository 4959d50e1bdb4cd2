import { z } from "zod";
import { line } from "~/kit/fields";

const MOST_TERMS = 8;
const LONGEST_TERM = 60;

/** « TDL, trouble développemental du langage »: terms that mean the same, between commas. */
export const synonymInput = z.object({
  mots: line(500, "Écrivez au moins deux mots ou expressions, séparés par des virgules.")
    .transform((text) => [...new Map(text.split(/[,;]/).map((term) => term.trim()).filter(Boolean).map((term) => [term.toLowerCase(), term])).values()])
    .refine((terms) => terms.length >= 2, "Écrivez au moins deux mots ou expressions différents, séparés par des virgules.")
    .refine((terms) => terms.length <= MOST_TERMS, `Une ligne tient ${MOST_TERMS} expressions au plus\u00a0: faites-en deux.`)
    .refine((terms) => terms.every((term) => term.length <= LONGEST_TERM && /\p{L}/u.test(term)), `Chaque expression a des lettres, et ${LONGEST_TERM} caractères au plus.`),
});

export type SynonymInput = z.infer<typeof synonymInput>;
