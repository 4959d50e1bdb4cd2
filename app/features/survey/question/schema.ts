import { z } from "zod";
import { line, optionalText, ticked } from "~/kit/fields";
import { KINDS, MAX_HINT, MAX_LABEL, MAX_LEVELS, MAX_OPTION, MAX_OPTIONS, parseLines, QUESTION_KINDS, type QuestionKind } from "./model";

const list = (most: number, what: string) =>
  optionalText(most * (MAX_OPTION + 2))
    .transform(parseLines)
    .refine((lines) => lines.length >= 2, `Écrivez au moins deux ${what}, un par ligne.`)
    .refine((lines) => lines.length <= most, `Pas plus de ${most} ${what}.`)
    .refine((lines) => lines.every((text) => text.length <= MAX_OPTION && !/\p{Cc}/u.test(text)), `Chaque ligne a ${MAX_OPTION} caractères au plus.`);

/** A question of one kind: only what that kind needs is asked. */
export const questionInput = (kind: QuestionKind) =>
  z.object({
    genre: z.enum(QUESTION_KINDS),
    libelle: line(MAX_LABEL, kind === "section" ? "Écrivez le titre de la section." : "Écrivez la question."),
    precision: optionalText(MAX_HINT),
    obligatoire: ticked(),
    choix: KINDS[kind].options ? list(MAX_OPTIONS, kind === "matrix" ? "sujets" : "choix") : z.string().optional().transform((): string[] => []),
    niveaux: KINDS[kind].levels ? list(MAX_LEVELS, "niveaux") : z.string().optional().transform((): string[] => []),
  });
export type QuestionInput = z.infer<ReturnType<typeof questionInput>>;

export const orderInput = z.object({ sens: z.enum(["monter", "descendre"]) });
