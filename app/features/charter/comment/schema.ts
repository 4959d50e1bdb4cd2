import { z } from "zod";
import { longText, optionalLine, optionalText } from "~/kit/fields";
import { MAX_QUOTE } from "../article/anchor";

export const MAX_COMMENT = 4_000;

/** passage: the words spoken of, copied from the article; nom: who said it on paper, for the committee. */
export const commentInput = z.object({ commentaire: longText(MAX_COMMENT, "Écrivez votre commentaire."), passage: optionalText(MAX_QUOTE), nom: optionalLine(160) });
