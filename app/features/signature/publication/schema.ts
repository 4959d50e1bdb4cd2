import { z } from "zod";
import { longText, rowId } from "~/kit/fields";
import { MAX_REASONS } from "./model";

export const publicationInput = z.object({
  version: rowId("Rouvrez la page."),
  nature: z.enum(["form", "substance"], { error: "Dites si le changement est de forme ou de fond." }),
  raisons: longText(MAX_REASONS, "Dites pourquoi\u00a0: les membres le liront."),
});

export type PublicationInput = z.infer<typeof publicationInput>;
