/** The names of the two people of the committee who may learn who wrote without their name. */
export type Keepers = readonly [string, string];

/** For how long a keeper who asked sees the name; then the act is asked for, and noted, again. Milliseconds. */
export const SHOWN_FOR = 60 * 60_000;

export const MOST_REASON = 500;

export const NO_KEEPERS = "Les deux personnes qui gardent les noms ne sont plus désignées\u00a0: ce message ne peut pas paraître sans le vôtre pour le moment.";

export const whoMayKnow = ([one, other]: Keepers): string =>
  `Vos réponses dans cette discussion n’auront pas votre nom non plus. ${one} et ${other}, du comité, pourraient l’apprendre, par un geste qui est noté et que vous verrez.`;
