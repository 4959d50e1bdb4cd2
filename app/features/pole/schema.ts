import { z } from "zod";
import { line } from "~/kit/fields";
import { TIME_ZONES } from "~/features/community/model";

export const poleInput = z.object({
  nom: line(80, "Écrivez le nom du pôle."),
  fuseau: z.enum(TIME_ZONES, { error: "Choisissez un fuseau de la liste." }),
});

export type PoleInput = z.infer<typeof poleInput>;
