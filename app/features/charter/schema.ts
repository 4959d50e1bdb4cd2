import { z } from "zod";
import { line, optionalText } from "~/kit/fields";
import { faultOf, parseCharter } from "./article/paste";
import { MAX_PASTED, MAX_SHORT, MAX_TITLE } from "./model";

const title = line(MAX_TITLE, "Donnez un titre à la charte.");

/** How the first draft begins. */
export const beginInput = z
  .object({
    titre: title,
    depart: z.enum(["modele", "texte", "vide", "suite"], { error: "Choisissez par où commencer." }),
    texte: optionalText(MAX_PASTED),
  })
  .superRefine(({ depart, texte }, context) => {
    const fault = depart === "texte" ? faultOf(parseCharter(texte)) : null;
    if (fault) context.addIssue({ code: "custom", path: ["texte"], message: fault });
  });

/** marque: what the page had read, so that two people at once do not undo each other. */
export const headInput = z.object({ titre: title, abrege: optionalText(MAX_SHORT), marque: z.string().max(16) });
