/** What the invented people wrote in their Facebook group, years ago. */

export const ARCHIVED_GROUP = "Partenaires de la petite enfance";

export type DemoArchived = {
  kind: "post" | "comment";
  daysAgo: number;
  /** Null: somebody who has not said yet that it is theirs. */
  by: string | null;
  /** Who brought it. */
  broughtBy: string;
  body: string;
  /** The committee has looked at it. */
  reviewed: boolean;
  /** The place in this list of the post that it is under. */
  under?: number;
};

export const ARCHIVED: readonly DemoArchived[] = [
  { kind: "post", daysAgo: 1_720, by: "audrey", broughtBy: "audrey", reviewed: true, body: "Bonjour à toutes et à tous! Ce groupe sert à nous poser des questions entre deux rencontres. Présentez-vous, dites dans quel milieu vous travaillez et ce que vous aimeriez y trouver." },
  { kind: "comment", daysAgo: 1_719, by: "emilie", broughtBy: "emilie", reviewed: true, under: 0, body: "Émilie, éducatrice en CPE. J’aimerais savoir à qui téléphoner quand un parent me pose une question sur le langage." },
  { kind: "comment", daysAgo: 1_718, by: null, broughtBy: "audrey", reviewed: true, under: 0, body: "Travailleuse sociale au CLSC. Contente de mettre des visages sur les noms!" },
  { kind: "post", daysAgo: 1_205, by: "emilie", broughtBy: "emilie", reviewed: true, body: "Est-ce que quelqu’un a une bonne recette de pâte à modeler qui ne colle pas?\n\nLa nôtre sèche en deux jours. On a essayé ceci : https://exemple.test/pate-a-modeler" },
  { kind: "comment", daysAgo: 1_204, by: "chantal", broughtBy: "chantal", reviewed: true, under: 3, body: "Deux tasses de farine, une de sel, deux cuillerées de crème de tartre, et on la cuit. Elle tient un mois dans un plat fermé." },
  { kind: "post", daysAgo: 640, by: null, broughtBy: "audrey", reviewed: false, body: "La halte-garderie cherche des mitaines et des tuques en bon état pour l’hiver. On peut les laisser à l’accueil." },
  { kind: "post", daysAgo: 480, by: "chantal", broughtBy: "chantal", reviewed: false, body: "Merci pour la rencontre de jeudi. Les fiches sur la transition vers la maternelle sont très claires, je les ai imprimées pour toute l’équipe." },
];

/** Who says that a text is theirs, by its place in the list. */
export const CLAIMED = { text: 5, by: "nadege" };

export type DemoFind = { kind: "post" | "comment"; daysAgo: number; body: string; under?: number; group?: string };

/** What somebody is in the middle of bringing over. */
export const FINDS: readonly DemoFind[] = [
  { kind: "post", daysAgo: 900, body: "Qui utilise les pictogrammes pour les routines du matin? J’aimerais voir les vôtres." },
  { kind: "comment", daysAgo: 899, under: 0, body: "On les a plastifiés, ça change tout." },
  { kind: "post", daysAgo: 850, body: "Bonne nouvelle, Mathis, 4 ans, qui a un retard de langage, parle enfin avec les autres enfants de mon groupe!" },
  { kind: "comment", daysAgo: 700, body: "Oui, avec plaisir, je vous l’apporte à la prochaine rencontre." },
];

/** The groups in which somebody else wrote, before they chose. */
export const UNSORTED: readonly DemoFind[] = [
  { kind: "post", daysAgo: 800, group: ARCHIVED_GROUP, body: "Avez-vous des idées de comptines pour la cueillette de pommes?" },
  { kind: "comment", daysAgo: 780, group: ARCHIVED_GROUP, body: "Je l’ai en format PDF, je vous l’envoie." },
  { kind: "post", daysAgo: 300, group: "Jardiner en ville", body: "Mes tomates sont prêtes!" },
];
