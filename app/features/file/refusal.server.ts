import { formatFileSize } from "~/kit/format";
import { FORMATS, MAX_FILE, MAX_PER_MEMBER, MAX_PER_MESSAGE } from "./model";

/** Why a file is not taken, each with its sentence. */
const SENTENCES = {
  unknown: `ce type de fichier n’est pas accepté. Choisissez un fichier ${FORMATS}.`,
  "not-what-it-says": "son contenu ne correspond pas à son extension. Enregistrez-le de nouveau dans le bon format.",
  empty: "ce fichier est vide.",
  "too-large": `ce fichier dépasse ${formatFileSize(MAX_FILE)}. Réduisez-le, ou partagez-le en plusieurs parties.`,
  damaged: "ce fichier est abîmé ou incomplet. Ouvrez-le, enregistrez-le de nouveau, puis réessayez.",
  locked: "ce fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe.",
  macros: "ce document contient des macros. Enregistrez-le sans macros.",
  bomb: "ce document est beaucoup trop volumineux une fois ouvert. Réduisez-le.",
  "too-many-pixels": "cette image a trop de pixels. Réduisez ses dimensions (60 mégapixels au plus).",
} as const;
export type Reason = keyof typeof SENTENCES;

/** A file that is not taken. */
export class Refusal extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

/** What is said of several refusals, one line per file. Names are those that were sent, for the sender alone. */
export const refusalSentence = (name: string, reason: Reason): string => `«\u00a0${shorten(name)}\u00a0»\u00a0: ${SENTENCES[reason]}`;

export const QUOTA_SENTENCE = `Vos fichiers atteignent ${formatFileSize(MAX_PER_MEMBER)}, la limite par personne. Supprimez d’anciens messages avec des fichiers, ou partagez un lien.`;
export const TOO_MANY_SENTENCE = `Un message porte au plus ${MAX_PER_MESSAGE} fichiers.`;
export const GONE_SENTENCE = "Un des fichiers n’est plus là. Joignez-le de nouveau.";
export const LOST_SENTENCE = "Vos fichiers n’ont pas pu être gardés. Choisissez-les de nouveau, ou publiez sans eux.";
export const CONSENT_SENTENCE = "Cochez cette case pour publier une image.";

// Its last part, without what cannot be seen; the page escapes the rest.
const shorten = (name: string): string => {
  const last = name.replace(/[\p{Cc}\p{Cf}]/gu, "").split(/[/\\]/).at(-1) ?? "";
  return last.length > 60 ? `${last.slice(0, 40)}…${last.slice(-15)}` : last;
};
