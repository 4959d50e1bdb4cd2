import { z } from "zod";
import { optionalLine, optionalRowId, optionalText } from "~/kit/fields";

/** A name, or an account that has one. */
export const speakerInput = z
  .object({ compte: optionalRowId(), nom: optionalLine(120), fonction: optionalLine(120), organisation: optionalLine(120), presentation: optionalText(600) })
  .refine(({ compte, nom }) => compte !== null || nom !== "", { path: ["nom"], message: "Écrivez son nom, ou choisissez une personne membre." });

export type SpeakerInput = z.infer<typeof speakerInput>;
