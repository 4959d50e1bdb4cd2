import { z } from "zod";
import { line, notSpeech, optionalRowId } from "~/kit/fields";
import { MAX_NAME, MAX_TITLE } from "./model";

const digest = notSpeech("a digest of the text", z.string({ error: "Rouvrez la page, puis relisez le texte." }).regex(/^[0-9a-f]{64}$/, "Rouvrez la page, puis relisez le texte."));

const signer = {
  nom: line(MAX_NAME, "Écrivez votre nom, tel qu’il doit paraître."),
  titre: line(MAX_TITLE, "Écrivez votre titre, tel qu’il doit paraître."),
  /** Of the text that was shown. */
  empreinte: digest,
  /** The sentence that was shown; signed when it is the one that the name and the title make. */
  phrase: notSpeech("a sentence of ours, with the name that was typed beside it", z.string().normalize("NFC").max(1_000).default("")),
};

export const signInput = z.object({ ...signer, organisation: optionalRowId() });
export const organisationSignInput = z.object(signer);
/** A form whose button says it all. */
export const buttonOnly = z.object({});

export type SignInput = z.infer<typeof signInput>;
export type OrganisationSignInput = z.infer<typeof organisationSignInput>;
