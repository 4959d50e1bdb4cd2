import { z } from "zod";
import { emailAddress, notSpeech, ticked } from "~/kit/fields";
import { MOST_KEPT, type TypedFields } from "./model";

const TOO_LONG = "Ce texte est trop long pour être gardé pendant la connexion : copiez-le ailleurs avant de continuer.";

const typedFields = z.array(z.tuple([z.string(), z.string()])).max(200);

const keptFields = z
  .string()
  .max(MOST_KEPT, TOO_LONG)
  .transform((text, context): TypedFields => {
    try {
      const parsed = typedFields.safeParse(JSON.parse(text));
      if (parsed.success) return parsed.data;
    } catch {
      // Not JSON: refused below, as what is JSON of another shape.
    }
    context.addIssue({ code: "custom", message: "Le texte gardé est illisible." });
    return z.NEVER;
  });

/** The question of the sign-in page; the last three carry a text whose session had ended. */
export const askForm = z.object({
  courriel: emailAddress(),
  partage: ticked(),
  retour: notSpeech("an address of ours", z.string().max(2_000).default("")),
  suite_chemin: notSpeech("an address of ours", z.string().max(500).optional()),
  suite_cle: notSpeech("the key of a form", z.string().max(200).optional()),
  suite_champs: notSpeech("it is checked by the form that it goes on to", keptFields.optional()),
});

/** Someone signed in already in another tab needs no address to see their text through. */
export const askAgainForm = askForm.extend({ courriel: notSpeech("the address that someone signs in with", z.string().max(254).default("")) });

export type Asked = z.infer<typeof askForm>;

export const codeForm = z.object({ code: notSpeech("a code", z.string({ error: "Écrivez le code." }).max(60, "Ce code est trop long.")) });

export const personaForm = z.object({ personne: z.string().max(60) });
