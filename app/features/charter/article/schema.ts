import { z } from "zod";
import { line, longText } from "~/kit/fields";
import { MATTER_NAMES, MAX_ARTICLE, MAX_TITLE, type Matter } from "../model";
import { cleaned } from "./paste";

const MATTERS = Object.keys(MATTER_NAMES) as [Matter, ...Matter[]];

const title = line(MAX_TITLE, "Donnez un titre à l’article.");
/** Pasted from anywhere: what a word processor leaves behind is taken out before anything is kept. */
export const articleText = longText(MAX_ARTICLE, "Écrivez le texte de l’article.").transform(cleaned).pipe(z.string().min(1, "Écrivez le texte de l’article."));
export const version = z.coerce.number().int().min(1);

export const newArticleInput = z.object({ titre: title, texte: articleText, portee: z.enum(MATTERS, { error: "Choisissez de quoi parle l’article." }) });

/** version: the revision that the page had read, so that two people at once do not undo each other. */
export const articleInput = newArticleInput.extend({ version });

export const moveInput = z.object({ sens: z.enum(["haut", "bas"], { error: "Choisissez un sens." }) });

export const splitInput = z.object({ version, texte: articleText, titre2: title, texte2: articleText });
