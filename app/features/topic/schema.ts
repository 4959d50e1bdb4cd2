import { z } from "zod";
import { line, longText, optionalRowId, optionalText, rowId } from "~/kit/fields";
import { isName, MAX_NAME, MAX_RAISED_REASON, MAX_REASON, MAX_WISH, NO_NAME, tidyName } from "./model";

export const proposalInput = z.object({
  nom: line(MAX_NAME, "Nommez le sujet en quelques mots.").transform(tidyName).refine(isName, NO_NAME),
  souhait: optionalText(MAX_WISH),
  discussion: optionalRowId(),
});

/** retour: the vote was given in the list, or on the topic's own page. */
export const voteInput = z.object({
  vote: z.enum(["oui", "non"], "Ce choix n’existe pas.").transform((value) => value === "oui"),
  retour: z.enum(["liste", "sujet"], "Ce choix n’existe pas.").default("sujet"),
});

/** manque: what is still to be talked about, where a topic is gone into again. */
export const stateInput = z.object({ etat: z.enum(["retenu", "approfondir", "rouvert", "rang"], "Ce choix n’existe pas."), manque: optionalText(MAX_REASON).transform((missing) => missing.trim()) });

export const dismissalInput = z.object({ raison: longText(MAX_REASON, "Dites pourquoi\u00a0: tout le monde le lira.").transform((reason) => reason.trim()) });

export const raisingInput = z.object({ raison: longText(MAX_RAISED_REASON, "Dites pourquoi\u00a0: tout le monde le lira.").transform((reason) => reason.trim()) });

export const mergeInput = z.object({ dans: rowId("Choisissez le sujet qui reste.") });
