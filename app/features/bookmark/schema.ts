import { z } from "zod";

export const bookmarkInput = z.object({ etat: z.enum(["oui", "non"], { error: "Rouvrez la page, puis réessayez." }) });
