import { z } from "zod";
import { optionalLine, optionalText, rowId } from "~/kit/fields";
import { version } from "../article/schema";
import { day } from "../consent/schema";
import { MAX_ARTICLE } from "../model";

export const openInput = z.object({ date: day });

const document = optionalLine(300);

/** texte: the wording that is asked for, a copy of the article to begin with. */
export const answerInput = z
  .object({ version, reponse: z.enum(["approved", "reserved", "change"], { error: "Choisissez une réponse." }), note: optionalText(2_000), texte: optionalText(MAX_ARTICLE), document })
  .superRefine(({ reponse, note }, context) => {
    if (reponse !== "approved" && note === "") context.addIssue({ code: "custom", path: ["note"], message: reponse === "reserved" ? "Dites quelle est votre réserve." : "Dites pourquoi vous demandez ce changement." });
  });

export const approveInput = z.object({ document });

export const delegateInput = z.object({ membre: rowId("Choisissez une personne de votre organisation.") });
