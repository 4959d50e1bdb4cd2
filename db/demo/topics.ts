import { typographic } from "./conversation";

/** What the demo's discussions are about, by their key. */
export const THREAD_TOPICS: Record<string, readonly string[]> = {
  "age-corrige": ["Naissances"],
  "six-premieres-semaines": ["Naissances"],
  "lait-maternel-au-service-de-garde": ["Alimentation", "Naissances"],
  "charte-avec-tout-le-monde": ["Travailler ensemble"],
  "parler-sans-nommer": ["Travailler ensemble", "Confidentialité"],
  "heure-du-conte-deux-langues": ["Langage", "Cultures"],
  interprete: ["Cultures"],
  "cultures-autochtones": ["Cultures"],
  "sieste-et-dodo": ["Sommeil"],
  ecrans: ["Écrans"],
  "rejoindre-les-peres": ["Pères"],
  morsures: ["Émotions"],
  "assiette-de-pates": ["Alimentation"],
  "matins-difficiles": ["Émotions", "Routines"],
  "passage-maternelle": ["Transition scolaire"],
  "maternelle-4-ans-ou-cpe": ["Transition scolaire"],
  "proprete-maternelle": ["Transition scolaire", "Routines"],
  "attente-orthophonie": ["Langage"],
  "pictogrammes-commun": ["Langage", "Routines"],
  "silence-en-groupe": ["Langage", "Cultures"],
  "suce-et-parole": ["Langage"],
  begaiement: ["Langage"],
  "autorisation-courte": ["Confidentialité"],
  "reference-sans-nouvelles": ["Travailler ensemble"],
  "fatigue-des-equipes": ["L’anxiété des adultes"],
};

/** Which message answered a question, by its place. */
export const ANSWERS: Record<string, number> = { "age-corrige": 2, "proprete-maternelle": 2, "autorisation-courte": 12 };

/** The discussion that the committee made an announcement of. */
export const ANNOUNCED = { key: "regle-des-tempetes", by: "audrey" };
export const PINNED = { key: "parler-sans-nommer", by: "audrey" };

export const SUMMARY = {
  key: "autorisation-courte",
  daysAgo: 160,
  body: typographic(`Une **page d'explication commune**, en langage simple, accompagne maintenant le formulaire de chaque organisation : qui parle à qui, de quoi, pourquoi, jusqu'à quand, et qu'on peut dire non.

Reste à voir dans un an si les familles s'en servent.`),
};

export type DemoWish = {
  name: string;
  wish?: string;
  /** Nobody's, where it came out of an anonymous answer. */
  by: string | null;
  daysAgo: number;
  supporters: readonly string[];
  /** The discussion it came from. */
  thread?: string;
  became?: { state: "kept" | "deepen" | "dismissed"; by: string; daysAgo: number; reason?: string };
};

/** What the members want to talk about, in their own words. */
export const WISHES: readonly DemoWish[] = [
  {
    name: "Dire une chose difficile à un parent", by: "ginette", daysAgo: 99, thread: "sujets-souhaites",
    wish: "Un parent que l'on croisera à l'épicerie samedi.",
    supporters: ["alexis", "julie", "diane", "maude", "camille", "beatriz", "marie-claude", "nadege"],
    became: { state: "kept", by: "audrey", daysAgo: 92 },
  },
  {
    name: "Pauvreté, prix, dignité", by: "oumar", daysAgo: 96, thread: "sujets-souhaites",
    wish: "La pauvreté, nommée par son nom. On en parle toujours de biais.",
    supporters: ["sarah-eve", "chantal", "veronique", "fatoumata", "camille", "rose-aimee"],
  },
  {
    name: "Un enfant à besoins particuliers, sans accompagnement", by: "beatriz", daysAgo: 99, thread: "sujets-souhaites",
    wish: "Ce que l'on fait le lundi matin, avec les moyens du bord.",
    supporters: ["maude", "genevieve", "emilie", "martin", "josee-anne"],
  },
  { name: "L’anxiété des adultes", by: "julie", daysAgo: 99, thread: "sujets-souhaites", wish: "Celle des enfants, on a déjà eu trois formations.", supporters: ["alexis", "emilie"] },
  { name: "Les bébés qui pleurent beaucoup", by: "maude", daysAgo: 100, thread: "sujets-souhaites", wish: "Et nous, pendant ce temps-là.", supporters: ["ines"] },
  { name: "Les naissances dans plusieurs cultures", by: "zahra", daysAgo: 98, thread: "sujets-souhaites", wish: "Je peux en parler, avec deux autres femmes.", supporters: ["aminata", "fatoumata", "ines"] },
  { name: "Se remettre d’une semaine trop lourde", by: null, daysAgo: 40, supporters: ["nadege", "huguette"] },
  { name: "Robots et programmation à 4 ans", by: "martin", daysAgo: 60, supporters: [], became: { state: "dismissed", by: "audrey", daysAgo: 45, reason: "Le comité préfère garder les Moments d'échange pour ce qui touche les familles de près." } },
  { name: "Langage", by: "marjolaine", daysAgo: 120, supporters: ["nadege", "emilie", "josee-anne", "julie", "beatriz"] },
  { name: "Jeu extérieur", by: "pascal", daysAgo: 96, supporters: ["noemie", "maude"] },
  { name: "Écrans", by: "camille", daysAgo: 150, supporters: ["frederic", "martin", "stephanie"] },
  { name: "Émotions", by: "tomas", daysAgo: 180, supporters: ["patrice", "josee-anne", "emilie"], became: { state: "deepen", by: "audrey", daysAgo: 80 } },
];
