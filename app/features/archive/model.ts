/** Addresses, words and limits of what is brought over from Facebook. */

export const ARCHIVE = "/archive";
export const TRANSFERS = "/archive/apports";
export const HELP = "/archive/aide";
export const TAKE_BACK = "/archive/retrait";
export const REVIEW = "/comite/archive";

export const textPath = (id: number): string => `${ARCHIVE}/${id}`;
export const transferPath = (id: number): string => `${TRANSFERS}/${id}`;

export const ARCHIVE_TITLE = "Archive du groupe Facebook";
export const NOBODY_YET = "Une personne membre";

/** An archive may weigh this much; bytes. */
export const MAX_ARCHIVE = 100_000_000;
export const NO_FILE_SENTENCE = "Choisissez l’archive que Meta vous a remise.";
export const EMPTY_SENTENCE = "Ce fichier est vide. Téléchargez l’archive de nouveau auprès de Meta.";
export const TOO_LARGE_SENTENCE = "Cette archive dépasse 100\u00a0Mo\u00a0: rien n’en a été gardé. Redemandez-la à Meta en ne cochant que «\u00a0Groupes\u00a0», avec la qualité de médias la plus basse.";

/** An archive is read or gone within this; hours. */
export const ZIP_KEPT = 24;
/** What was found in one waits this long for its owner; days. */
export const FINDS_KEPT = 14;
/** A page of texts to choose from holds so many. */
export const PER_CHOICE = 50;

export type Failure =
  | "not-a-zip" | "cut" | "locked" | "climbs" | "too-many-entries" | "too-heavy" | "as-html" | "without-groups" | "not-json" | "other-shape" | "without-texts" | "too-many-texts" | "too-long" | "lost";

/** What is wrong with an archive, and what to do. Nothing of it was kept. */
export const FAILURES: Record<Failure, { what: string; then: string }> = {
  "not-a-zip": { what: "Ce fichier n’est pas une archive zip.", then: "Choisissez le fichier que Meta vous a remis, tel quel\u00a0: son nom se termine par «\u00a0.zip\u00a0»." },
  cut: { what: "Cette archive est abîmée ou incomplète.", then: "Téléchargez-la de nouveau auprès de Meta, jusqu’au bout, puis réessayez." },
  locked: { what: "Cette archive est protégée par un mot de passe.", then: "Apportez celle de Meta telle quelle\u00a0: elle n’en a pas." },
  climbs: { what: "Cette archive contient des chemins qui mènent hors d’elle.", then: "Celles de Meta n’en ont pas\u00a0: téléchargez la vôtre de nouveau, sans la modifier." },
  "too-many-entries": { what: "Cette archive contient beaucoup trop de fichiers.", then: "Redemandez-la à Meta en ne cochant que «\u00a0Groupes\u00a0»." },
  "too-heavy": { what: "Les textes de cette archive sont beaucoup trop volumineux une fois ouverts.", then: "Redemandez-la à Meta pour une période plus courte." },
  "as-html": { what: "Cette archive est au format HTML, que Le Fil ne lit pas.", then: "Redemandez-la à Meta en choisissant le format JSON." },
  "without-groups": { what: "Cette archive ne contient aucune publication de groupe.", then: "Redemandez-la à Meta en cochant «\u00a0Groupes\u00a0». Si Meta vous a remis plusieurs fichiers, essayez les autres." },
  "not-json": { what: "Un des fichiers de cette archive ne se lit pas.", then: "Téléchargez-la de nouveau auprès de Meta, puis réessayez." },
  "other-shape": { what: "Les publications de cette archive ont une forme que Le Fil ne connaît pas.", then: "Meta a peut-être changé ses archives\u00a0: prévenez la personne qui s’occupe de Le Fil." },
  "without-texts": { what: "Cette archive ne contient aucun texte\u00a0: seulement des photos, ou rien.", then: "Redemandez-la à Meta pour une période plus longue." },
  "too-many-texts": { what: "Cette archive contient plus de 20 000 textes de groupes.", then: "Redemandez-la à Meta pour une période plus courte." },
  "too-long": { what: "Un des textes de cette archive est plus long que ce que Facebook permet.", then: "Apportez l’archive de Meta sans la modifier." },
  lost: { what: "Cette archive n’a pas pu être lue à temps, et a été effacée.", then: "Apportez-la de nouveau." },
};
