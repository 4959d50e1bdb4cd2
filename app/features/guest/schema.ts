import { z } from "zod";
import { emailAddress, line, optionalLine } from "~/kit/fields";

export const guestInput = z.object({
  nom: line(120, "Écrivez le nom de la personne."),
  titre: optionalLine(120),
  courriel: emailAddress(),
  jusquau: z.string({ error: "Choisissez le dernier jour." }).regex(/^20\d\d-\d\d-\d\d$/, "Choisissez le dernier jour."),
});

export type GuestInput = z.infer<typeof guestInput>;

export const noInput = z.object({});
