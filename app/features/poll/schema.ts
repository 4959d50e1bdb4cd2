import { z } from "zod";
import { rowId } from "~/kit/fields";
import { MOST_CHOICES } from "~/features/thread/model";

const choice = () => rowId("Ce choix n’existe pas.");

/** What one has to have chosen, whatever it was before; taking one's vote back is choosing nothing. */
export const voteInput = z.object({
  choix: z
    .union([choice().transform((one) => [one]), z.array(choice()).max(MOST_CHOICES)])
    .default([])
    .transform((list) => [...new Set(list)]),
  retrait: z.literal("oui").optional(),
});

export const closeInput = z.object({});
