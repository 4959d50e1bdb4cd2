import { z } from "zod";
import { optionalLine, optionalText } from "~/kit/fields";
import { articleText, version } from "../article/schema";
import { MAX_ARTICLE } from "../model";

export const proposalInput = z.object({ version, texte: articleText, raison: optionalText(2_000), nom: optionalLine(160) });

export const voiceInput = z
  .object({ avis: z.enum(["appui", "objection"], { error: "Choisissez\u00a0: appuyer, ou vous opposer." }), raison: optionalText(1_000) })
  .superRefine(({ avis, raison }, context) => {
    if (avis === "objection" && raison === "") context.addIssue({ code: "custom", path: ["raison"], message: "Dites pourquoi vous vous opposez\u00a0: le groupe de rédaction en a besoin pour trouver mieux." });
  });

export const decisionInput = z
  .object({ version, reponse: z.enum(["acceptee", "partie", "refusee"], { error: "Choisissez une réponse." }), raison: optionalText(2_000), texte: optionalText(MAX_ARTICLE) })
  .superRefine(({ reponse, raison, texte }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (reponse !== "acceptee" && raison === "") say("raison", "Donnez la raison\u00a0: elle est envoyée à la personne qui a proposé.");
    if (reponse === "partie" && texte === "") say("texte", "Écrivez le texte que vous retenez.");
  });
