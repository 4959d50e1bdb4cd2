import { z } from "zod";
import { longText, rowId } from "~/kit/fields";
import { MAX_BODY } from "~/features/thread/model";

/** A new wording, and the version that it was written on. */
export const wordingInput = z.object({
  texte: longText(MAX_BODY, "Écrivez votre message, ou supprimez-le à partir de sa page."),
  version: rowId("Rouvrez la page, puis réessayez."),
});
