import { z } from "zod";
import { notSpeech, optionalText, rowId } from "~/kit/fields";

const rows = notSpeech("numbers of texts", z.union([z.string(), z.array(z.string())]).default([]).transform((given) => [given].flat()).pipe(z.array(z.string().regex(/^[1-9]\d{0,14}$/).transform(Number)).max(100)));

/** What the committee does with the texts of a page: those that are ticked, or all that it shows. */
export const reviewInput = z.object({
  montres: rows,
  coche: rows,
  acte: notSpeech("one of three acts", z.enum(["tout", "accepter", "laisser"], { error: "Choisissez ce qu’il faut faire." })),
  raison: optionalText(500),
});
export type ReviewInput = z.infer<typeof reviewInput>;

export const claimDecision = z.object({
  revendication: notSpeech("the number of a claim", rowId("Cette demande n’est plus là.")),
  decision: notSpeech("one of two answers", z.enum(["confirmer", "refuser"])),
});
