/** The charter of the invented community: what its people wrote where the template leaves a blank. Pure data. */

export const CHARTER_TITLE = "Charte de collaboration";

export const BLANKS: readonly (readonly [blank: string, words: string])[] = [
  ["[nom du territoire]", "la MRC de la Rivière-aux-Aulnes"],
  ["Il réunit [nombre] personnes, de [nombre] organisations", "Il réunit sept personnes, de quatre organisations"],
  ["Son mandat est de [durée]", "Son mandat est de deux ans"],
  ["[nombre] Moments d’échange par saison", "quatre Moments d’échange par saison"],
  ["[septembre]", "septembre"],
  ["[juin]", "juin"],
  ["au plus tard le [date]", "au plus tard le 15 août"],
  ["[noms des pôles]", "Port-aux-Aulnes, Sainte-Ludivine, Val-des-Grives et Pointe-à-l’Oseille"],
  ["[dix]", "dix"],
  ["[deux]", "deux"],
  ["[trente]", "trente"],
];

export const FIRST_VERSION = { by: "audrey", publishedDaysAgo: 205, reasons: "La première version, écrite ensemble de septembre à mars." };

/** The revision under way, and whom the committee named to write it. */
export const SECOND_VERSION = { by: "audrey", begunDaysAgo: 16, drafters: ["genevieve"], readBy: 0.55 };
